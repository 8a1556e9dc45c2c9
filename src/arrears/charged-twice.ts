import { daysBetween } from '#money/day.ts';
import type { Code } from '#records/arrears.ts';
import { byDay, type Deduction } from './deductions.ts';
import { groupBy } from './group.ts';
import type { Book } from './prepare.ts';
import { terminalTerms } from './terminals.ts';

/** Charges that come once, or once in a cycle. */
export const SINGLE: ReadonlySet<Code> = new Set<Code>(['SIM_FEE', 'TERM_SERVICE_FEE', 'DEPOSIT']);
/** Charges that come once a month, quarter or year. */
export const MONTHLY: ReadonlySet<Code> = new Set<Code>([
  'VIP_FEE',
  'DORMANCY',
  'RENTAL',
  'SUBSCRIPTION',
  'PCI_FEE',
  'TARGET_PENALTY',
]);
/** No cycle is so short: the same charge again within so many days is the same charge. */
const SHORTEST_CYCLE = 20;
/** A charge may come so many days before its day. */
const EARLY_DAYS = 15;

/** A sum that is taken more often than this within a cycle has another cycle. */
const MOST_AGAIN = 2;

/** A charge, and the ones that were taken again for the same cycle. */
export interface Twice {
  readonly first: Deduction;
  readonly again: readonly Deduction[];
}

/** Of charges named by words or terms: those of one sum at one terminal that were taken again before their next cycle. */
export function chargedTwice(book: Book, deductions: readonly Deduction[]): Twice[] {
  const named = deductions.filter(({ code, proof }) => (SINGLE.has(code) || MONTHLY.has(code)) && isNamed(proof));
  return [...groupBy(named, (one) => `${one.code} ${one.terminal ?? ''} ${one.amount}`).values()].flatMap((alike) => {
    const shortest = shortestCycle(book, alike[0] as Deduction);
    const found: { first: Deduction; again: Deduction[] }[] = [];
    for (const one of alike.toSorted(byDay)) {
      const last = found.at(-1);
      if (last && daysBetween(last.first.day, one.day) < shortest) last.again.push(one);
      else found.push({ first: one, again: [] });
    }
    return found.filter(({ again }) => again.length > 0 && again.length <= MOST_AGAIN);
  });
}

const isNamed = (proof: Deduction['proof']): boolean => proof === 'named' || proof === 'terms';

/** Where the charge does not say its terminal, several terminals may be charged on one day. */
function shortestCycle(book: Book, { code, terminal }: Deduction): number {
  if (terminal === null) return 0;
  const sim = code === 'SIM_FEE' ? terminalTerms(book, terminal)?.sim : null;
  return sim ? sim.cycleMonths * 30 - EARLY_DAYS : SHORTEST_CYCLE;
}
