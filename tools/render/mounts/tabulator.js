/* Tabulator 4 and 6. */
window.mountScene = async (scene, box) => {
  const leaf = (c) => ({
    title: c.title,
    field: c.key,
    width: c.width,
    hozAlign: c.align,
    align: c.align,
    frozen: c.fixed !== undefined,
    headerSort: true,
    ...(c.kind === 'actions'
      ? { formatter: () => '<button type="button">详情</button> <button type="button">退款</button>' }
      : {}),
    ...(scene.summary ? { bottomCalc: () => scene.summary[c.key] ?? '' } : {}),
  });
  const columns = window
    .tops(scene)
    .map((c) => (c.columns ? { title: c.title, columns: c.columns.map(leaf) } : leaf(c)));
  if (scene.width) box.style.width = `${scene.width}px`;
  const records = (rows) =>
    rows.map(({ id, cells, children }) => ({ id, ...cells, ...(children ? { _children: records(children) } : {}) }));
  const table = new window.Tabulator(box, {
    data: records(scene.page ? scene.all : scene.rows),
    columns,
    layout: 'fitData',
    ...(scene.variant === 'tree'
      ? { dataTree: true, dataTreeStartExpanded: (row) => scene.open.includes(row.getData().id) }
      : {}),
    ...(scene.page
      ? {
          pagination: typeof window.Tabulator.registerModule === 'function' ? true : 'local',
          paginationSize: scene.page.size,
          paginationInitialPage: scene.page.current,
          paginationCounter: 'rows',
        }
      : {}),
    placeholder: '暂无数据',
    locale: true,
    langs: {
      'zh-cn': {
        pagination: {
          first: '首页',
          first_title: '首页',
          last: '末页',
          last_title: '末页',
          prev: '上一页',
          prev_title: '上一页',
          next: '下一页',
          next_title: '下一页',
          page_size: '每页条数',
          counter: { showing: '显示', of: '共', rows: '条', pages: '页' },
        },
      },
    },
  });
  if (typeof table.on === 'function') await new Promise((done) => table.on('tableBuilt', done));
};
