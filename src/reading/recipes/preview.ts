import type { Units } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';
import type { Control, Gap, Outcome, Rejected } from '#records/reading.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import { type Context, readSightings } from '../read.ts';
import { kindWords, type SeenWord } from './understand.ts';

/** Sums of one currency over the rows of lists; null where no row gives the figure. */
export interface PreviewTotal {
  readonly currency: string;
  readonly amount: Units | null;
  readonly fee: Units | null;
}

/** What a source would give if it were read by this recipe. Nothing is kept. */
export interface Preview {
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly rejectedCount: number;
  readonly rejected: readonly Rejected[];
  readonly totals: readonly PreviewTotal[];
  readonly controls: readonly Control[];
  readonly accounts: readonly string[];
  readonly words: readonly SeenWord[];
}

const SHOWN = 20;

/** Reads with this recipe and the others, this one first. Pure. */
export function previewOf(sightings: readonly Sighting[], recipe: Recipe, context: Context): Preview {
  const others = (context.recipes ?? []).filter(({ id }) => id !== recipe.id);
  const reading = readSightings(sightings, { ...context, recipes: [recipe, ...others] });
  const rows = reading.entries.filter(({ ledger }) => ledger !== 'notice');
  return {
    outcome: reading.outcome,
    gaps: reading.coverage.gaps,
    count: rows.length,
    entries: rows.slice(0, SHOWN),
    rejectedCount: reading.rejected.length,
    rejected: reading.rejected.slice(0, SHOWN),
    totals: totalsOf(rows),
    controls: reading.controls.slice(0, 50),
    accounts: reading.accounts,
    words: kindWords(sightings, recipe),
  };
}

function totalsOf(rows: readonly Entry[]): PreviewTotal[] {
  const byCurrency = new Map<string, { amount: Units | null; fee: Units | null }>();
  for (const { currency, amount, fee } of rows) {
    const sum = byCurrency.get(currency) ?? { amount: null, fee: null };
    byCurrency.set(currency, { amount: plus(sum.amount, amount), fee: plus(sum.fee, fee) });
  }
  return [...byCurrency].map(([currency, sums]) => ({ currency, ...sums }));
}

/** Null is unknown, not 0. */
const plus = (sum: Units | null, value: Units | null): Units | null => (value === null ? sum : (sum ?? 0) + value);
