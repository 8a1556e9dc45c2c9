/** How a library keeps the rows of a long list in the page. */
export type Drawn =
  /** Rows at absolute places with `aria-rowindex`, elements used again in any order (ag-Grid, MUI). */
  | 'recycled'
  /** Rows at absolute places without numbers (react-window, el-table-v2). */
  | 'absolute'
  /** A table between two spacers (Tabulator, vxe, Bootstrap Table). */
  | 'spacers'
  /** A table moved by a transform inside a tall element, the browser's scroll bar hidden (rc-virtual-list, Ant Design). */
  | 'moved'
  /** All rows stay; more are added when the end is near. */
  | 'appended';

export interface ScrollPage {
  readonly drawn: Drawn;
  readonly rows: number;
  /** How many rows are there at first, and come at once at the end; without it all are there. */
  readonly batch?: number;
  /** Milliseconds until more rows come. */
  readonly delay?: number;
  /** What stands below the list while more come, and at the end. */
  readonly says?: readonly [coming: string, over: string];
  /** The whole window scrolls, not a box. */
  readonly window?: boolean;
  /** Rows that look alike, one after the other: 1 where all differ. */
  readonly alike?: number;
  /** Says 共 N 条. */
  readonly stated?: number;
  /** Pages of so many rows each, with a pager below. */
  readonly paged?: number;
  /** Where the merchant has scrolled to. */
  readonly start?: number;
  /** Milliseconds by which one scroll in three is drawn late: a busy machine. */
  readonly late?: number;
  /** From this row on nothing more is drawn: the portal does not answer. */
  readonly stuckAt?: number;
}

export const scrollPage = (
  options: ScrollPage,
): string => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>交易明细</title>
<style>* { box-sizing: border-box } html { scroll-behavior: smooth } table { border-collapse: collapse; width: 600px } td, th, [role=row] { height: 32px; padding: 0 }
[role=row] { display: flex; width: 600px } [role=row] > * { width: 300px } .abs { position: absolute }</style></head><body>
<div id="count"></div><button data-bad="退款">退款</button>
<div id="head"></div><div id="box"></div>
<div id="bar"><button data-bad="支付">支付</button><span id="pager"></span><button data-bad="删除">删除</button></div>
<script>
const o = ${JSON.stringify(options)};
window.pressed = []; window.scrolled = [];
document.addEventListener('click', (event) => { const bad = event.target.closest('[data-bad]'); if (bad) window.pressed.push(bad.dataset.bad); }, true);
const HEIGHT = 32, LINES = 10, OVER = 3;
const box = document.getElementById('box');
let page = 1, there = o.batch || o.rows, coming = false;
const size = o.paged || o.rows;
const total = () => Math.min(o.paged ? Math.min(size, o.rows - (page - 1) * size) : o.rows, there);
const text = (at) => { const n = (page - 1) * size + at; return ['2026-10-01 ' + Math.floor(n / (o.alike || 1)), (Math.floor(n / (o.alike || 1)) + 1) + '.00']; };
const action = '<button data-bad="确认">确认</button>';
const tr = (at) => '<tr><td>' + text(at)[0] + '</td><td>' + text(at)[1] + '</td><td>' + action + '</td></tr>';
const cells = (at) => '<div role="cell">' + text(at)[0] + '</div><div role="cell">' + text(at)[1] + '</div><div role="cell">' + action + '</div>';
const HEADER = ['交易时间', '交易金额', '操作'];
const th = '<tr>' + HEADER.map((name) => '<th>' + name + '</th>').join('') + '</tr>';
const gridHead = '<div role="row"' + (o.drawn === 'recycled' ? ' aria-rowindex="1"' : '') + '>' + HEADER.map((name) => '<div role="columnheader">' + name + '</div>').join('') + '</div>';
const scroller = () => o.window ? document.scrollingElement : document.getElementById('scroller');
const style = (overflow) => o.window ? '' : 'height:' + HEIGHT * LINES + 'px;overflow-y:' + overflow + ';position:relative';
const foot = '<p id="foot"></p>';
if (o.drawn === 'recycled' || o.drawn === 'absolute')
  box.innerHTML = '<div role="grid"' + (o.drawn === 'recycled' && !o.batch ? ' aria-rowcount="' + (total() + 1) + '"' : '') + '><div>' + gridHead + '</div><div id="scroller" style="' + style('auto') + '"><div id="rows" style="position:relative"></div></div></div>' + foot;
