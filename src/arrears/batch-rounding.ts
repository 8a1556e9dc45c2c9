import { CENT, type Units } from '#money/amount.ts';
import { groupBy } from './group.ts';
import { type Agreed, type Charged, exactFee } from './tariff.ts';

/** A sale and the line that governs it. */
type Held = Charged & { readonly line: Agreed };

/** What acquirers round at once: a day, a terminal's day, a card type's day. */
const BATCHES: readonly ((sale: Held) => string)[] = [
  ({ entry }) => entry.day,
  ({ entry }) => `${entry.day} ${entry.terminal}`,
  ({ entry, line }) => `${entry.day} ${line.applies}`,
];

/**
 * Of sales above the agreement, those that may only bear what the rounding of their batch left: the only one too dear in a batch that costs what was
 * agreed, to half a cent. Some acquirers round the fee of a batch, and write what is left to one of its sales.
 * @param dear the sales that seem too dear
 * @param all every sale, those among them
 */
export function bearsRounding<T extends Held>(dear: readonly T[], all: readonly T[]): Set<T> {
  const days = new Set(dear.map(({ entry }) => entry.day));
  const ofTheirDays = all.filter(({ entry }) => days.has(entry.day));
  const isDear = new Set(dear);
  const found = new Set<T>();
  for (const key of BATCHES) {
    for (const batch of groupBy(ofTheirDays, key).values()) {
      const [one, ...more] = batch.filter((sale) => isDear.has(sale));
      if (one && more.length === 0 && batch.length > 1 && Math.abs(leftOf(batch)) <= CENT / 2) found.add(one);
    }
  }
  return found;
}

/** What a batch was charged beyond the agreement, to 1e-5. */
const leftOf = (batch: readonly Held[]): Units =>
  batch.reduce((sum, { amount, fee, line }) => sum + fee - exactFee(line, amount), 0);
