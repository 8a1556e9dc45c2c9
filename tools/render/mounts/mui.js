/* React: MUI X Data Grid, community. */
window.mountScene = async (scene, box) => {
  const { createElement, createRoot, DataGrid, zhCN } = window.library;
  const columns = scene.columns.map((c) => ({ field: c.key, headerName: c.title, width: c.width - 5, align: c.align }));
  const groups = window.tops(scene).filter((c) => c.columns);
  const props = {
    columns,
    rows: window.records(scene.page ? scene.all : scene.rows),
    localeText: zhCN.components.MuiDataGrid.defaultProps.localeText,
    autoHeight: true,
    columnBuffer: 20,
    hideFooter: scene.page === null,
    ...(groups.length > 0
      ? {
          experimentalFeatures: { columnGrouping: true },
          columnGroupingModel: groups.map((g) => ({
            groupId: g.title,
            headerName: g.title,
            children: g.columns.map((c) => ({ field: c.key })),
          })),
        }
      : {}),
    ...(scene.page
      ? {
          initialState: {
            pagination: { paginationModel: { page: scene.page.current - 1, pageSize: scene.page.size } },
          },
          pageSizeOptions: [10, 25],
        }
      : {}),
  };
  createRoot(box).render(createElement(DataGrid, props));
};