if (o.drawn === 'moved')
  box.innerHTML = '<div role="table"><div>' + gridHead + '</div><div id="scroller" style="' + style('hidden') + '"><div id="tall"><div id="rows"></div></div></div></div>' + foot;
if (o.drawn === 'spacers' || o.drawn === 'appended')
  box.innerHTML = '<div id="scroller" style="' + style('auto') + '"><table><thead>' + th + '</thead><tbody id="rows"></tbody></table>' + foot + '</div>';
const rows = document.getElementById('rows');
const kept = [];
function draw() {
  const inner = o.window ? scroller().scrollTop - (rows.offsetTop || 0) : scroller().scrollTop;
  const shown = o.window ? innerHeight : HEIGHT * LINES;
  const from = Math.max(0, Math.floor(inner / HEIGHT) - OVER);
  const to = Math.min(total(), Math.min(o.stuckAt || Infinity, Math.ceil((inner + shown) / HEIGHT) + OVER));
  if (o.drawn === 'appended') { for (let at = rows.childElementCount; at < total(); at += 1) rows.insertAdjacentHTML('beforeend', tr(at)); return; }
  if (o.drawn === 'spacers') {
    const space = (height) => '<tr style="height:' + height + 'px"></tr>';
    let html = ''; for (let at = from; at < to; at += 1) html += tr(at);
    rows.innerHTML = (from > 0 ? space(from * HEIGHT) : '') + html + (to < total() ? space((total() - to) * HEIGHT) : ''); return;
  }
  if (o.drawn === 'moved') {
    document.getElementById('tall').style.height = total() * HEIGHT + 'px';
    rows.style.transform = 'translateY(' + from * HEIGHT + 'px)';
    let html = ''; for (let at = from; at < to; at += 1) html += '<div role="row">' + cells(at) + '</div>';
    rows.innerHTML = html; return;
  }
  rows.style.height = total() * HEIGHT + 'px';
  const wanted = new Set(Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i));
  const free = kept.filter((el) => !wanted.has(el.at) || el.page !== page || (wanted.delete(el.at), false));
  for (const at of wanted) {
    let el = free.pop();
    if (!el) { el = document.createElement('div'); el.setAttribute('role', 'row'); el.className = 'abs'; kept.push(el); rows.append(el); }
    el.at = at; el.page = page; el.innerHTML = cells(at);
    el.style[o.drawn === 'recycled' ? 'transform' : 'top'] = o.drawn === 'recycled' ? 'translateY(' + at * HEIGHT + 'px)' : at * HEIGHT + 'px';
    if (o.drawn === 'recycled') el.setAttribute('aria-rowindex', at + 2);
  }
  for (const el of free) { kept.splice(kept.indexOf(el), 1); el.remove(); }
  if (o.drawn === 'absolute') rows.append(...kept.sort((a, b) => a.at - b.at));
}
let waiting = false;
(o.window ? document : scroller()).addEventListener('scroll', () => {
  window.scrolled.push(scroller().scrollTop);
  // As libraries do: not in the event, but at the next frame.
  const drawn = () => { waiting = false; draw(); };
  if (!waiting) { waiting = true; if (o.late && window.scrolled.length % 3 === 2) setTimeout(drawn, o.late); else requestAnimationFrame(drawn); }
  const at = scroller();
  if (o.batch && !coming && there < o.rows && there < (o.stuckAt || Infinity) && at.scrollTop + at.clientHeight > at.scrollHeight - 60) {
    coming = true; say(0);
    setTimeout(() => { coming = false; there = Math.min(o.rows, there + o.batch); draw(); say(there < o.rows ? -1 : 1); }, o.delay || 0);
  }
}, { passive: true });
const say = (which) => { document.getElementById('foot').textContent = which < 0 || !o.says ? '' : o.says[which]; };
if (o.stated) document.getElementById('count').textContent = '共 ' + o.stated + ' 条';
function pager() {
  const pages = Math.ceil(o.rows / size);
  document.getElementById('pager').innerHTML = '<button class="prev"' + (page <= 1 ? ' disabled' : '') + '>上一页</button> 第 ' + page + ' / ' + pages + ' 页 <button class="next"' + (page >= pages ? ' disabled' : '') + '>下一页</button>';
}
if (o.paged) { pager(); document.getElementById('pager').addEventListener('click', (event) => { page += event.target.className === 'next' ? 1 : -1; pager(); setTimeout(draw, 20); }); }
draw();
if (o.start) { scroller().scrollTo({ top: o.start, behavior: 'instant' }); draw(); }
</script></body></html>`;
