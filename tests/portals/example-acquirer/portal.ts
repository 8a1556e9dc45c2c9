import { addDays, type Day } from '../../../src/money/day.ts';
import { yuan } from '../chinaums/bill.ts';
import { type Answer, type Ask, html, type Portal } from '../portal.ts';
import { seeded } from '../random.ts';
import { RECORDER } from '../recorder.ts';

const HEADER = ['交易时间', '交易金额', '手续费', '结算金额', '终端号', '状态'] as const;
const ROWS = 47;
const PAGE_SIZE = 20;
const TERMINAL = '66010001';

export interface AcquirerTruth {
  readonly rows: number;
  readonly pages: number;
  /** Cents. */
  readonly amount: number;
  readonly fee: number;
}

/**
 * A portal that is in no directory: a plain table with a pager of links, each of which loads a whole new document.
 * Everything here is invented. `/records` the list; `/classic` the same, drawn in place by links whose addresses are scripts; `/endless` the same without a pager, more of it when the end is near;
 * `/window` the same, only the rows in view in the page; `/frames` the list above, its pager in a frame below; `/switching` the classic list under the merchant's number, which is another from the last page on: somebody switched it meanwhile; `/stock` a table that is not about money; `/help` no table at all;
 * `/embedded` the list inside a frame of another origin; `/unnamed` a list whose titles mean nothing, in 分 (`?changed`: one title is another).
 */
export class ExampleAcquirerPortal implements Portal {
  readonly hosts = ['pos.example-acquirer.test', 'frames.example-acquirer.test'];
  readonly truth: AcquirerTruth;
  readonly #rows: readonly (readonly string[])[];

