/* Vue 2 and 3: Ant Design Vue 1 and 4. Both take render functions; only the shape of a node's data differs. */
window.mountScene = async (scene, box) => {
  const { Vue, antd } = window;
  const three = typeof Vue.createApp === 'function';
  const link = three ? (text) => Vue.h('a', {}, text) : null;
  const leaf = (c) => ({
    title: c.title,
    dataIndex: c.key,
    key: c.key,
    width: c.width,
    fixed: c.fixed,
    align: c.align,
    ...(c.sortable ? { sorter: () => 0 } : {}),
    ...(c.kind === 'actions'
      ? three
        ? { customRender: () => [link('详情'), ' ', link('退款')] }
        : { scopedSlots: { customRender: 'actions' } }
      : {}),
  });
  const tops = window.tops(scene).filter((c) => c.kind !== 'select' && c.kind !== 'expand');
  const columns = tops.map((c) => (c.columns ? { title: c.title, children: c.columns.map(leaf) } : leaf(c)));
  const table = {
    columns,
    dataSource: window.records(scene.page ? scene.all : scene.rows),
    rowKey: 'id',
    bordered: true,
    loading: scene.loading,
    scroll: scene.width ? { x: scene.columns.reduce((sum, c) => sum + c.width, 0) } : {},
    pagination: scene.page
      ? {
          defaultCurrent: scene.page.current,
          pageSize: scene.page.size,
          total: scene.page.total,
          showTotal: (total) => `共 ${total} 条`,
        }
      : false,
    rowSelection: scene.columns.some((c) => c.kind === 'select') ? { selectedRowKeys: [scene.rows[0].id] } : undefined,
  };
  const template = `<a-config-provider :locale="locale"><div :style="style"><a-table v-bind="table"><template slot="actions"><a>详情</a> <a>退款</a></template></a-table></div></a-config-provider>`;
  const data = () => ({ table, locale: antd.locales.zh_CN, style: scene.width ? { width: `${scene.width}px` } : {} });
  if (three)
    Vue.createApp({ template: template.replace(/<template slot.*<\/template>/, ''), data })
      .use(antd)
      .mount(box);
  else {
    Vue.use(antd);
    new Vue({ el: box, template, data });
  }
};
