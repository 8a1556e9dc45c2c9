import { parseAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { AccountTerms } from '#records/terms.ts';
import type { Book } from './prepare.ts';

/** What was agreed for one terminal, with sums in units. A sum that cannot be read leaves its agreement out. */
export interface TerminalTerms {
  readonly terminal: string;
  readonly activated: Day;
  readonly sim: { readonly amount: Units; readonly delayDays: number; readonly cycleMonths: number } | null;
  readonly deposit: { readonly amount: Units; readonly target: Units; readonly withinDays: number } | null;
}

export const terminalTerms = (book: Book, terminal: string | null): TerminalTerms | null => {
  const given = book.terms?.terminals.find((one) => one.terminal === terminal);
  return given ? readTerminal(given) : null;
};

/** Of a terminal that stands twice, the first entry, as above. */
export const allTerminalTerms = (book: Book): TerminalTerms[] => {
  const given = book.terms?.terminals ?? [];
  return [...new Map([...given].reverse().map((one) => [one.terminal, one])).values()].reverse().map(readTerminal);
};

/** Beyond ten years no agreement runs; larger numbers leave the calendar. */
export const LONGEST_DAYS = 3660;
export const LONGEST_MONTHS = 120;

function readTerminal({ terminal, activated, sim, deposit }: AccountTerms['terminals'][number]): TerminalTerms {
  const bounded = sim ? sim.delayDays <= LONGEST_DAYS && sim.cycleMonths <= LONGEST_MONTHS : false;
  const simAmount = sim && bounded ? positive(sim.amount) : null;
  const amount = deposit && deposit.withinDays <= LONGEST_DAYS ? positive(deposit.amount) : null;
  const target = deposit ? positive(deposit.target) : null;
  return {
    terminal,
    activated,
    sim:
      sim && simAmount !== null ? { amount: simAmount, delayDays: sim.delayDays, cycleMonths: sim.cycleMonths } : null,
    deposit: deposit && amount !== null && target !== null ? { amount, target, withinDays: deposit.withinDays } : null,
  };
}

function positive(text: string): Units | null {
  const read = parseAmount(text);
  return read.ok && read.value > 0 ? read.value : null;
}
