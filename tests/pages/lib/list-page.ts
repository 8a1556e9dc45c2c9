/** A portal's list, drawn by the page's own script: rows by page, a pager beside buttons that cost money, and traps to be asked for. */
export interface ListPage {
  readonly rows: number;
  readonly size: number;
  /** Page shown at first. */
  readonly start?: number;
  /** Milliseconds until the rows of a page are there; a mask is shown meanwhile, unless `noMask`. */
  readonly delay?: number;
  readonly noMask?: boolean;
  /** Page on which the header changes, the session ends, the next button does nothing, or the pager jumps back to the first page. */
  readonly headerChangesOn?: number;
  readonly signedOutOn?: number;
  readonly throttledOn?: number;
  readonly stuckOn?: number;
  readonly loopsOn?: number;
  /** The pager's numbers stay, and nothing tells which page is shown. */
  readonly anonymous?: boolean;
  /** Rewrites a cell every so many milliseconds, so many times; `longestRest` in the page is the longest time between two. */
  readonly rewrites?: { readonly every: number; readonly times: number };
}

export const listPage = (
  options: ListPage,
): string => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>交易明细</title>
<style>.mask{position:fixed;inset:0;background:#fff8}</style></head><body>
<div id="count"></div>
<div id="area"><table id="list"><thead></thead><tbody></tbody></table></div>
<div id="bar"><button data-bad="支付">支付</button><button data-bad="退款">退款</button><button data-bad="确认">确认</button>
<span id="pager"></span>
<button data-bad="删除">删除</button><a href="#" data-bad="导出">导出</a><button data-bad="next" aria-label="下一页并支付">下一步</button></div>
<script>
const o = ${JSON.stringify(options)};
window.pressed = []; window.served = [];
document.addEventListener('click', (event) => { const bad = event.target.closest('[data-bad]'); if (bad) window.pressed.push(bad.dataset.bad); }, true);
const pages = Math.ceil(o.rows / o.size);
let page = 0;
const rowsOf = (n) => Array.from({ length: Math.min(o.size, o.rows - (n - 1) * o.size) }, (_, i) => (n - 1) * o.size + i + 1);
function draw(n) {
  if (n === o.signedOutOn) { document.getElementById('area').innerHTML = '<p>登录超时，请重新登录</p>'; return; }
  if (n === o.throttledOn) { const p = document.createElement('div'); p.textContent = '操作过于频繁'; document.body.append(p); }
  const names = o.headerChangesOn && n >= o.headerChangesOn ? ['月份', '笔数', '分润'] : ['交易时间', '交易金额', '卡号'];
  document.querySelector('#list thead').innerHTML = '<tr>' + names.map((name) => '<th>' + name + '</th>').join('') + '</tr>';
  document.querySelector('#list tbody').innerHTML = rowsOf(n).map((i) => '<tr><td>2026-10-01 ' + i + '</td><td>' + i + '.00</td><td>6222021234567890128</td></tr>').join('');
  if (o.rewrites) { let left = o.rewrites.times, last = performance.now(); const timer = setInterval(() => { const now = performance.now(); window.longestRest = Math.max(window.longestRest || 0, now - last); last = now; const cell = document.querySelector('#list tbody td:nth-child(2)'); if (cell) cell.textContent = (left) + '.99'; if ((left -= 1) <= 0) { clearInterval(timer); if (cell) cell.textContent = rowsOf(n)[0] + '.00'; } }, o.rewrites.every); }
}
function pager(n) {
  const numbers = o.anonymous ? '' : Array.from({ length: pages }, (_, i) => '<a href="javascript:;" class="' + (i + 1 === n ? 'current' : '') + '" data-page="' + (i + 1) + '">' + (i + 1) + '</a>').join(' ');
  document.getElementById('pager').innerHTML = '<button class="prev"' + (n <= 1 ? ' disabled' : '') + '>上一页</button> ' + numbers + ' <button class="next"' + (n >= pages && !o.loopsOn ? ' disabled' : '') + '>下一页</button>';
}
function go(n) {
  if (n > pages) n = o.loopsOn ? 1 : pages;
  if (n < 1 || n === page) return;
  page = n; window.served.push(n); pager(n);
  if (!o.delay) return draw(n);
  const mask = document.createElement('div'); mask.className = o.noMask ? '' : 'el-loading-mask mask'; document.body.append(mask);
  setTimeout(() => { mask.remove(); if (page === n) draw(n); }, o.delay);
}
document.getElementById('pager').addEventListener('click', (event) => {
  const el = event.target;
  if (page === o.stuckOn) return;
  if (o.loopsOn && page === o.loopsOn && el.className === 'next') return go(1);
  if (el.className === 'next') go(page + 1); else if (el.className === 'prev') go(page - 1); else if (el.dataset.page) go(Number(el.dataset.page));
});
document.getElementById('count').textContent = '共 ' + o.rows + ' 条';
page = (o.start || 1); window.served.push(page); pager(page); draw(page);
</script></body></html>`;