  constructor(options: { today: Day; seed: number }) {
    const random = seeded(options.seed + 77);
    let amounts = 0;
    let fees = 0;
    this.#rows = Array.from({ length: ROWS }, (_, index) => {
      const amount = random.between(1000, 60_000);
      const fee = Math.floor((amount * 60 + 5000) / 10_000);
      amounts += amount;
      fees += fee;
      const minute = String(59 - (index % 60)).padStart(2, '0');
      const at = `${addDays(options.today, -1 - Math.floor(index / 5))} 1${4 - (index % 5)}:${minute}:07`;
      return [at, yuan(amount), yuan(fee), yuan(amount - fee), TERMINAL, '交易成功'];
    });
    this.truth = { rows: ROWS, pages: Math.ceil(ROWS / PAGE_SIZE), amount: amounts, fee: fees };
  }

  answer(ask: Ask): Promise<Answer | null> {
    return Promise.resolve(this.#page(ask));
  }

  #page(ask: Ask): Answer | null {
    switch (ask.path) {
      case '/':
      case '/records':
        return html(this.#records(Number(ask.query.get('page') ?? '1')));
      case '/classic':
        return html(this.#classic());
      case '/switching':
        return html(this.#classic('', SWITCHING));
      case '/endless':
        return html(this.#scrolled('endless'));
      case '/window':
        return html(this.#scrolled('window'));
      case '/frames':
        return html(
          document(
            '交易中心',
            '<iframe width="900" height="400" src="/frames/list"></iframe><iframe width="900" height="120" src="/frames/pager"></iframe>',
          ),
        );
      case '/frames/list':
        return html(this.#classic('top.frames[1].draw();'));
      case '/frames/pager':
        return html(
          document(
            '翻页',
            `<div id="pager"></div><button>退款</button><script>
function draw() {
  const { now, last, turn } = parent.frames[0];
  const link = (text, page) => page >= 1 && page <= last ? '<a href="javascript:parent.frames[0].turn(' + page + ')">' + text + '</a>' : text;
  if (now) document.getElementById('pager').innerHTML = link('首页', 1) + ' ' + link('上一页', now - 1) + ' ' + link('下一页', now + 1) + ' 第 ' + now + '/' + last + ' 页';
}
draw();</script>`,
          ),
        );
      case '/stock':
        return html(
          document(
            '库存',
            table(
              ['商品', '规格', '库存', '货架'],
              [
                ['苹果', '5kg', '12', 'A3'],
                ['香梨', '2kg', '40', 'B1'],
              ],
            ),
          ),
        );
      case '/unnamed':
        return html(unnamed(ask.query.has('changed')));
      case '/embedded':
        return html(
          document(
            '交易中心',
            '<h1>交易中心</h1><iframe width="900" height="600" src="https://frames.example-acquirer.test/records"></iframe>',
          ),
        );
      case '/help':
        return html(document('帮助', '<h1>常见问题</h1><p>请在左侧选择一个主题。</p>'));
      default:
        return null;
    }
  }

  /** The list in a box that scrolls: rows are added as its end comes near, or only those in view are there. */
  #scrolled(how: 'endless' | 'window'): string {
    const script = `const rows = ${JSON.stringify(this.#rows)};
const HEIGHT = 30, box = document.getElementById('box'), body = document.querySelector('tbody');
const row = (cells) => '<tr style="height:' + HEIGHT + 'px">' + cells.map((cell) => '<td>' + cell + '</td>').join('') + '</tr>';
const space = (count) => count > 0 ? '<tr style="height:' + count * HEIGHT + 'px"></tr>' : '';
let there = 15, coming = false;
function draw() {
  if ('${how}' === 'endless') { body.innerHTML = rows.slice(0, there).map(row).join(''); return; }
  const from = Math.max(0, Math.floor(box.scrollTop / HEIGHT) - 2), to = Math.min(rows.length, from + 14);
  body.innerHTML = space(from) + rows.slice(from, to).map(row).join('') + space(rows.length - to);
}
box.addEventListener('scroll', () => {
  if ('${how}' === 'window') { requestAnimationFrame(draw); return; }
  if (coming || there >= rows.length || box.scrollTop + box.clientHeight < box.scrollHeight - 40) return;
  coming = true;
  setTimeout(() => { coming = false; there += 15; draw(); }, 100);
});
draw();`;
    return document(
      '交易记录',
      `<h1>交易记录</h1><style>table{border-collapse:collapse}td,th{padding:0}</style><div id="box" style="height:300px;overflow-y:auto">${table(HEADER, [])}</div><button>退款</button><p>共 ${ROWS} 条</p><script>${script}</script>`,
    );
  }

  #classic(turned = '', merchants: readonly string[] = []): string {
    const pages = Array.from({ length: this.truth.pages }, (_, index) =>
      table(HEADER, this.#rows.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE)),
    );
    const script = `const pages = ${JSON.stringify(pages)};
window.last = pages.length;
function turn(to) {
  window.now = to;
  ${turned === '' ? '' : `document.getElementById('list').innerHTML = pages[to - 1]; ${turned} return;`}
  const link = (text, page) => page >= 1 && page <= pages.length ? '<a href="javascript:turn(' + page + ')">' + text + '</a>' : text;
  document.getElementById('list').innerHTML = pages[to - 1];
  const merchants = ${JSON.stringify(merchants)};
  document.getElementById('merchant').textContent = merchants.length > 0 ? '当前商户：' + (to < pages.length ? merchants[0] : merchants[1]) : '';
  document.getElementById('pager').innerHTML = link('首页', 1) + ' ' + link('上一页', to - 1) + ' ' + link('下一页', to + 1) + ' 共 ${ROWS} 条 第 ' + to + '/' + pages.length + ' 页';
}
turn(1);`;
    return document(
      '交易记录',
      `<p id="merchant"></p><div id="list"></div><div id="pager"></div><script>${script}</script>`,
    );
  }

  #records(page: number): string {
    const pages = this.truth.pages;
    const rows = this.#rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const link = (text: string, to: number): string =>
      to >= 1 && to <= pages ? `<a href="/records?page=${to}">${text}</a>` : `<span class="disabled">${text}</span>`;
    const numbers = Array.from({ length: pages }, (_, index) => index + 1).map((number) =>
      number === page ? `<strong>${number}</strong>` : link(String(number), number),
    );
    const pager = `<div class="pagination">${link('上一页', page - 1)} ${numbers.join(' ')} ${link('下一页', page + 1)} 共 ${ROWS} 条 第 ${page} 页</div>`;
    return document(
      '交易记录',
      `<h1>交易记录</h1>${table(HEADER, rows)}${pager}<p><a href="/export">导出</a> <button>退款</button></p>`,
    );
  }
}

/** The numbers of the merchant on `/switching`: on every page but the last, and there. */
export const SWITCHING = ['822290053110021', '822290053110038'] as const;

/** What `/unnamed` shows: cents, and a card number that passes Luhn. The third row is money back. */
export const UNNAMED = {
  rows: [
    ['2026-11-05 09:12:01', '甲类', '128800', '773', '128027', '6222021234567894'],
    ['2026-11-05 10:40:37', '甲类', '4590', '28', '4562', '6222021234567894'],
    ['2026-11-06 11:03:55', '乙类', '4590', '0', '4590', '6222021234567894'],
    ['2026-11-06 18:21:09', '甲类', '30050', '180', '29870', '6222021234567894'],
  ],
  card: '6222021234567894',
} as const;

function unnamed(changed: boolean): string {
  const header = ['列1', '列2', '列3', '列4', changed ? '列9' : '列5', '列6'];
  const other = table(['商品', '规格', '库存'], [['苹果', '5kg', '12']]);
  return document('交易', `<h1>交易</h1>${other}${table(header, UNNAMED.rows)}<p>共 ${UNNAMED.rows.length} 条</p>`);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${line('th', header)}</thead><tbody>${rows.map((row) => line('td', row)).join('')}</tbody></table>`;
}

function document(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${RECORDER.tag}</head><body>${body}</body></html>`;
}
