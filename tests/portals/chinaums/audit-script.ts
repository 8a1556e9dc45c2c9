/** Draws what Element-UI draws: header and body as two tables, a clone of both for the fixed columns, a pagination of list items and icon buttons. */
export const AUDIT_SCRIPT = `
const app = document.querySelector('#app');
const all = app.dataset.columns.split(',');
const wanted = ['清算日期', '交易日期', '交易时间', '商户号', '终端号', '交易类型', '交易金额', '手续费', '清算金额', '流水号', '参考号', '卡号', '卡类型', '支付类型', '备注'];
const fixed = 1;

function element(tag, className, ...inside) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

const headRow = (clone) => element('tr', '', ...wanted.map((name, i) =>
  element('th', 'el-table_1_column_' + (i + 1) + ' is-leaf' + (clone !== i < fixed ? ' is-hidden' : ''), element('div', 'cell', name))));
const bodyRow = (cells, clone) => element('tr', 'el-table__row', ...cells.map((text, i) =>
  element('td', 'el-table_1_column_' + (i + 1) + (clone !== i < fixed ? ' is-hidden' : ''), element('div', 'cell', text))));
const table = (className, part) => element('table', className, part);

function drawTable(rows) {
  const side = (clone) => {
    const body = table('el-table__body', element('tbody', '', ...rows.map((row) => bodyRow(row, clone))));
    const header = table('el-table__header', element('thead', '', headRow(clone)));
    return [header, body];
  };
  const [header, body] = side(false);
  const wrapper = element('div', 'el-table__body-wrapper is-scrolling-left', body);
  if (rows.length === 0) wrapper.append(element('div', 'el-table__empty-block', element('span', 'el-table__empty-text', '暂无数据')));
  const parts = [element('div', 'el-table__header-wrapper', header), wrapper];
  if (rows.length > 0) {
    const [fixedHeader, fixedBody] = side(true);
    parts.push(element('div', 'el-table__fixed',
      element('div', 'el-table__fixed-header-wrapper', fixedHeader), element('div', 'el-table__fixed-body-wrapper', fixedBody)));
  }
  return element('div', 'el-table el-table--border', ...parts);
}

function drawPagination(page, pages, total) {
  const button = (className, icon, to) => {
    const made = element('button', className, element('i', 'el-icon ' + icon));
    made.type = 'button';
    made.disabled = to < 1 || to > pages;
    made.addEventListener('click', () => load(to));
    return made;
  };
  const shown = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  const items = [];
  let last = 0;
  for (const n of shown) {
    if (n > last + 1) items.push(element('li', 'el-icon more el-icon-more'));
    const li = element('li', 'number' + (n === page ? ' active' : ''), String(n));
    if (n !== page) li.addEventListener('click', () => load(n));
    items.push(li);
    last = n;
  }
  return element('div', 'el-pagination', element('span', 'el-pagination__total', '共 ' + total + ' 条'),
    button('btn-prev', 'el-icon-arrow-left', page - 1), element('ul', 'el-pager', ...items), button('btn-next', 'el-icon-arrow-right', page + 1));
}

function say(text) {
  app.prepend(element('div', 'el-message el-message--error', element('p', 'el-message__content', text)));
}

async function load(page) {
  const mask = element('div', 'el-loading-mask', element('div', 'el-loading-spinner'));
  (app.querySelector('.el-table') ?? app).append(mask);
  const answer = await fetch('/uisportalfront/api/auditOfTrade', { method: 'POST', body: new URLSearchParams({ page, size: 100 }) });
  const { respCode, pageObj } = await answer.json().catch(() => ({ respCode: 'maintenance' }));
  mask.remove();
  if (respCode === 'throttled') return say('操作过于频繁，请稍后再试');
  if (respCode === 'maintenance') return say('系统正在维护中，请稍后再试');
  if (respCode !== '000000') return say('登录已超时，请重新登录');
  const picks = wanted.map((name) => all.indexOf(name));
  const rows = pageObj.content.map((cells) => picks.map((at) => cells[at]));
  app.replaceChildren(
    element('h3', '', '交易对账'),
    element('div', 'filters', '清算时间 ' + app.dataset.from + ' ~ ' + app.dataset.to),
    element('p', '', '根据查询条件共查询到 ' + pageObj.totalElements + ' 条记录'),
    drawTable(rows),
    drawPagination(pageObj.number, pageObj.totalPages, pageObj.totalElements),
  );
}

if (location.hash.startsWith('#/auditOfTrade2026')) load(1);
`;
