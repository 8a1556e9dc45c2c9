/* layui's table: served as a portal serves it, a page at a time. */
window.mountScene = async (scene, box) => {
  const target = document.createElement('table');
  target.id = 'list';
  target.setAttribute('lay-filter', 'list');
  box.append(target);
  const tools = document.createElement('script');
  tools.type = 'text/html';
  tools.id = 'tools';
  tools.innerHTML =
    '<a class="layui-btn layui-btn-xs" lay-event="detail">详情</a><a class="layui-btn layui-btn-danger layui-btn-xs" lay-event="refund">退款</a>';
  document.body.append(tools);
  const leaf = (c) => ({
    field: c.key,
    title: c.title,
    width: c.width,
    fixed: c.fixed,
    sort: c.sortable ?? false,
    align: c.align ?? 'left',
    hide: c.hidden ?? false,
    totalRowText: c.key === 'time' ? '合计' : undefined,
    ...(scene.summary?.[c.key] !== undefined && c.key !== 'time' ? { totalRow: scene.summary[c.key] } : {}),
  });
  const shown = { ...scene, columns: scene.columns.map((c) => ({ ...c, hidden: undefined, hide: c.hidden })) };
  const tops = window.tops(shown);
  const deep = tops.some((c) => c.columns);
  const top = (c) =>
    c.kind === 'select'
      ? { type: 'checkbox', fixed: c.fixed }
      : c.kind === 'actions'
        ? { title: c.title, width: c.width, toolbar: '#tools', fixed: c.fixed, ...(deep ? { rowspan: 2 } : {}) }
        : c.columns
          ? { title: c.title, colspan: c.columns.length, align: 'center' }
          : { ...leaf({ ...c, hidden: c.hide }), ...(deep ? { rowspan: 2 } : {}) };
  const cols = [tops.map(top)];
  if (deep) cols.push(tops.flatMap((c) => c.columns ?? []).map(leaf));
  await new Promise((done) => {
    layui.use(['table', 'laypage', 'layer'], () => {
      const rows = window.records(scene.page ? scene.all : scene.rows);
      layui.table.render({
        elem: target,
        cols,
        data: rows,
        totalRow: scene.summary !== null,
        limit: scene.page?.size ?? 100,
        width: scene.width ?? undefined,
        height: scene.height ?? undefined,
        page: scene.page
          ? {
              curr: scene.page.current,
              limits: [10, 20, 50],
              layout: ['prev', 'page', 'next', 'skip', 'count', 'limit'],
            }
          : false,
        text: { none: '暂无数据' },
        done: () => done(),
      });
    });
  });
  if (scene.loading) layui.layer.load(1, { shade: [0.1, '#fff'] });
};
