import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause, Code, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { MAX_ROWS } from '../causes/cause.ts';
import { duplicateCharge } from '../causes/duplicate-charge.ts';
import { fixedDeduction } from '../causes/fixed-add-on.ts';
import { idleTerminal } from '../causes/idle-terminal.ts';
import { type ServiceProof, serviceFee } from '../causes/service-fee.ts';
import { type SimProof, simFee } from '../causes/sim-fee.ts';
import { saidMissed, targetMissed } from '../causes/target-missed.ts';
import { undisclosedFee } from '../causes/undisclosed-fee.ts';
import { unexplained } from '../causes/unexplained.ts';
import { chargedTwice, SINGLE, type Twice } from '../charged-twice.ts';
import type { Deduction } from '../deductions.ts';
import { groupBy } from '../group.ts';
import { type IdleSince, idleness } from '../idle.ts';
import { beyondInstant, readInstant } from '../instant.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { depositProgress, type Progress } from '../targets.ts';

/** More unexplained sums than this on one account are one systematic deduction, and one item. */
const MOST_UNEXPLAINED = 20;

/** What was taken beside the transaction fee, each exact: the row itself proves it. Not part of any total. What was taken twice is owed to the merchant. */
export function takenCharges(book: Book, all: readonly Deduction[]): Item[] {
  const twice = chargedTwice(book, all);
  const again = new Set(twice.flatMap((one) => one.again));
  const instant = readInstant(book.terms);
  const deductions = all.flatMap((one) => (again.has(one) ? [] : (beyondInstant(instant, one) ?? [])));
  const items: Item[] = twice.map((one) => tooMuch(book, one));
  const idle = idleness(book);
  const single = deductions.filter((one) => SINGLE.has(one.code));
  const bySum = groupBy(single, sumOf);
  const byTerminal = groupBy(single, atTerminal);
  const progress = depositProgress(book);
  for (const one of single) {
    items.push(taken(book, [one], causeOfSingle(one, bySum, byTerminal), ...whyNotReleased(book, one, progress)));
  }
  const unclear = deductions.filter((one) => one.code === 'UNEXPLAINED' && !TOLD_BY_SHAPE.has(one.proof));
  const groups = [...groupBy(unclear, (one) => `${one.terminal ?? ''} ${one.amount}`).values()];
  for (const group of groups.length > MOST_UNEXPLAINED ? [unclear] : groups) {
    items.push(taken(book, group, causeOfUnclear(book, group)));
  }
  const recurrent = deductions.filter(
    (one) => !SINGLE.has(one.code) && (one.code !== 'UNEXPLAINED' || TOLD_BY_SHAPE.has(one.proof)),
  );
  for (const [, group] of groupBy(recurrent, kindOf)) {
    items.push(taken(book, group, ...causesOfRecurrent(book, group, idle)));
  }
  return items;
}

/** What nothing names, and its regularity tells. */
const TOLD_BY_SHAPE: ReadonlySet<Deduction['proof']> = new Set<Deduction['proof']>(['monthly', 'share']);

/** Monthly debits without a name are told by their sum. */
const kindOf = (one: Deduction): string =>
  `${one.code} ${one.terminal ?? ''} ${one.proof} ${one.proof === 'monthly' ? one.amount : ''}`;

/** The charges that were taken again for the same cycle. */
function tooMuch(book: Book, { first, again }: Twice): Item {
  const facts = { day: first.day, amount: first.amount, times: again.length + 1, of: 'charge' as const };
  return item(book, {
    code: first.code,
    state: 'claimable',
    basis: 'derived',
    terminal: first.terminal,
    min: total(again),
    since: earliest(again) ?? first.day,
    causes: [duplicateCharge(rowsOf([first, ...again]), facts, 'high')],
    mark: `twice ${again[0]?.rows[0]?.key ?? ''}`,
  });
}

const total = (group: readonly Deduction[]): Units => group.reduce((sum, one) => sum + one.amount, 0);
const rowsOf = (group: readonly Deduction[]): readonly KeptEntry[] => group.flatMap((one) => one.rows);

const earliest = (group: readonly Deduction[]): Day | undefined => group.map((one) => one.day).sort()[0];

function taken(book: Book, group: readonly Deduction[], ...causes: readonly Cause[]): Item {
  const [first] = group;
  const shared = group.every((one) => one.terminal === first?.terminal);
  return item(book, {
    code: first?.code ?? 'UNEXPLAINED',
    state: 'taken',
    basis: 'derived',
    terminal: shared ? (first?.terminal ?? null) : null,
    min: total(group),
    since: earliest(group) ?? book.asOf,
    causes,
    is: rowsOf(group),
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

/** A deposit stays taken because its target was not reached by its day. */
function whyNotReleased(book: Book, one: Deduction, progress: readonly Progress[]): Cause[] {
  const missed = progress.find(
    ({ terminal, deposit, last, reachedOn }) =>
      one.code === 'DEPOSIT' &&
      one.amount === deposit &&
      (one.terminal ?? terminal) === terminal &&
      reachedOn === null &&
      last < book.asOf,
  );
  if (!missed) return [];
  const { last: day, target, reached } = missed;
  return [targetMissed(one.rows, { day, target, reached, whole: book.knowledge?.whole === true })];
}

function causeOfUnclear(book: Book, group: readonly Deduction[]): Cause {
  const day = group[0]?.day ?? book.asOf;
  const rows = rowsOf(group);
  return book.terms ? undisclosedFee(rows, total(group), day, true) : unexplained(rows, total(group), day);
}

function causesOfRecurrent(book: Book, group: readonly Deduction[], idle: IdleSince): readonly Cause[] {
  const [first] = group;
  const rows = rowsOf(group);
  const day = earliest(group) ?? book.asOf;
  if (first?.code === 'HOLD') return [unexplained(rows, total(group), day)];
  if (first?.proof === 'constant') return [fixedDeduction(rows, first.amount / first.rows.length, day)];
  if (first?.code === 'TARGET_PENALTY') return [saidMissed(rows, total(group), day)];
  const since = idle(first?.terminal ?? null, day);
  if (
    since !== null &&
    FOR_USE.has(first?.code ?? 'UNEXPLAINED') &&
    group.every((one) => idle(one.terminal, one.day))
  ) {
    const facts = { terminal: first?.terminal ?? null, since, amount: total(group) };
    return [idleTerminal(rows, { ...facts, whole: book.knowledge?.whole === true })];
  }
  return [undisclosedFee(rows, total(group), day, book.terms !== null)];
}

/** Charges for having a terminal or an account, whether or not it sells. */
const FOR_USE: ReadonlySet<Code> = new Set<Code>(['DORMANCY', 'RENTAL', 'UNEXPLAINED']);
