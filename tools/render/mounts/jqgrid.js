/* free jqGrid. */
window.mountScene = async (scene, box) => {
  const { $ } = window;
  box.innerHTML = '<table id="list"></table><div id="pager"></div>';
  const columns = scene.columns.filter((c) => c.kind !== 'select');
  const grid = $('#list').jqGrid({
    datatype: 'local',
    data: window.records(scene.page ? scene.all : scene.rows),
    page: scene.page?.current ?? 1,
    rowNum: scene.page?.size ?? 100,
    colModel: columns.map((c) => ({
      name: c.key,
      label: c.title,
      width: c.width + 15,
      fixed: true,
      align: c.align ?? 'left',
      hidden: c.hidden ?? false,
      sortable: true,
      ...(c.kind === 'actions'
        ? { formatter: () => '<button type="button">详情</button> <button type="button">退款</button>' }
        : {}),
    })),
    multiselect: scene.columns.some((c) => c.kind === 'select'),
    footerrow: scene.summary !== null,
    ...(scene.page || scene.rows.length === 0 ? { pager: '#pager', viewrecords: true, rowList: [10, 20, 50] } : {}),
    height: 'auto',
    caption: '交易明细',
  });
  if (scene.summary) grid.jqGrid('footerData', 'set', scene.summary);
  const groups = window.tops(scene).filter((c) => c.columns);
  if (groups.length > 0)
    grid.jqGrid('setGroupHeaders', {
      useColSpanStyle: true,
      groupHeaders: groups.map((g) => ({
        startColumnName: g.columns[0].key,
        numberOfColumns: g.columns.length,
        titleText: g.title,
      })),
    });
};
