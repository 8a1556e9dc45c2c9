import { parseAmount, parseRate } from '#money/amount.ts';
import type { TermsFile } from '#records/terms.ts';

/** A line of the terms that cannot be used as it stands. */
export interface TermsProblem {
  readonly account: string;
  /** `rate` or the name of the sum that cannot be read; `overlap` where two lines govern the same card on the same day. */
  readonly what: 'rate' | 'cap' | 'fixed' | 'minimum' | 'overlap';
  readonly text: string;
}

/** What `computeArrears` leaves out of the terms (unreadable), or resolves in the acquirer's favour (overlapping lines): to be shown, never silent. */
export function termsProblems(terms: TermsFile): TermsProblem[] {
  return terms.accounts.flatMap(({ account, tariff }) => {
    const problems: TermsProblem[] = [];
    tariff.forEach((line, index) => {
      if (!parseRate(line.rate).ok) problems.push({ account, what: 'rate', text: line.rate });
      for (const what of ['cap', 'fixed', 'minimum'] as const) {
        const text = line[what];
        if (typeof text === 'string' && !parseAmount(text).ok) problems.push({ account, what, text });
      }
      const twin = tariff
        .slice(0, index)
        .find(
          (other) =>
            other.applies === line.applies &&
            (other.to === null || line.from <= other.to) &&
            (line.to === null || other.from <= line.to),
        );
      if (twin) problems.push({ account, what: 'overlap', text: `${line.applies} ${line.from}` });
    });
    return problems;
  });
}
