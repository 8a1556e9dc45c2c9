/* Bootstrap Table on Bootstrap 3 and 5. */
window.mountScene = async (scene, box) => {
  const { $ } = window;
  const leaf = (c) => ({
    field: c.key,
    title: c.title,
    align: c.align,
    sortable: c.sortable ?? false,
    visible: !c.hide,
    ...(c.kind === 'actions'
      ? {
          formatter: () =>
            '<a class="btn btn-primary btn-sm btn-xs" href="javascript:void(0)">详情</a> <a class="btn btn-danger btn-sm btn-xs" href="javascript:void(0)">退款</a>',
        }
      : {}),
    ...(c.key === 'status'
      ? { formatter: (text) => `<span class="badge bg-primary label label-success">${text}</span>` }
      : {}),
    ...(scene.summary ? { footerFormatter: () => scene.summary[c.key] ?? '' } : {}),
  });
  const tops = window.tops({
    ...scene,
    columns: scene.columns.map((c) => ({ ...c, hidden: undefined, hide: c.hidden })),
  });
  const deep = tops.some((c) => c.columns);
  const top = (c) =>
    c.kind === 'select'
      ? { field: 'state', checkbox: true }
      : c.columns
        ? { title: c.title, colspan: c.columns.length, align: 'center' }
        : { ...leaf(c), ...(deep ? { rowspan: 2, valign: 'middle' } : {}) };
  const columns = [tops.filter((c) => c.kind !== 'expand').map(top)];
  if (deep) columns.push(tops.flatMap((c) => c.columns ?? []).map(leaf));
  const table = $('<table>').appendTo(box);
  const expands = scene.columns.some((c) => c.kind === 'expand');
  table.bootstrapTable({
    columns: deep ? columns : columns[0],
    data: window.records(scene.page ? scene.all : scene.rows),
    locale: 'zh-CN',
    ...(scene.height ? { height: scene.height } : {}),
    ...(scene.summary ? { showFooter: true } : {}),
    ...(scene.page
      ? { pagination: true, pageNumber: scene.page.current, pageSize: scene.page.size, pageList: [10, 25, 50] }
      : {}),
    ...(expands ? { detailView: true, detailFormatter: (_index, row) => `<p>${row.details}</p>` } : {}),
  });
  for (const id of expands ? scene.open : [])
    table.bootstrapTable(
      'expandRow',
      scene.rows.findIndex((row) => row.id === id),
    );
};
