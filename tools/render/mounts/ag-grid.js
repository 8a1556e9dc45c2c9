/* ag-Grid Community, 22 and 31. */
window.mountScene = async (scene, box) => {
  const { agGrid } = window;
  const modern = typeof agGrid.createGrid === 'function';
  box.className = modern ? 'ag-theme-quartz' : 'ag-theme-balham';
  box.style.width = `${scene.width ?? 1240}px`;
  box.style.height = '480px';
  const leaf = (c) => ({
    headerName: c.title,
    field: c.key,
    width: c.width,
    pinned: c.fixed,
    sortable: true,
    ...(c.align ? { type: 'rightAligned' } : {}),
    ...(c.kind === 'actions'
      ? {
          cellRenderer: () => {
            const cell = document.createElement('span');
            cell.innerHTML = '<button type="button">详情</button> <button type="button">退款</button>';
            return cell;
          },
        }
      : {}),
  });
  const columnDefs = window
    .tops(scene)
    .map((c) => (c.columns ? { headerName: c.title, children: c.columns.map(leaf) } : leaf(c)));
  const localeText = {
    page: '第',
    more: '更多',
    to: '到',
    of: '共',
    next: '下一页',
    last: '末页',
    first: '首页',
    previous: '上一页',
    noRowsToShow: '暂无数据',
    loadingOoo: '加载中...',
  };
  const options = {
    columnDefs,
    rowData: window.records(scene.page ? scene.all : scene.rows),
    localeText,
    suppressColumnVirtualisation: true,
    ...(scene.summary ? { pinnedBottomRowData: [scene.summary] } : {}),
    ...(scene.page ? { pagination: true, paginationPageSize: scene.page.size } : {}),
    ...(modern ? { paginationPageSizeSelector: [10, 20, 50] } : {}),
  };
  const api = modern ? agGrid.createGrid(box, options) : null;
  if (!modern) new agGrid.Grid(box, options);
  if (scene.page) (api ?? options.api).paginationGoToPage(scene.page.current - 1);
};
