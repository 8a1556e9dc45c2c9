import { parseAmount, parseRate } from '#money/amount.ts';
import type { AccountTerms, TermsFile } from '#records/terms.ts';
import { termsFor } from '#records/terms-for.ts';
import { readInstant } from './instant.ts';
import { money } from './tariff.ts';
import { LONGEST_DAYS, LONGEST_MONTHS } from './terminals.ts';

type Line = AccountTerms['tariff'][number];

/** A line of the terms that cannot be used as it stands. */
export interface TermsProblem {
  readonly account: string;
  /** The terminal whose line it is; null for a line of the tariff, and for the whole account. */
  readonly terminal: string | null;
  /**
   * `rate`, or the name of the sum or span that cannot be read or used; `overlap`: two lines govern the same card and sum on the same day;
   * `range`: no sum is above the one and up to the other; `instant`: a line for settling at once cannot be read; `monthly`: two spans of monthly fees share a day, and the first one's day of the month is used;
   * `period`: a line ends before it begins; `twice`: an account or terminal stands twice, and only its first entry is used;
   * `not-in-book`: no row of this account was read, so nothing was held against its terms.
   */
  readonly what:
    | 'rate'
    | 'cap'
    | 'fixed'
    | 'minimum'
    | 'above'
    | 'upTo'
    | 'range'
    | 'instant'
    | 'monthly'
    | 'overlap'
    | 'period'
    | 'sim'
    | 'deposit'
    | 'target'
    | 'twice'
    | 'not-in-book';
  readonly text: string;
}

/**
 * What `computeArrears` leaves out of the terms (unreadable), or resolves in the acquirer's favour (overlapping lines): to be shown, never silent.
 * @param known accounts of the book; null where they are not known yet
 */
export function termsProblems(terms: TermsFile, known: ReadonlySet<string> | null = null): TermsProblem[] {
  const seen = new Set<string>();
  return terms.accounts.flatMap((one) => {
    const whole = (what: TermsProblem['what']): TermsProblem => ({
      account: one.account,
      terminal: null,
      what,
      text: one.account,
    });
    if (seen.has(one.account)) return [whole('twice')];
    seen.add(one.account);
    const isUsed = (account: string): boolean => termsFor(terms, account) === one;
    const unread = known && ![...known].some(isUsed) ? [whole('not-in-book')] : [];
    return [...unread, ...ofTariff(one), ...ofInstant(one), ...ofMonthly(one), ...ofTerminals(one)];
  });
}

function ofTariff({ account, tariff }: AccountTerms): TermsProblem[] {
  const problems: TermsProblem[] = [];
  const add = (what: TermsProblem['what'], text: string): void =>
    void problems.push({ account, terminal: null, what, text });
  tariff.forEach((line, index) => {
    if (!parseRate(line.rate).ok) add('rate', line.rate);
    for (const what of ['cap', 'fixed', 'minimum', 'above', 'upTo'] as const) {
      const text = line[what];
      if (typeof text === 'string' && !parseAmount(text).ok) add(what, text);
    }
    if (line.to !== null && line.to < line.from) add('period', `${line.from} – ${line.to}`);
    if (above(line) >= upTo(line)) add('range', `${line.above} – ${line.upTo}`);
    const twin = tariff
      .slice(0, index)
      .find(
        (other) =>
          other.applies === line.applies &&
          parseRate(other.rate).ok &&
          meet(line, other) &&
          (other.to === null || line.from <= other.to) &&
          (line.to === null || other.from <= line.to),
      );
    if (twin) add('overlap', `${line.applies} ${line.from}`);
  });
  return problems;
}

/** In units; what is not stated, or cannot be read, is no bound. */
const bound = (text: string | null | undefined, none: number): number => money(text) ?? none;
const above = (line: Line): number => bound(line.above, Number.NEGATIVE_INFINITY);
const upTo = (line: Line): number => bound(line.upTo, Number.POSITIVE_INFINITY);

/** Some sum is governed by both lines. */
const meet = (one: Line, other: Line): boolean => above(one) < upTo(other) && above(other) < upTo(one);

function ofInstant({ account, instant = [] }: AccountTerms): TermsProblem[] {
  const readable = instant.filter(
    (line) => readInstant({ account, tariff: [], terminals: [], instant: [line] }).length > 0,
  );
  return instant
    .filter((line) => !readable.includes(line))
    .map(({ rate, fixed }) => ({ account, terminal: null, what: 'instant', text: rate ?? fixed ?? '' }));
}

function ofMonthly({ account, monthly = [] }: AccountTerms): TermsProblem[] {
  return monthly.flatMap(({ from, to }, n): TermsProblem[] => {
    const text = `${from} – ${to ?? ''}`;
    if (to !== null && to < from) return [{ account, terminal: null, what: 'period', text }];
    const isShared = monthly
      .slice(0, n)
      .some((other) => (other.to === null || from <= other.to) && (to === null || other.from <= to));
    return isShared ? [{ account, terminal: null, what: 'monthly', text }] : [];
  });
}

function ofTerminals({ account, terminals }: AccountTerms): TermsProblem[] {
  const seen = new Set<string>();
  return terminals.flatMap(({ terminal, sim, deposit }) => {
    const problem = (what: TermsProblem['what'], text: string): TermsProblem => ({ account, terminal, what, text });
    if (seen.has(terminal)) return [problem('twice', terminal)];
    seen.add(terminal);
    const problems: TermsProblem[] = [];
    if (sim && !isSum(sim.amount)) problems.push(problem('sim', sim.amount));
    if (sim && sim.delayDays > LONGEST_DAYS) problems.push(problem('sim', `${sim.delayDays} days`));
    if (sim && sim.cycleMonths > LONGEST_MONTHS) problems.push(problem('sim', `${sim.cycleMonths} months`));
    if (deposit && !isSum(deposit.amount)) problems.push(problem('deposit', deposit.amount));
    if (deposit && !isSum(deposit.target)) problems.push(problem('target', deposit.target));
    if (deposit && deposit.withinDays > LONGEST_DAYS) problems.push(problem('deposit', `${deposit.withinDays} days`));
    return problems;
  });
}

function isSum(text: string): boolean {
  const read = parseAmount(text);
  return read.ok && read.value !== null && read.value > 0;
}
