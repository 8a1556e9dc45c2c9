/* Vue 3: Naive UI. */
window.mountScene = async (scene, box) => {
  const { Vue, naive } = window;
  const leaf = (c) => ({
    title: c.title,
    key: c.key,
    width: c.width,
    fixed: c.fixed,
    align: c.align,
    ...(c.kind === 'actions'
      ? {
          render: () => [
            Vue.h(naive.NButton, { text: true, size: 'small' }, { default: () => '详情' }),
            Vue.h(naive.NButton, { text: true, size: 'small' }, { default: () => '退款' }),
          ],
        }
      : {}),
    ...(c.key === 'status'
      ? { render: (row) => Vue.h(naive.NTag, { size: 'small' }, { default: () => row.status }) }
      : {}),
  });
  const columns = window
    .tops(scene)
    .map((c) =>
      c.columns ? { title: c.title, key: c.title, align: 'center', children: c.columns.map(leaf) } : leaf(c),
    );
  const props = {
    columns,
    data: window.records(scene.page ? scene.all : scene.rows),
    rowKey: (row) => row.id,
    loading: scene.loading,
    ...(scene.width
      ? { scrollX: scene.columns.reduce((sum, c) => sum + c.width, 0), style: { width: `${scene.width}px` } }
      : {}),
    pagination: scene.page
      ? {
          defaultPage: scene.page.current,
          pageSize: scene.page.size,
          itemCount: scene.page.total,
          showQuickJumper: true,
          prefix: ({ itemCount }) => `共 ${itemCount} 条`,
        }
      : false,
    ...(scene.summary
      ? { summary: () => Object.fromEntries(scene.columns.map((c) => [c.key, { value: scene.summary[c.key] ?? '' }])) }
      : {}),
  };
  Vue.createApp({
    render: () =>
      Vue.h(naive.NConfigProvider, { locale: naive.zhCN }, { default: () => Vue.h(naive.NDataTable, props) }),
  }).mount(box);
};
