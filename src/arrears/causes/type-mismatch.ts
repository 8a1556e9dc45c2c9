import { formatAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { makeCause } from './cause.ts';
import { percent } from './tariff-change.ts';

/** A row's amount has the other sign than what it is booked as: high, both stand in the row. */
export const wrongDirection = (row: KeptEntry): Cause =>
  makeCause('type-mismatch', 'high', [row], { day: row.day, amount: formatAmount(row.amount ?? 0), type: row.words });

/** Sales of one card type were charged exactly as another type is: high with terms, medium where both tariffs were learned. */
export const wrongCard = (
  rows: readonly KeptEntry[],
  facts: {
    readonly day: Day;
    readonly card: NonNullable<KeptEntry['card']>;
    readonly as: string;
    /** In millionths. */
    readonly rate: number;
    readonly excess: Units;
    readonly standard: 'terms' | 'learned';
  },
): Cause =>
  makeCause('type-mismatch', facts.standard === 'terms' ? 'high' : 'medium', rows, {
    day: facts.day,
    card: facts.card,
    as: facts.as,
    to: percent(facts.rate),
    amount: formatAmount(facts.excess),
    standard: facts.standard,
  });
