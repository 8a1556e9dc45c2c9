import { addDays, type Day, makeDay } from '#money/day.ts';
import { tidyCell } from './cells.ts';
import { widthOf } from './columns-of-text.ts';
import type { Sections } from './sections.ts';

/** Fields of 银联's ZM merchant file and their widths in bytes (domain.md §4.6). Amounts are 分; those of 13 places begin with C or D. */
const FIELDS: readonly (readonly [title: string, width: number])[] = [
  ['交易代码', 3],
  ['代理机构标识码', 11],
  ['发送机构标识码', 11],
  ['系统跟踪号', 6],
  ['交易传输时间', 10],
  ['账号', 19],
  ['交易金额(分)', 12],
  ['商户类别', 4],
  ['终端类型', 2],
  ['查询流水号', 21],
  ['支付方式（旧）', 2],
  ['商户订单号', 32],
  ['支付卡类型', 2],
  ['原始交易的系统跟踪号', 6],
  ['原始交易日期时间', 10],
  ['商户手续费(分)', 13],
  ['结算金额(分)', 13],
  ['支付方式', 4],
  ['集团商户代码', 15],
  ['交易类型', 2],
  ['交易子类', 2],
  ['业务类型', 6],
  ['账号类型', 2],
  ['账单类型', 4],
  ['账单号码', 32],
  ['交互方式', 1],
  ['原交易查询流水号', 21],
  ['商户代码', 15],
  ['分账入账方式', 1],
  ['二级商户代码', 15],
  ['二级商户简称', 32],
  ['二级商户分账入账金额(分)', 13],
  ['清算净额(分)', 13],
  ['终端号', 8],
  ['商户自定义域', 32],
  ['优惠金额(分)', 13],
  ['发票金额(分)', 13],
  ['分期付款附加手续费(分)', 12],
  ['分期付款期数', 2],
  ['交易介质', 1],
];
const WIDTH = FIELDS.reduce((sum, [, width]) => sum + width, 0);
const TIME = 4;
const ACCOUNT = 5;
const AMOUNT = 6;
const SIGNED = 13;

/**
 * A ZM file: every line has the 40 fields, with or without one blank between them, and perhaps reserved places after them. The month and day of a
 * transaction take their year from the settlement day in the file's name (`IN260605…ZM_…`); without it they stay as printed, and are refused later.
 * Null if the lines are nothing of the kind.
 */
export function readZm(lines: readonly string[], name: string): Sections | null {
  const filled = lines.filter((line) => line.trim() !== '');
  const first = filled[0];
  if (first === undefined || !/^\s*[A-Z0-9]/.test(first)) return null;
  const gap = [1, 0].find((blank) => isZm(fieldsOf(first, blank)));
  if (gap === undefined) return null;
  const settled = settlementDay(name);
  const rows: string[][] = [];
  const texts: string[] = [];
  for (const line of filled) {
    const fields = fieldsOf(line, gap);
    if (isZm(fields)) rows.push(fields.map((field, i) => cellOf(field, i, settled)));
    else texts.push(tidyCell(line));
  }
  return { tables: [{ trailer: false, header: FIELDS.map(([title]) => title), rows }], texts };
}

function fieldsOf(line: string, gap: number): string[] {
  const fields: string[] = [];
  const chars = [...line];
  let c = 0;
  for (const [, width] of FIELDS) {
    let field = '';
    for (let left = width; left > 0 && c < chars.length; c++) {
      const char = chars[c] ?? '';
      field += char;
      left -= widthOf(char);
    }
    fields.push(field);
    c += gap;
  }
  return fields;
}

/** By what cannot be otherwise: a trace number, a time of transmission and an amount in their places. */
function isZm(fields: readonly string[]): boolean {
  const time = /^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d$/;
  return (
    fields.join('').length > WIDTH / 2 &&
    /^[0-9 ]{11}$/.test(fields[1] ?? '') &&
    /^\d{6}$/.test(fields[3] ?? '') &&
    time.test(fields[TIME] ?? '') &&
    /^[0-9* ]{19}$/.test(fields[ACCOUNT] ?? '') &&
    /^\d{12}$/.test(fields[AMOUNT] ?? '')
  );
}

function cellOf(field: string, index: number, settled: Day | null): string {
  const cell = tidyCell(field);
  if (index === TIME) return settled === null ? cell : moment(cell, settled);
  if (FIELDS[index]?.[1] !== SIGNED) return cell;
  return cell.replace(/^C(?=\d)/, '').replace(/^D(?=\d)/, '-');
}

/** The last such day that is not after the settlement day (one day over, for a clock that is ahead). */
function moment(text: string, settled: Day): string {
  const year = Number(settled.slice(0, 4));
  const days = [year + 1, year, year - 1].flatMap((of) => {
    const day = makeDay(of, Number(text.slice(0, 2)), Number(text.slice(2, 4)));
    return day.ok && day.value <= addDays(settled, 1) ? [day.value] : [];
  });
  const clock = `${text.slice(4, 6)}:${text.slice(6, 8)}:${text.slice(8, 10)}`;
  return days[0] === undefined ? text : `${days[0]} ${clock}`;
}

function settlementDay(name: string): Day | null {
  const found = /(?:^|[^A-Za-z])IN[DN]?(\d{2})(\d{2})(\d{2})\d{0,2}ZM/i.exec(name);
  const day = found ? makeDay(2000 + Number(found[1]), Number(found[2]), Number(found[3])) : null;
  return day?.ok ? day.value : null;
}
