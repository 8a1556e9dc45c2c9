/** The 对账明细 page's own script: asks for a page, shows the mask meanwhile, and draws table, count and pager anew. */
export const DETAIL_SCRIPT = `
const body = document.querySelector('#detail tbody');
const count = document.querySelector('#count');
const pager = document.querySelector('#pager');
const columns = document.querySelectorAll('#detail th').length;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function box(text) {
  const layer = element('div', 'layui-layer layui-layer-dialog');
  layer.append(element('div', 'layui-layer-title', '提示'), element('div', 'layui-layer-content', text));
  document.body.append(layer);
}

function row(cells) {
  const tr = element('tr');
  tr.append(...cells.map((cell) => element('td', '', cell)));
  return tr;
}

function control(text, className, page, current) {
  const a = element('a', className, text);
  a.href = 'javascript:;';
  if (page !== null && page !== current) a.addEventListener('click', () => load(page));
  return a;
}

function drawPager({ number, totalPages }) {
  const parts = [];
  parts.push(control('上一页', 'layui-laypage-prev' + (number === 1 ? ' layui-disabled' : ''), number === 1 ? null : number - 1));
  const shown = [...new Set([1, number - 2, number - 1, number, number + 1, number + 2, totalPages])]
    .filter((page) => page >= 1 && page <= totalPages).sort((a, b) => a - b);
  let last = 0;
  for (const page of shown) {
    if (page > last + 1) parts.push(element('span', 'layui-laypage-spr', '…'));
    if (page === number) {
      const current = element('span', 'layui-laypage-curr');
      current.append(element('em', 'layui-laypage-em'), element('em', '', String(page)));
      parts.push(current);
    } else parts.push(control(String(page), '', page, number));
    last = page;
  }
  const end = number >= totalPages;
  parts.push(control('下一页', 'layui-laypage-next' + (end ? ' layui-disabled' : ''), end ? null : number + 1));
  parts.push(element('span', 'layui-laypage-count', '第 ' + number + ' 页 / 共 ' + totalPages + ' 页'));
  pager.replaceChildren(...parts);
}

async function load(page) {
  const mask = element('div', 'layui-layer layui-layer-loading');
  mask.append(element('div', 'layui-layer-content layui-layer-loading1'));
  document.body.append(mask);
  try {
    const [begin, end] = document.querySelector('#settDate').value.split(' ~ ');
    const answer = await fetch('/uisportal/accountCheckDetailQry/qryAccountCheck', {
      method: 'POST',
      body: new URLSearchParams({
        settDateBegin: begin, settDateEnd: end, transStatus: '1', page, size: 100,
        zdCode: document.querySelector('#zdCode').value,
      }),
    });
    if (!answer.ok) return box('系统正在维护中，请稍后再试');
    show(await answer.json());
  } finally {
    mask.remove();
  }
}

function show(answer) {
  switch (answer.respCode) {
    case '000000': break;
    case 'throttled': return box('操作过于频繁，请稍后再试');
    case 'signed-out-redirect': location.href = '/uisportal/login'; return;
    default: return box('登录已超时，请重新登录');
  }
  const { content, totalElements, totalPages } = answer.pageObj;
  count.textContent = '根据输入条件共查询到 ' + totalElements + ' 条';
  if (content.length === 0) {
    const cell = element('td', 'no-data', '暂无数据');
    cell.colSpan = columns;
    const tr = element('tr');
    tr.append(cell);
    body.replaceChildren(tr);
    pager.replaceChildren();
    return;
  }
  body.replaceChildren(...content.map(row));
  drawPager(answer.pageObj);
}

document.querySelector('#d_search').addEventListener('click', () => load(1));
load(1);
`;
