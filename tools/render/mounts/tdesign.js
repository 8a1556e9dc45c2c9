/* Vue 3: TDesign. */
window.mountScene = async (scene, box) => {
  const { Vue, TDesign } = window;
  const leaf = (c) => ({
    title: c.title,
    colKey: c.key,
    width: c.width,
    fixed: c.fixed,
    align: c.align,
    ellipsis: c.key === 'order',
    ...(c.kind === 'actions'
      ? {
          cell: () =>
            Vue.h('div', [
              Vue.h(TDesign.Button, { variant: 'text', size: 'small' }, () => '详情'),
              Vue.h(TDesign.Button, { variant: 'text', size: 'small' }, () => '退款'),
            ]),
        }
      : {}),
    ...(c.key === 'status'
      ? { cell: (_h, { row }) => Vue.h(TDesign.Tag, { theme: 'success' }, () => row.status) }
      : {}),
  });
  const columns = window
    .tops(scene)
    .map((c) =>
      c.columns ? { title: c.title, colKey: c.title, align: 'center', children: c.columns.map(leaf) } : leaf(c),
    );
  const wide = scene.columns.reduce((sum, c) => sum + c.width, 0);
  const props = {
    columns,
    data: window.records(scene.page ? scene.all : scene.rows),
    rowKey: 'id',
    bordered: true,
    loading: scene.loading,
    ...(scene.width ? { tableContentWidth: `${wide}px`, style: { width: `${scene.width}px` } } : {}),
    ...(scene.summary ? { footData: [scene.summary] } : {}),
    ...(scene.page
      ? {
          pagination: { defaultCurrent: scene.page.current, defaultPageSize: scene.page.size, total: scene.page.total },
        }
      : {}),
  };
  Vue.createApp({ render: () => Vue.h(TDesign.Table, props) })
    .use(TDesign)
    .mount(box);
};
