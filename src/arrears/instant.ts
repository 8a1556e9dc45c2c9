import { applyRate, CENT, parseRate, roundToCent, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { AccountTerms } from '#records/terms.ts';
import type { Deduction } from './deductions.ts';
import { isOfDay, money } from './tariff.ts';

/** One agreed price of settling at once. */
interface Instant {
  readonly from: Day;
  readonly to: Day | null;
  /** In millionths. */
  readonly rate: number;
  readonly fixed: Units;
}

/** The lines that can be read; one whose share or sum cannot be is left out, never guessed. */
export function readInstant(terms: AccountTerms | null): Instant[] {
  return (terms?.instant ?? []).flatMap(({ from, to, rate, fixed }): Instant[] => {
    const share = rate === null || rate === undefined ? 0 : parseRate(rate);
    const sum = money(fixed);
    if (sum === undefined || (typeof share !== 'number' && !share.ok)) return [];
    return [{ from, to, rate: typeof share === 'number' ? share : share.value, fixed: sum ?? 0 }];
  });
}

/** What was agreed to be kept of these sales for settling them at once: to the cent of each, of lines that overlap the dearest. */
export function agreedInstant(lines: readonly Instant[], sales: readonly KeptEntry[]): Units {
  if (lines.length === 0) return 0;
  return sales.reduce((sum, { day, amount }) => {
    if (amount === null || amount <= 0) return sum;
    const ofDay = lines.filter((line) => isOfDay(line, day));
    return sum + Math.max(0, ...ofDay.map(({ rate, fixed }) => roundToCent(applyRate(amount, rate)) + fixed));
  }, 0);
}

/** What was kept beyond what was agreed for settling at once; the deduction as it is where nothing was agreed of it, null where nothing is left. */
export function beyondInstant(lines: readonly Instant[], deduction: Deduction): Deduction | null {
  if (deduction.proof !== 'constant' && deduction.proof !== 'share') return deduction;
  const agreed = agreedInstant(lines, deduction.rows);
  const amount = deduction.amount - agreed;
  if (agreed === 0) return deduction;
  // Another rule of rounding is a cent a sale at most.
  return amount > CENT * deduction.rows.length ? { ...deduction, amount } : null;
}
