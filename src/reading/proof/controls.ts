import type { Units } from '#money/amount.ts';
import type { Field, Format } from '#records/provider.ts';
import type { Control } from '#records/reading.ts';
import { headerKey } from '../columns/resolve.ts';
import { cellText, plain } from '../words/plain.ts';
import { unitOfHeader } from '../words/units.ts';
import type { RowRecord, TotalRow, Trailer } from './record.ts';
import { lengthOf, type Span, sumOver } from './spans.ts';
import { compare, computed, countOf, printedIn } from './sums.ts';

const SUMMED = ['amount', 'income', 'expense', 'fee', 'net', 'refund-amount'] as const satisfies readonly Field[];

/** The figures of a trailer table (`总交易单数,应结订单总金额,…` and its values) against the rows above it, by the rules of their format. */
export function trailerControls(format: Format, trailer: Trailer, records: readonly RowRecord[]): Control[] {
  const keys = trailer.header.map(headerKey);
  // A summary by type has its overall figures in a row of its own.
  const values =
    trailer.rows.find((row) => row.some((cell) => /^(?:合计|总计)$/.test(plain(cell)))) ?? only(trailer.rows);
  if (!values) return [];
  return (format.controls ?? []).flatMap((rule) => {
    const index = rule.header === undefined ? -1 : keys.indexOf(headerKey(rule.header));
    const figure = index < 0 ? null : computed(rule, records);
    if (figure === null) return [];
    const header = trailer.header[index] ?? '';
    const signless = rule.compute.of !== 'fee';
    return (
      compare(
        rule.what,
        header,
        values[index] ?? '',
        figure,
        rule.compute.how,
        unitOfHeader(header) ?? 'major',
        signless,
      ) ?? []
    );
  });
}

const only = (rows: readonly (readonly string[])[]): readonly string[] | undefined =>
  rows.length === 1 ? rows[0] : undefined;

/** The lines outside the rows that a format's rules know (`#收入合计：18笔，共14989.00元`). */
export function lineControls(format: Format, texts: readonly string[], records: readonly RowRecord[]): Control[] {
  return (format.controls ?? []).flatMap((rule) => {
    for (const text of rule.pattern ? texts : []) {
      const line = cellText(text).replace(/,+$/, '');
      const stated = rule.pattern?.exec(line)?.[1];
      if (stated === undefined) continue;
      const figure = computed(rule, records);
      if (figure === null) return [];
      return compare(rule.what, line, stated, figure, rule.compute.how) ?? [];
    }
    return [];
  });
}

/**
 * One row of totals against the rows that it may speak about: a subtotal about those since the last one or its page, a total about the
 * whole list or its table. It agrees if one of these adds up, by the figures as printed or with the merchant's signs.
 */
export function totalControls(total: TotalRow, all: readonly RowRecord[]): Control[] {
  const { rows, until, from, part, plan } = total;
  const above = { rows, from: 0, until };
  const whole = { rows: all, from: 0, until: all.length };
  const spans: readonly Span[] = part ? [{ rows, from, until }, above] : [whole, above];
  const controls: Control[] = [];
  for (const field of SUMMED) {
    for (const { index, header, unit } of plan.columnsOf(field)) {
      const cell = cellText(total.cells[index]);
      if (countOf(cell) === null && !/\d[.,]\d/.test(cell)) continue;
      const printed = printedIn(index, header, plan.decimal);
      const what = part ? `sub-${field}` : field;
      const words = `${labelOf(total)} ${header}`;
      const figures = spans.flatMap((span) => [sumOver(span, `printed ${index}`, printed), ...entrySum(span, field)]);
      const tries = figures.flatMap(
        (figure) => compare(what, words, cell, figure, 'sum', unit ?? plan.denomination, true, plan.decimal) ?? [],
      );
      const found = tries.find(({ agrees }) => agrees) ?? tries[0];
      if (found) controls.push(found);
    }
  }
  const counts = countsColumn(total);
  const countsIn = ({ cells }: RowRecord): number | null => countOf(cells[counts ?? -1] ?? '');
  if (counts !== null && sumOver(whole, `has count ${counts}`, (record) => (countsIn(record) === null ? 0 : 1)) > 0) {
    const tries = spans.flatMap((span) => {
      const sum = sumOver(span, `count ${counts}`, (record) => countsIn(record) ?? 0);
      const what = part ? 'sub-transactions' : 'transactions';
      return compare(what, labelOf(total), total.cells[counts] ?? '', sum, 'count') ?? [];
    });
    const found = tries.find(({ agrees }) => agrees) ?? tries[0];
    return found ? [...controls, found] : controls;
  }
  const count = countIn(total);
  if (count !== null) {
    const span = spans.find((one) => lengthOf(one) === count) ?? spans[0] ?? whole;
    const control = compare(part ? 'sub-rows' : 'rows', labelOf(total), String(count), lengthOf(span), 'count');
    if (control) controls.push(control);
  }
  return controls;
}

