import type { Units } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Preview, PreviewTotal } from '#records/teaching.ts';
import { type Context, readSightings } from '../read.ts';
import { kindWords } from './understand.ts';

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
