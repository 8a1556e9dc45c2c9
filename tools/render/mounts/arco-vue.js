/* Vue 3: Arco Design. */
window.mountScene = async (scene, box) => {
  const { Vue, ArcoVue } = window;
  const leaf = (c) => ({
    title: c.title,
    dataIndex: c.key,
    width: c.width,
    fixed: c.fixed,
    align: c.align,
    ...(c.kind === 'actions'
      ? {
          render: () => [
            Vue.h(ArcoVue.Button, { type: 'text', size: 'small' }, () => '详情'),
            Vue.h(ArcoVue.Button, { type: 'text', size: 'small' }, () => '退款'),
          ],
        }
      : {}),
    ...(c.key === 'status'
      ? { render: ({ record }) => Vue.h(ArcoVue.Tag, { color: 'green' }, () => record.status) }
      : {}),
  });
  const columns = window
    .tops(scene)
    .map((c) => (c.columns ? { title: c.title, align: 'center', children: c.columns.map(leaf) } : leaf(c)));
  const props = {
    columns,
    data: window.records(scene.page ? scene.all : scene.rows),
    rowKey: 'id',
    bordered: { cell: true },
    loading: scene.loading,
    ...(scene.width
      ? { scroll: { x: scene.columns.reduce((sum, c) => sum + c.width, 0) }, style: { width: `${scene.width}px` } }
      : {}),
    pagination: scene.page
      ? {
          defaultCurrent: scene.page.current,
          pageSize: scene.page.size,
          total: scene.page.total,
          showTotal: true,
          showJumper: true,
          showPageSize: true,
        }
      : false,
  };
  Vue.createApp({ render: () => Vue.h(ArcoVue.Table, props) })
    .use(ArcoVue)
    .mount(box);
};