/** The same with the merchant's signs, of figures that an entry keeps. */
function entrySum(span: Span, field: (typeof SUMMED)[number]): Units[] {
  if (field !== 'amount' && field !== 'fee' && field !== 'net') return [];
  return [sumOver(span, field, ({ entry }) => (entry?.state === 'failed' ? 0 : (entry?.[field] ?? 0)))];
}

const labelOf = (total: TotalRow): string =>
  cellText(total.cells.find((cell) => /计|total|sum|汇总/i.test(cell)) ?? '').slice(0, 100);

/** `合计：12笔`, or a count in a column of counts. */
function countIn(total: TotalRow): number | null {
  const said = /(\d{1,9})\s*(?:[笔条筆條]|transactions|items|records|rows)/i.exec(labelOf(total))?.[1];
  if (said !== undefined) return Number(said);
  const index = countsColumn(total);
  return index === null ? null : countOf(total.cells[index] ?? '');
}

/** Rows that stand for several trades each say how many: then the total adds those up. */
function countsColumn(total: TotalRow): number | null {
  const index = total.group.header.findIndex((text) => /笔数|条数/.test(plain(text)));
  return index < 0 ? null : index;
}

/** Rows whose movement is the step to the next balance in size and not in sign, where nearly all movements are such steps in size; else 0. */
function turnedSteps(records: readonly RowRecord[]): number {
  const rows = records.flatMap(({ entry }) =>
    entry && entry.balance !== null && entry.state !== 'failed'
      ? [{ balance: entry.balance, moved: entry.net ?? entry.amount ?? 0 }]
      : [],
  );
  let most = { sizes: 0, turned: 0 };
  for (const order of [rows, rows.toReversed()]) {
    let [sizes, turned] = [0, 0];
    for (const [i, { balance, moved }] of order.entries()) {
      const step = balance - (order[i - 1]?.balance ?? balance);
      if (i === 0 || step === 0 || Math.abs(step) !== Math.abs(moved)) continue;
      sizes += 1;
      if (step !== moved) turned += 1;
    }
    if (sizes > most.sizes || (sizes === most.sizes && turned < most.turned)) most = { sizes, turned };
  }
  return most.sizes >= 3 && most.sizes * 5 >= (rows.length - 1) * 4 ? most.turned : 0;
}

/**
 * Whether a running balance runs: each row is a step from balance − movement to balance, and all steps of one account join to one chain, in
 * whatever order the rows stand. `computed` is the number of breaks. Null where there is no such balance to follow.
 */
export function balanceControl(records: readonly RowRecord[], words: string): Control | null {
  const ends = new Map<string, Map<Units, number>>();
  let steps = 0;
  for (const { entry, table } of records) {
    if (!entry || entry.ledger === 'notice' || entry.kind === 'balance' || entry.state === 'failed') continue;
    const moved = entry.net ?? entry.amount;
    if (entry.balance === null || moved === null) return null;
    // Two tables of one page are two lists, though their titles be the same.
    const list = `${table} ${entry.account} ${entry.currency}`;
    const account = ends.get(list) ?? new Map<Units, number>();
    ends.set(list, account);
    account.set(entry.balance, (account.get(entry.balance) ?? 0) + 1);
    account.set(entry.balance - moved, (account.get(entry.balance - moved) ?? 0) - 1);
    steps += 1;
  }
  if (steps < 3) return null;
  let breaks = 0;
  for (const account of ends.values()) {
    let open = 0;
    for (const count of account.values()) if (count > 0) open += count;
    breaks += Math.max(0, open - 1);
  }
  // A column that breaks nearly everywhere is no running balance of these rows, unless it runs the other way: then signs were read wrongly.
  const turned = turnedSteps(records);
  if (breaks * 2 > steps && turned === 0) return null;
  if (breaks * 2 > steps || breaks === 0) breaks = turned;
  return { what: 'balance-runs', words, stated: '0', computed: String(breaks), agrees: breaks === 0, rows: steps };
}
