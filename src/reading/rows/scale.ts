import { type Denomination, parseAmount, parseRate } from '#money/amount.ts';
import type { Field } from '#records/provider.ts';
import type { Column } from '../columns/resolve.ts';
import { cellText } from '../words/plain.ts';

type ColumnsOf = (field: Field) => readonly Column[];
type Rows = readonly (readonly string[])[];

/** Printed figures of the same row, without any unit. */
interface Printed {
  readonly amount: number;
  readonly fee: number;
  readonly net: number | null;
  readonly rate: number | null;
}

const ENOUGH = 5;
const MOST = 2000;
/** No tariff takes a fifth of every sale, or less than one in ten thousand: such a share is a unit read wrongly. */
const HIGHEST_SHARE = 0.2;
const LOWEST_SHARE = 0.0001;
/** Below this, a share is believed only where the amounts have decimals as the fees have. */
const LOW_SHARE = 0.001;
/** Of so small a sale a fixed part may take any share. */
const SMALL_SALE = 10;
const ENOUGH_RATED = 2;

/**
 * The unit of columns whose headers state none, where another money column states 分: if all figures are whole and add up as printed
 * (`amount − fee = net`), they share that unit. Null where nothing shows it.
 */
export function sharedUnit(money: readonly Column[], columnsOf: ColumnsOf, rows: Rows): Denomination | null {
  const silent = money.filter(({ unit }) => unit === null);
  if (silent.length === 0 || !money.some(({ unit }) => unit === 'minor')) return null;
  if (silent.some((column) => hasDecimals(column, rows))) return null;
  const triples = printedRows(columnsOf, rows).filter(({ net }) => net !== null);
  const fits = triples.filter(({ amount, fee, net }) => amount - fee === net || amount + fee === net).length;
  return triples.length > 0 && fits * 2 > triples.length ? 'minor' : null;
}

/**
 * The column whose unit cannot be what it is taken for, by the rows themselves: the fee is a hundred times what the stated rate gives, or a
 * hundredth; or a constant share of the amount that no tariff has; or whole figures only, beside a column in 分 or where cents must occur.
 */
export function scaleConflict(
  money: readonly Column[],
  columnsOf: ColumnsOf,
  rows: Rows,
  denomination: Denomination,
  currency: string,
): Column | null {
  const amount = columnsOf('amount')[0];
  const fee = columnsOf('fee')[0];
  const silent = money.filter(({ unit, field }) => unit === null && field !== 'balance');
  const minor = money.some(({ unit }) => unit === 'minor');
  const whole = silent.find((column) => !hasDecimals(column, rows) && isFilled(column, rows));
  if (minor && denomination === 'major' && whole) return whole;
  if (!amount || !fee) return null;
  const factor = worth(amount.unit ?? denomination) / worth(fee.unit ?? denomination);
  const charged = printedRows(columnsOf, rows).filter((row) => row.fee !== 0 && row.amount !== 0);
  const shares = charged.map((row) => Math.abs(row.fee / row.amount) * factor);
  const rated = charged.map((row, i) => (row.rate === null || row.rate === 0 ? null : (shares[i] ?? 0) / row.rate));
  const known = rated.filter((ratio) => ratio !== null);
  const off = (by: number): number => known.filter((ratio) => Math.abs(ratio / by - 1) < 0.05).length;
  if (known.length >= ENOUGH_RATED && (off(100) * 5 > known.length * 4 || off(0.01) * 5 > known.length * 4)) return fee;
  if (charged.length < ENOUGH) return null;
  const middle = [...shares].sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
  const alike = shares.filter((share) => Math.abs(share / middle - 1) < 0.05).length * 5 > shares.length * 4;
  const capped = new Set(charged.map((row) => Math.abs(row.fee))).size === 1;
  if (alike && (middle > HIGHEST_SHARE || (middle < LOWEST_SHARE && !capped))) return fee;
  if (isImplausible(charged, factor, !hasDecimals(amount, rows) && hasDecimals(fee, rows))) return fee;
  const unsaid = silent.includes(amount) && silent.includes(fee) && denomination === 'major' && currency === 'CNY';
  return unsaid && isWholeThroughout(money, rows, charged) ? amount : null;
}

