/* React: Ant Design 3 to 6. */
window.mountScene = async (scene, box) => {
  const { React, ReactDOM, antd } = window;
  const h = React.createElement;
  const old = antd.version.startsWith('3.');
  const link = (text) => h('a', { key: text }, text);
  const leaf = (c) => ({
    title: c.title,
    dataIndex: c.key,
    key: c.key,
    width: c.width,
    fixed: c.fixed,
    align: c.align,
    ...(c.sortable ? { sorter: () => 0, showSorterTooltip: true } : {}),
    ...(c.kind === 'actions'
      ? { render: () => [link('详情'), h(antd.Divider, { type: 'vertical', key: '|' }), link('退款')] }
      : {}),
    ...(c.key === 'status' ? { render: (text) => h(antd.Tag, { color: 'green' }, text) } : {}),
  });
  const tops = window.tops(scene).filter((c) => c.kind !== 'select' && c.kind !== 'expand');
  const columns = tops.map((c) => (c.columns ? { title: c.title, children: c.columns.map(leaf) } : leaf(c)));
  const wide = scene.columns.reduce((sum, c) => sum + c.width, 0);
  const Cell = antd.Table.Summary?.Cell;
  const props = {
    columns,
    dataSource: window.records(scene.page ? scene.all : scene.rows),
    rowKey: 'id',
    bordered: !scene.virtual,
    virtual: scene.virtual,
    loading: scene.loading,
    scroll: { ...(scene.width || scene.virtual ? { x: wide } : {}), ...(scene.height ? { y: scene.height } : {}) },
    pagination: scene.page
      ? {
          defaultCurrent: scene.page.current,
          pageSize: scene.page.size,
          total: scene.page.total,
          showSizeChanger: true,
          showQuickJumper: true,
          showTotal: (total) => `共 ${total} 条`,
        }
      : false,
    ...(scene.columns.some((c) => c.kind === 'select')
      ? { rowSelection: { selectedRowKeys: [scene.rows[0].id], fixed: scene.width !== null, columnWidth: 50 } }
      : {}),
    ...(scene.columns.some((c) => c.kind === 'expand')
      ? { expandable: { expandedRowRender: (row) => h('p', {}, row.details), defaultExpandedRowKeys: scene.open } }
      : scene.open.length > 0
        ? { expandable: { defaultExpandedRowKeys: scene.open } }
        : {}),
    ...(scene.summary
      ? {
          summary: () =>
            h(
              antd.Table.Summary.Row,
              {},
              scene.columns.map((c, index) => h(Cell, { index, key: c.key }, scene.summary[c.key] ?? '')),
            ),
        }
      : {}),
  };
  const Provider = antd.ConfigProvider ?? antd.LocaleProvider;
  const locale = window.antd.locales?.zh_CN ?? window.zhCN;
  const tree = h(
    Provider,
    { locale },
    h('div', { style: scene.width ? { width: scene.width } : {} }, h(antd.Table, props)),
  );
  if (!old && ReactDOM.createRoot) ReactDOM.createRoot(box).render(tree);
  else ReactDOM.render(tree, box);
};
