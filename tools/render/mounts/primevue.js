/* Vue 3: PrimeVue 4. */
window.mountScene = async (scene, box) => {
  const { Vue, PrimeVue, PrimeUIX } = window;
  const { DataTable, Column } = PrimeVue;
  const columns = () =>
    scene.columns.map((c) =>
      Vue.h(Column, {
        field: c.key,
        header: c.title,
        key: c.key,
        sortable: c.align === undefined,
        ...(scene.summary ? { footer: scene.summary[c.key] ?? '' } : {}),
      }),
    );
  const props = {
    value: window.records(scene.page ? scene.all : scene.rows),
    dataKey: 'id',
    showGridlines: true,
    loading: scene.loading,
    ...(scene.page
      ? {
          paginator: true,
          rows: scene.page.size,
          first: (scene.page.current - 1) * scene.page.size,
          paginatorTemplate: 'CurrentPageReport FirstPageLink PrevPageLink PageLinks NextPageLink LastPageLink',
          currentPageReportTemplate: '共 {totalRecords} 条',
        }
      : {}),
  };
  Vue.createApp({ render: () => Vue.h(DataTable, props, { default: columns }) })
    .use(PrimeVue.Config, {
      theme: { preset: (PrimeUIX ?? window.PrimeUIXThemes).Themes?.Aura ?? window.PrimeUIX?.Aura },
    })
    .mount(box);
};