/**
 * All fees together against all amounts: rates differ by card, so that no two rows need be alike, and a unit read wrongly shows all the same.
 * Rows at the cap (the dearest fee, if it occurs again) say nothing. `whole`: the amounts are whole figures and the fees are not.
 */
function isImplausible(charged: readonly Printed[], factor: number, whole: boolean): boolean {
  const fees = charged.map(({ fee }) => Math.abs(fee));
  const dearest = Math.max(...fees);
  const capped = fees.filter((fee) => fee === dearest).length > 1;
  const open = charged.filter(({ fee }) => !capped || Math.abs(fee) < dearest);
  if (open.length < ENOUGH) return false;
  const sum = (figure: (row: Printed) => number): number => open.reduce((all, row) => all + Math.abs(figure(row)), 0);
  const share = (sum(({ fee }) => fee) / sum(({ amount }) => amount)) * factor;
  if (share > HIGHEST_SHARE) return sum(({ amount }) => amount) / open.length >= SMALL_SALE;
  return share < LOWEST_SHARE || (whole && share < LOW_SHARE);
}

/** Fees by a rate on crooked amounts have cents. A list that shows none anywhere is not in 元, though it does not say in what it is. */
function isWholeThroughout(money: readonly Column[], rows: Rows, charged: readonly Printed[]): boolean {
  if (money.some((column) => hasDecimals(column, rows))) return false;
  const fees = new Set(charged.map(({ fee }) => fee));
  const crooked = charged.filter(({ amount }) => amount % 1000 !== 0).length;
  const shares = charged.map(({ amount, fee }) => Math.abs(fee / amount)).sort((a, b) => a - b);
  const rate = shares[Math.floor(shares.length / 2)] ?? 0;
  // A fee that was rounded to the whole figure, though the rate gives a fraction of it.
  const rounded = charged.filter(({ amount }) => Math.abs(((amount * rate + 0.5) % 1) - 0.5) > 0.05).length;
  return fees.size >= ENOUGH && crooked * 2 > charged.length && rounded * 2 > charged.length;
}

const worth = (unit: Denomination): number => (unit === 'minor' ? 100 : unit === 'wan' ? 0.0001 : 1);

const isFilled = (column: Column, rows: Rows): boolean => rows.some((row) => /[1-9]/.test(cellText(row[column.index])));

const hasDecimals = (column: Column, rows: Rows): boolean =>
  rows.some((row) => /\d[.,]\d{1,2}(?!\d)|[元角分万]/.test(cellText(row[column.index])));

function printedRows(columnsOf: ColumnsOf, rows: Rows): Printed[] {
  const [amount, fee, net, rate] = (['amount', 'fee', 'net', 'rate'] as const).map((field) => columnsOf(field)[0]);
  if (!amount || !fee) return [];
  const step = Math.max(1, Math.floor(rows.length / MOST));
  const printed: Printed[] = [];
  for (let i = 0; i < rows.length; i += step) {
    const row = rows[i] ?? [];
    const [a, f] = [figure(row, amount), figure(row, fee)];
    if (a === null || f === null) continue;
    const stated = rate ? parseRate(cellText(row[rate.index]), rate.bareRate) : null;
    printed.push({
      amount: a,
      fee: f,
      net: net ? figure(row, net) : null,
      rate: stated?.ok ? stated.value / 1_000_000 : null,
    });
  }
  return printed;
}

function figure(row: readonly string[], column: Column): number | null {
  const parsed = parseAmount(cellText(row[column.index]));
  return parsed.ok ? parsed.value / 100_000 : null;
}
