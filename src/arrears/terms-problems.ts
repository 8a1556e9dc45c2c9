import { parseAmount, parseRate } from '#money/amount.ts';
import type { AccountTerms, TermsFile } from '#records/terms.ts';
import { LONGEST_DAYS, LONGEST_MONTHS } from './terminals.ts';

/** A line of the terms that cannot be used as it stands. */
export interface TermsProblem {
  readonly account: string;
  /** The terminal whose line it is; null for a line of the tariff, and for the whole account. */
  readonly terminal: string | null;
  /**
   * `rate`, or the name of the sum or span that cannot be read or used; `overlap`: two lines govern the same card on the same day;
   * `period`: a line ends before it begins; `twice`: an account or terminal stands twice, and only its first entry is used;
   * `not-in-book`: no row of this account was read, so nothing was held against its terms.
   */
  readonly what:
    | 'rate'
    | 'cap'
    | 'fixed'
    | 'minimum'
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
    const unread = known && !known.has(one.account) ? [whole('not-in-book')] : [];
    return [...unread, ...ofTariff(one), ...ofTerminals(one)];
  });
}

function ofTariff({ account, tariff }: AccountTerms): TermsProblem[] {
  const problems: TermsProblem[] = [];
  const add = (what: TermsProblem['what'], text: string): void =>
    void problems.push({ account, terminal: null, what, text });
  tariff.forEach((line, index) => {
    if (!parseRate(line.rate).ok) add('rate', line.rate);
    for (const what of ['cap', 'fixed', 'minimum'] as const) {
      const text = line[what];
      if (typeof text === 'string' && !parseAmount(text).ok) add(what, text);
    }
    if (line.to !== null && line.to < line.from) add('period', `${line.from} – ${line.to}`);
    const twin = tariff
      .slice(0, index)
      .find(
        (other) =>
          other.applies === line.applies &&
          parseRate(other.rate).ok &&
          (other.to === null || line.from <= other.to) &&
          (line.to === null || other.from <= line.to),
      );
    if (twin) add('overlap', `${line.applies} ${line.from}`);
  });
  return problems;
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
