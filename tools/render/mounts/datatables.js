/* DataTables 1.10 and 2. */
window.mountScene = async (scene, box) => {
  const { $ } = window;
  const expands = scene.columns.some((c) => c.kind === 'expand');
  const heads = scene.columns.map((c) => `<th>${c.title}</th>`).join('');
  const foot = scene.summary
    ? `<tfoot><tr>${scene.columns.map((c) => `<th>${scene.summary[c.key] ?? ''}</th>`).join('')}</tr></tfoot>`
    : '';
  const table = $(`<table class="display" style="width:100%"><thead><tr>${heads}</tr></thead>${foot}</table>`).appendTo(
    box,
  );
  const api = table.DataTable({
    data: window.records(scene.page ? scene.all : scene.rows),
    columns: scene.columns.map((c) => ({
      data: c.kind ? null : c.key,
      defaultContent: '',
      visible: !c.hidden,
      orderable: c.kind === undefined,
      className: c.kind === 'expand' ? 'dt-control' : c.align ? 'dt-right' : '',
      type: 'string',
    })),
    order: [],
    paging: scene.page !== null,
    pageLength: scene.page?.size ?? 100,
    searching: scene.page !== null,
    displayStart: scene.page ? (scene.page.current - 1) * scene.page.size : 0,
    ...(scene.height ? { scrollY: `${scene.height}px`, scrollCollapse: true } : {}),
    language: {
      lengthMenu: '显示 _MENU_ 项结果',
      zeroRecords: '没有匹配结果',
      info: '显示第 _START_ 至 _END_ 项结果，共 _TOTAL_ 项',
      infoEmpty: '显示第 0 至 0 项结果，共 0 项',
      search: '搜索：',
      emptyTable: '表中数据为空',
      paginate: { first: '首页', previous: '上页', next: '下页', last: '末页' },
    },
  });
  if (expands)
    for (const id of scene.open)
      api
        .row(scene.rows.findIndex((row) => row.id === id))
        .child(`<p>${scene.rows.find((row) => row.id === id).details}</p>`)
        .show();
};
