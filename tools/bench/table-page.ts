/** One body cell of the bench's page: what is in it, how it is drawn, how far it reaches. */
interface Cell {
  readonly text: string;
  readonly html: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A page with one long list, and what each way of reading it must say. */
export interface TablePage {
  readonly html: string;
  readonly header: readonly string[];
  /** The texts of the cells of each body row, as they stand in the source. */
  readonly own: readonly (readonly string[])[];
  /** The same on the grid: `''` where a cell from the left or from above reaches over. */
  readonly grid: readonly (readonly string[])[];
  /** What the reader must report: spans repeated into every cell they cover, cards truncated. */
  readonly masked: readonly (readonly string[])[];
  /** Sums in cents. */
  readonly sums: { readonly amount: number; readonly fee: number; readonly net: number };
}

const HEADER = [
  '终端号',
  '交易日期',
  '交易时间',
  '交易类型',
  '资金 / 交易金额',
  '资金 / 手续费',
  '资金 / 结算金额',
  '参考号',
  '卡号',
  '备注',
];
const WIDTH = HEADER.length;
const HEAD = `<tr>${HEADER.slice(0, 4)
  .map((name) => `<th rowspan="2">${name}</th>`)
  .join('')}<th colspan="3">资金</th>${HEADER.slice(7)
  .map((name) => `<th rowspan="2">${name}</th>`)
  .join('')}</tr><tr><th>交易金额</th><th>手续费</th><th>结算金额</th></tr>`;
const STYLE = 'td{border:1px solid #ccc;padding:2px}.out{color:#a00}.tag{border-radius:3px}.cur{color:#666}';
/** One terminal's rows stand together under one cell, as do the rows of one day. */
const ROWS_OF_TERMINAL = 4;
const ROWS_OF_DAY = 2;

const yuan = (cents: number): string =>
  `${Math.floor(cents / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')}.${String(cents % 100).padStart(2, '0')}`;
const two = (n: number): string => String(n).padStart(2, '0');
/** A number of 16 digits in UnionPay's range; most have no valid check digit, the header alone says that they are cards. */
const cardOf = (n: number): string => `622202${String(1_000_000_000 + ((n * 7_919) % 9_000_000_000))}`;

function cellsOf(n: number, sums: { amount: number; fee: number; net: number }): Cell[] {
  const amount = 1_000 + ((n * 7_919) % 900_000);
  const fee = Math.round(amount * 0.006);
  sums.amount += amount;
  sums.fee += fee;
  sums.net += amount - fee;
  const cell = (text: string, html = text, colSpan = 1, rowSpan = 1): Cell => ({ text, html, colSpan, rowSpan });
  const money = (cents: number): Cell =>
    cell(`¥${yuan(cents)}`, `<div class="cell"><span class="cur">¥</span><span><b>${yuan(cents)}</b></span></div>`);
  const cells: Cell[] = [];
  if (n % ROWS_OF_TERMINAL === 0) {
    const terminal = String(10_000_000 + n);
    cells.push(cell(terminal, `<span><span>${terminal}</span></span>`, 1, ROWS_OF_TERMINAL));
  }
  if (n % ROWS_OF_DAY === 0) {
    const day = `2026-${two(1 + (Math.floor(n / 56) % 10))}-${two(1 + (Math.floor(n / ROWS_OF_DAY) % 28))}`;
    cells.push(cell(day, `<span>${day}</span>`, 1, ROWS_OF_DAY));
  }
  const time = `${two(n % 24)}:${two(n % 60)}:${two((n * 7) % 60)}`;
  const kind = n % 3 === 0 ? '扫码支付' : '消费';
  const reference = String(202_600_000_000 + n);
  cells.push(
    cell(time, `<span class="time"><span>${time}</span></span>`),
    cell(kind, `<span class="tag"><span>${kind}</span></span>`),
    money(amount),
    money(fee),
    money(amount - fee),
    cell(reference),
  );
  // A QR payment has no card: one cell says so over two columns.
  if (n % 3 === 0) cells.push(cell('微信', '<span class="tag">微信</span>', 2));
  else cells.push(cell(cardOf(n), `<span>${cardOf(n)}</span>`), cell('正常', '<span><em>正常</em></span>'));
  return cells;
}

const truncated = (text: string): string =>
  /^\d{16}$/.test(text) ? `${text.slice(0, 6)}******${text.slice(-4)}` : text;

/** `rows` rows of ten columns with row and column spans, and elements nested in the cells. */
export function tablePage(rows: number): TablePage {
  const own: string[][] = [];
  const grid: string[][] = [];
  const full: string[][] = [];
  const sums = { amount: 0, fee: 0, net: 0 };
  const lines: string[] = [];
  for (let n = 0; n < rows; n += 1) {
    const cells = cellsOf(n, sums);
    const spare = cells.reduce((width, cell) => width + cell.colSpan, 0);
    // Cells from above stand at the left.
    const above = full[n - 1]?.slice(0, WIDTH - spare) ?? [];
    own.push(cells.map((cell) => cell.text));
    grid.push([
      ...above.map(() => ''),
      ...cells.flatMap((cell) => [cell.text, ...new Array<string>(cell.colSpan - 1).fill('')]),
    ]);
    full.push([...above, ...cells.flatMap((cell) => new Array<string>(cell.colSpan).fill(cell.text))]);
    const tags = cells.map(({ html, colSpan, rowSpan }) => {
      const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
      return `<td${spans}>${html}</td>`;
    });
    lines.push(`<tr>${tags.join('')}</tr>`);
  }
  return {
    // Laid out once: a table with row spans that grows while it is parsed is laid out from its top with every piece.
    html: `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>交易明细</title><style>${STYLE}</style>
<style id="wait">table{display:none}</style><body><p>共 ${rows} 条</p><table id="list"><thead>${HEAD}</thead><tbody>${lines.join('\n')}</tbody></table>
<script>document.getElementById('wait').remove()</script></body></html>`,
    header: HEADER,
    own,
    grid,
    masked: full.map((row) => row.map(truncated)),
    sums,
  };
}
