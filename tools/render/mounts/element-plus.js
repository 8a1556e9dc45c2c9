/* Vue 3: Element Plus. */
window.mountScene = async (scene, box) => {
  const column = `<el-table-column :prop="c.key" :label="c.title" :width="c.width" :fixed="c.fixed" :sortable="!!c.sortable" :align="c.align" show-overflow-tooltip></el-table-column>`;
  const template = `<div :style="scene.width ? 'width:' + scene.width + 'px' : ''">
    <el-table :data="rows" border stripe row-key="id" :height="scene.height ?? undefined" v-loading="scene.loading" element-loading-text="拼命加载中"
      :show-summary="scene.summary !== null" :summary-method="summary" :expand-row-keys="scene.open" style="width:100%">
      <template v-for="c in tops" :key="c.key ?? c.title">
        <el-table-column v-if="c.kind === 'select'" type="selection" width="55" :fixed="c.fixed"></el-table-column>
        <el-table-column v-else-if="c.kind === 'expand'" type="expand"><template #default="s"><p>{{ s.row.details }}</p></template></el-table-column>
        <el-table-column v-else-if="c.kind === 'actions'" :label="c.title" :width="c.width" :fixed="c.fixed"><template #default="s">
          <el-button link type="primary" size="small">详情</el-button><el-button link type="primary" size="small">退款</el-button></template></el-table-column>
        <el-table-column v-else-if="c.columns" :label="c.title" align="center"><el-table-column v-for="d in c.columns" :key="d.key" :prop="d.key" :label="d.title" :width="d.width" :align="d.align"></el-table-column></el-table-column>
        <el-table-column v-else-if="c.key === 'status'" :label="c.title" :width="c.width"><template #default="s"><el-tag size="small">{{ s.row.status }}</el-tag></template></el-table-column>
        <template v-else>${column}</template>
      </template>
    </el-table>
    <el-pagination v-if="scene.page" background :default-current-page="scene.page.current" :default-page-size="scene.page.size" :page-sizes="[10, 20, 50]"
      layout="total, sizes, prev, pager, next, jumper" :total="scene.page.total"></el-pagination></div>`;
  const virtual = `<el-table-v2 :columns="wide" :data="rows" :width="scene.width ?? 1200" :height="scene.height" fixed row-key="id"></el-table-v2>`;
  window.Vue.createApp({
    template: scene.virtual ? virtual : template,
    data: () => ({
      scene,
      tops: window.tops(scene),
      rows: window.records(scene.rows),
      wide: scene.columns.map((c) => ({ ...c, dataKey: c.key })),
    }),
    methods: { summary: ({ columns }) => columns.map(({ property }) => scene.summary[property] ?? '') },
  })
    .use(window.ElementPlus, { locale: window.ElementPlusLocaleZhCn })
    .mount(box);
};
