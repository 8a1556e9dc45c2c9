import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { MAX_ROWS } from '../causes/cause.ts';
import { fixedDeduction } from '../causes/fixed-add-on.ts';
import { type ServiceProof, serviceFee } from '../causes/service-fee.ts';
import { type SimProof, simFee } from '../causes/sim-fee.ts';
import { undisclosedFee } from '../causes/undisclosed-fee.ts';
import { unexplained } from '../causes/unexplained.ts';
import type { Deduction } from '../deductions.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';

/** More unexplained sums than this on one account are one systematic deduction, and one item. */
const MOST_UNEXPLAINED = 20;

/** What was taken beside the transaction fee, each exact: the row itself proves it. Not part of any total. */
export function takenCharges(book: Book, deductions: readonly Deduction[]): Item[] {
  const items: Item[] = [];
  const single = deductions.filter((one) => SINGLE.has(one.code));
  const bySum = groupBy(single, sumOf);
  const byTerminal = groupBy(single, atTerminal);
  for (const one of single) items.push(taken(book, [one], causeOfSingle(one, bySum, byTerminal)));
  const unclear = deductions.filter((one) => one.code === 'UNEXPLAINED' && one.proof !== 'monthly');
  const groups = [...groupBy(unclear, (one) => `${one.terminal ?? ''} ${one.amount}`).values()];
  for (const group of groups.length > MOST_UNEXPLAINED ? [unclear] : groups) {
    items.push(taken(book, group, causeOfUnclear(book, group)));
  }
  const recurrent = deductions.filter(
    (one) => !SINGLE.has(one.code) && (one.code !== 'UNEXPLAINED' || one.proof === 'monthly'),
  );
  for (const [, group] of groupBy(recurrent, kindOf)) {
    items.push(taken(book, group, causeOfRecurrent(book, group)));
  }
  return items;
}

/** Monthly debits without a name are told by their sum. */
const kindOf = (one: Deduction): string =>
  `${one.code} ${one.terminal ?? ''} ${one.proof} ${one.proof === 'monthly' ? one.amount : ''}`;

/** Charges that come once, or once in a cycle: each is an item. The others are gathered per terminal. */
const SINGLE: ReadonlySet<string> = new Set(['SIM_FEE', 'TERM_SERVICE_FEE', 'DEPOSIT']);

const total = (group: readonly Deduction[]): Units => group.reduce((sum, one) => sum + one.amount, 0);
const rowsOf = (group: readonly Deduction[]): readonly KeptEntry[] => group.flatMap((one) => one.rows);

const earliest = (group: readonly Deduction[]): Day | undefined => group.map((one) => one.day).sort()[0];

function taken(book: Book, group: readonly Deduction[], cause: Cause): Item {
  const [first] = group;
  const shared = group.every((one) => one.terminal === first?.terminal);
  return item(book, {
    code: first?.code ?? 'UNEXPLAINED',
    state: 'taken',
    basis: 'derived',
    terminal: shared ? (first?.terminal ?? null) : null,
    min: total(group),
    since: earliest(group) ?? book.asOf,
    causes: [cause],
    mark: first?.rows[0]?.key ?? '',
  });
}

type Alike = ReadonlyMap<string, readonly Deduction[]>;
const sumOf = (one: Deduction): string => `${one.code} ${one.amount}`;
const atTerminal = (one: Deduction): string => `${sumOf(one)} ${one.terminal ?? ''}`;

function causeOfSingle(one: Deduction, bySum: Alike, byTerminal: Alike): Cause {
  const facts = { terminal: one.terminal, amount: one.amount, day: one.day };
  if (one.code !== 'SIM_FEE') return serviceFee(one.rows, one.proof as ServiceProof, facts);
  const alike = one.proof === 'same-sum' ? bySum.get(sumOf(one)) : byTerminal.get(atTerminal(one));
  const rows = [...one.rows];
  for (const other of alike ?? []) {
    if (rows.length >= MAX_ROWS) break;
    if (other !== one) rows.push(...other.rows);
  }
  return simFee(rows, one.proof as SimProof, facts);
}

function causeOfUnclear(book: Book, group: readonly Deduction[]): Cause {
  const day = group[0]?.day ?? book.asOf;
  const rows = rowsOf(group);
  return book.terms ? undisclosedFee(rows, total(group), day, true) : unexplained(rows, total(group), day);
}

function causeOfRecurrent(book: Book, group: readonly Deduction[]): Cause {
  const [first] = group;
  const rows = rowsOf(group);
  const day = first?.day ?? book.asOf;
  if (first?.code === 'HOLD') return unexplained(rows, total(group), day);
  if (first?.proof === 'constant') return fixedDeduction(rows, first.amount / first.rows.length, day);
  return undisclosedFee(rows, total(group), day, book.terms !== null);
}
