/* Vue 2 and 3: Vuetify 2 and 3. */
window.mountScene = async (scene, box) => {
  const { Vue, Vuetify } = window;
  const three = typeof Vue.createApp === 'function';
  const headers = scene.columns
    .filter((c) => c.kind !== 'select')
    .map((c) => ({
      [three ? 'title' : 'text']: c.title,
      [three ? 'key' : 'value']: c.key,
      sortable: c.sortable ?? false,
      align: c.align ? 'end' : 'start',
      width: c.width,
    }));
  const table = {
    headers,
    items: window.records(scene.page ? scene.all : scene.rows),
    showSelect: scene.columns.some((c) => c.kind === 'select'),
    itemsPerPage: scene.page?.size ?? 100,
    page: scene.page?.current ?? 1,
    loading: scene.loading,
    hideDefaultFooter: scene.page === null,
    ...(three
      ? { itemsPerPageText: '每页条数：', pageText: '{0}-{1} 共 {2}' }
      : {
          footerProps: {
            itemsPerPageText: '每页条数：',
            itemsPerPageOptions: [10, 20, 50],
            pageText: '{0}-{1} 共 {2} 条',
          },
        }),
  };
  const template = `<v-app><v-data-table v-bind="table"><template v-slot:item.actions><v-btn small size="small" variant="text" text>详情</v-btn> <v-btn small size="small" variant="text" text>退款</v-btn></template></v-data-table></v-app>`;
  const data = () => ({ table });
  if (three) Vue.createApp({ template, data }).use(Vuetify.createVuetify()).mount(box);
  else new Vue({ el: box, vuetify: new Vuetify(), template, data });
};
