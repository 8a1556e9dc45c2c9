import { CENT } from '#money/amount.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Card, FeeCheck } from '#records/fee-check.ts';
import type { AccountTerms } from '#records/terms.ts';
import { percent } from './causes/tariff-change.ts';
import { commonShape } from './shapes.ts';
import { type Agreed, agreedFee, type Charged, exactFee, feeOf, linesFor, readTariff } from './tariff.ts';

/**
 * What one sale should have cost by the terms, to 1e-5 of the major unit, and what explains the difference, the most exact reason first. Null for a row that
 * is no sale, or that does not say its amount or its fee.
 */
export function checkFee(entry: KeptEntry, terms: AccountTerms | null): FeeCheck | null {
  const { amount, fee } = entry;
  if (entry.kind !== 'sale' || amount === null || amount <= 0 || fee === null) return null;
  const sale: Charged = { entry, amount, fee };
  const tariff = terms ? readTariff(terms) : [];
  const none = { charged: fee, expected: null, formula: null, rate: null, fixed: null, card: null };
  if (tariff.length === 0) return { ...none, why: 'no-terms' };
  const line = dearest(linesFor(tariff, entry), sale);
  if (!line) return { ...none, why: 'no-line' };
  const given = {
    charged: fee,
    expected: exactFee(line, amount),
    formula: formulaOf(line),
    rate: null,
    fixed: null,
    card: null,
  };
  const rounded = agreedFee(line, sale);
  if (fee === given.expected) return { ...given, why: 'as-agreed' };
  if (fee === rounded) return { ...given, why: 'rounded' };
  if (Math.abs(fee - rounded) <= CENT) return { ...given, why: 'cent' };
  if (line.cap !== null && Math.abs(feeOf(line, sale) - fee) <= CENT) return { ...given, why: 'cap-not-applied' };
  const other = tariff.find(
    (one) => isOfDay(one, entry) && one !== line && Math.abs(agreedFee(one, sale) - fee) <= CENT / 10,
  );
  if (other) return { ...given, why: 'another-card', card: other.applies };
  const earlier = tariff.find(
    (one) => isSameCard(one, line) && one !== line && Math.abs(agreedFee(one, sale) - fee) <= CENT / 10,
  );
  if (earlier) return { ...given, why: 'another-time', formula: formulaOf(line), card: earlier.applies };
  const shape = commonShape([sale]);
  if (!shape) return { ...given, why: fee > rounded ? 'dearer' : 'cheaper' };
  return { ...given, why: fee > rounded ? 'dearer' : 'cheaper', rate: percent(shape.rate), fixed: shape.fixed };
}

/** Where several lines may govern a sale, the dearest: what is above it is too much under any. */
function dearest(lines: readonly Agreed[], sale: Charged): Agreed | null {
  let found: Agreed | null = null;
  for (const line of lines) if (!found || agreedFee(line, sale) > agreedFee(found, sale)) found = line;
  return found;
}

const isOfDay = (line: Agreed, { day }: KeptEntry): boolean => line.from <= day && (line.to === null || day <= line.to);
const isSameCard = (one: Agreed, other: Agreed): boolean => one.applies === other.applies;

const formulaOf = ({ rate, cap, fixed, minimum, applies }: Agreed): FeeCheck['formula'] => ({
  card: applies satisfies Card,
  rate: percent(rate),
  cap,
  fixed,
  minimum,
});
