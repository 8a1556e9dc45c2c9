/* Vue 2: Element UI. */
window.mountScene = async (scene, box) => {
  const column = `<el-table-column :key="c.key" :prop="c.key" :label="c.title" :width="c.width" :fixed="c.fixed" :sortable="!!c.sortable" :align="c.align" show-overflow-tooltip>`;
  const template = `<div :style="scene.width ? 'width:' + scene.width + 'px' : ''">
    <el-table :data="rows" border stripe row-key="id" :height="scene.height" v-loading="scene.loading" element-loading-text="拼命加载中"
      :show-summary="scene.summary !== null" :summary-method="summary" :expand-row-keys="scene.open" style="width:100%">
      <template v-for="c in tops">
        <el-table-column v-if="c.kind === 'select'" type="selection" width="55" :fixed="c.fixed" :key="c.key"></el-table-column>
        <el-table-column v-else-if="c.kind === 'expand'" type="expand" :key="c.key"><template slot-scope="s"><p>{{ s.row.details }}</p></template></el-table-column>
        <el-table-column v-else-if="c.kind === 'actions'" :label="c.title" :width="c.width" :fixed="c.fixed" :key="c.key"><template slot-scope="s">
          <el-button type="text" size="small">详情</el-button><el-button type="text" size="small">退款</el-button></template></el-table-column>
        <el-table-column v-else-if="c.columns" :label="c.title" :key="c.title" align="center"><el-table-column v-for="d in c.columns" :key="d.key" :prop="d.key" :label="d.title" :width="d.width" :align="d.align"></el-table-column></el-table-column>
        <el-table-column v-else-if="c.key === 'status'" :label="c.title" :width="c.width" :key="c.key"><template slot-scope="s"><el-tag size="small">{{ s.row.status }}</el-tag></template></el-table-column>
        <template v-else>${column}</el-table-column></template>
      </template>
    </el-table>
    <el-pagination v-if="scene.page" background :current-page="scene.page.current" :page-size="scene.page.size" :page-sizes="[10, 20, 50]"
      layout="total, sizes, prev, pager, next, jumper" :total="scene.page.total"></el-pagination></div>`;
  new window.Vue({
    el: box,
    template,
    data: () => ({ scene, tops: window.tops(scene), rows: window.records(scene.rows) }),
    methods: { summary: ({ columns }) => columns.map(({ property }) => scene.summary[property] ?? '') },
  });
};
