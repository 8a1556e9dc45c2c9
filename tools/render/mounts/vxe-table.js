/* Vue 2 and 3: vxe-table 3 and 4. */
window.mountScene = async (scene, box) => {
  const { Vue } = window;
  const template = `<div :style="scene.width ? 'width:' + scene.width + 'px' : ''">
    <vxe-table border :data="rows" :loading="scene.loading" :show-footer="scene.summary !== null" :footer-method="footer" :row-config="{ keyField: 'id' }" :scroll-x="{ enabled: false }" :scroll-y="{ enabled: false }">
      <template v-for="c in tops">
        <vxe-colgroup v-if="c.columns" :title="c.title" align="center"><vxe-column v-for="d in c.columns" :key="d.key" :field="d.key" :title="d.title" :width="d.width" :align="d.align"></vxe-column></vxe-colgroup>
        <vxe-column v-else-if="c.kind === 'actions'" :title="c.title" :width="c.width" :fixed="c.fixed"><template #default><button type="button">详情</button> <button type="button">退款</button></template></vxe-column>
        <vxe-column v-else :field="c.key" :title="c.title" :width="c.width" :fixed="c.fixed" :align="c.align" sortable></vxe-column>
      </template>
    </vxe-table>
    <vxe-pager v-if="scene.page" :current-page="scene.page.current" :page-size="scene.page.size" :total="scene.page.total"
      :layouts="['PrevPage', 'JumpNumber', 'NextPage', 'FullJump', 'Sizes', 'Total']"></vxe-pager></div>`;
  const options = {
    template,
    data: () => ({ scene, tops: window.tops(scene), rows: window.records(scene.rows) }),
    methods: {
      footer: ({ columns }) => [columns.map(({ field, property }) => scene.summary[field ?? property] ?? '')],
    },
  };
  if (typeof Vue.createApp === 'function') Vue.createApp(options).use(window.VXETable).mount(box);
  else {
    Vue.use(window.VXETable);
    new Vue({ el: box, ...options });
  }
};
