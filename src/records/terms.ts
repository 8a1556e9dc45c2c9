import { z } from 'zod';
import { DayShape } from './entry.ts';

const money = z.string().regex(/^-?\d+(\.\d{1,5})?$/);

/** What the merchant agreed of one account. */
export const AccountTerms = z.object({
  account: z.string(),
  tariff: z
    .array(
      z.object({
        from: DayShape,
        to: DayShape.nullable(),
        applies: z.enum(['debit', 'credit', 'qr', 'foreign', 'instalment', 'all']),
        /** Only sales above this sum, and up to that one: QR payments mostly cost less up to 1000. */
        above: money.nullish(),
        upTo: money.nullish(),
        rate: z.string(),
        cap: money.nullish(),
        fixed: money.nullish(),
        minimum: money.nullish(),
      }),
    )
    .default([]),
  terminals: z
    .array(
      z.object({
        terminal: z.string(),
        activated: DayShape,
        sim: z
          .object({
            amount: money,
            delayDays: z.number().int().nonnegative(),
            cycleMonths: z.number().int().positive(),
          })
          .nullish(),
        deposit: z.object({ amount: money, target: money, withinDays: z.number().int().positive() }).nullish(),
      }),
    )
    .default([]),
  /** What is kept for settling at once, beside the transaction fee: a share of each sale, a sum of each, or both. */
  instant: z
    .array(z.object({ from: DayShape, to: DayShape.nullable(), rate: z.string().nullish(), fixed: money.nullish() }))
    .optional(),
  /** Transaction fees of these days are taken in one debit a month, on this day of the next one; all others are netted from each sale. */
  monthly: z
    .array(z.object({ from: DayShape, to: DayShape.nullable(), day: z.number().int().min(1).max(31) }))
    .optional(),
  float: money.nullish(),
  /** When the merchant said so, ISO instant; absent where an older version kept it, or a file does not say. Of two the later holds. */
  savedAt: z.string().max(40).optional(),
});
export type AccountTerms = z.infer<typeof AccountTerms>;

/** `terms.json` (docs/inspect.md). Amounts as decimal strings in major units, rates as `0.60%`. Unknown keys are kept out, not refused. */
export const TermsFile = z.object({ accounts: z.array(AccountTerms) });
export type TermsFile = z.infer<typeof TermsFile>;
