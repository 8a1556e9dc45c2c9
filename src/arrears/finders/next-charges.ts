import type { Units } from '#money/amount.ts';
import { addDays, addMonths, type Day, daysBetween } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import { simFee } from '../causes/sim-fee.ts';
import { nextFee } from '../causes/undisclosed-fee.ts';
import { MONTHLY } from '../charged-twice.ts';
import { byDay, type Deduction } from '../deductions.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { allTerminalTerms, type TerminalTerms } from '../terminals.ts';

/** A fee taken up to so many days before its day is that day's fee. */
const EARLY_DAYS = 7;
/** A learned cycle is a whole number of months, within a week either way. */
const CYCLE_SLACK_DAYS = 7;
const SHORTEST_CYCLE = 3;
const LONGEST_CYCLE = 24;
/** A learned charge that did not come is waited for so long. */
const LATE_DAYS = 30;

/** A charge that nobody agreed is foretold when it has come so often in equal steps. */
const STEADY_TIMES = 3;

/**
 * The next SIM fee of each terminal: from the terms, else from two earlier ones a whole number of months apart; and the next of every other charge that
 * has come three times in equal steps of months. One alone predicts nothing.
 */
export function nextCharges(book: Book, deductions: readonly Deduction[]): Item[] {
  const sim = deductions.filter((one) => one.code === 'SIM_FEE');
  const agreed = allTerminalTerms(book).filter((one) => one.sim !== null);
  const items = agreed.flatMap((terms) => fromTerms(book, terms, sim));
  const known = new Set<string | null>(agreed.map((one) => one.terminal));
  for (const [terminal, seizures] of groupBy(sim, (one) => one.terminal)) {
    if (!known.has(terminal)) items.push(...fromSeizures(book, terminal, seizures));
  }
  return [...items, ...steadyCharges(book, deductions)];
}

function steadyCharges(book: Book, deductions: readonly Deduction[]): Item[] {
  const named = deductions.filter((one) => MONTHLY.has(one.code) || one.proof === 'monthly');
  const alike = groupBy(named, (one) => `${one.code} ${one.terminal ?? ''} ${one.amount}`);
  return [...alike.values()].flatMap((group): Item[] => {
    const last = group.toSorted(byDay).slice(-STEADY_TIMES);
    const [first, second, third] = last;
    if (!first || !second || !third) return [];
    const cycle = wholeMonths(second.day, third.day, 1);
    if (cycle === null || wholeMonths(first.day, second.day, 1) !== cycle) return [];
    const due = addMonths(third.day, cycle);
    if (daysBetween(due, book.asOf) > LATE_DAYS) return [];
    return [
      item(book, {
        code: third.code,
        state: 'due',
        basis: 'predicted',
        terminal: third.terminal,
        min: third.amount,
        since: null,
        due,
        causes: [
          nextFee(
            last.flatMap((one) => one.rows),
            third.amount,
            due,
          ),
        ],
        mark: due,
      }),
    ];
  });
}

/** Activation + delay + k × cycle: the first such day from now on that is not paid already (domain.md §2.2). */
function fromTerms(book: Book, terms: TerminalTerms, sim: readonly Deduction[]): Item[] {
  if (!terms.sim) return [];
  const { amount, delayDays, cycleMonths } = terms.sim;
  const first = addDays(terms.activated, delayDays);
  const months = Math.max(0, Math.floor(daysBetween(first, book.asOf) / 31));
  let k = Math.floor(months / cycleMonths);
  let due = addMonths(first, k * cycleMonths);
  const taken = sim.filter((one) => one.terminal === terms.terminal);
  while (due < book.asOf || taken.some((one) => one.day >= addDays(due, -EARLY_DAYS))) {
    k += 1;
    due = addMonths(first, k * cycleMonths);
  }
  return [predicted(book, terms.terminal, amount, due, 'terms', taken)];
}

function fromSeizures(book: Book, terminal: string | null, seizures: readonly Deduction[]): Item[] {
  const inOrder = seizures.toSorted(byDay);
  const last = inOrder.at(-1);
  if (!last) return [];
  const alike = inOrder.filter((one) => one.amount === last.amount);
  const before = alike.at(-2);
  if (!before) return [];
  const cycle = wholeMonths(before.day, last.day);
  if (cycle === null) return [];
  const due = addMonths(last.day, cycle);
  if (daysBetween(due, book.asOf) > LATE_DAYS) return [];
  return [predicted(book, terminal, last.amount, due, 'yearly', alike)];
}

function wholeMonths(from: Day, to: Day, shortest = SHORTEST_CYCLE): number | null {
  const months = Math.round((daysBetween(from, to) * 12) / 365.25);
  if (months < shortest || months > LONGEST_CYCLE) return null;
  return Math.abs(daysBetween(addMonths(from, months), to)) <= CYCLE_SLACK_DAYS ? months : null;
}

function predicted(
  book: Book,
  terminal: string | null,
  amount: Units,
  due: Day,
  proof: 'terms' | 'yearly',
  seizures: readonly Deduction[],
): Item {
  const rows = seizures.flatMap((one) => one.rows);
  return item(book, {
    code: 'SIM_FEE',
    state: 'due',
    basis: 'predicted',
    terminal,
    min: amount,
    since: null,
    due,
    causes: [simFee(rows, proof, { terminal, amount, day: due, next: true })],
    mark: due,
  });
}
