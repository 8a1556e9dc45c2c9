/* Vue 2: iView and its successor View UI. */
window.mountScene = async (scene, box) => {
  const leaf = (c) => ({
    title: c.title,
    key: c.key,
    [scene.width !== null ? 'width' : 'minWidth']: c.width,
    fixed: c.fixed,
    align: c.align,
    tooltip: c.key === 'order',
    ...(c.kind === 'actions'
      ? {
          render: (h) =>
            h('div', [
              h('Button', { props: { type: 'text', size: 'small' } }, '详情'),
              h('Button', { props: { type: 'error', size: 'small' } }, '退款'),
            ]),
        }
      : {}),
    ...(c.key === 'status' ? { render: (h, { row }) => h('Tag', { props: { color: 'success' } }, row.status) } : {}),
  });
  const columns = window
    .tops(scene)
    .map((c) =>
      c.kind === 'select'
        ? { type: 'selection', width: 60, fixed: c.fixed }
        : c.columns
          ? { title: c.title, align: 'center', children: c.columns.map(leaf) }
          : leaf(c),
    );
  new window.Vue({
    el: box,
    template: `<div :style="scene.width ? 'width:' + scene.width + 'px' : ''">
      <i-table border stripe :columns="columns" :data="rows" :loading="scene.loading" :height="scene.height || undefined" :show-summary="scene.summary !== null" :summary-method="summary"></i-table>
      <page v-if="scene.page" :current="scene.page.current" :page-size="scene.page.size" :total="scene.page.total" show-total show-sizer show-elevator></page></div>`,
    data: () => ({ scene, columns, rows: window.records(scene.rows) }),
    methods: {
      summary({ columns: list }) {
        return Object.fromEntries(list.map(({ key }) => [key, { key, value: scene.summary[key] ?? '' }]));
      },
    },
  });
};
