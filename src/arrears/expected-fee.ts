import { CENT } from '#money/amount.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { FeeCheck } from '#records/fee-check.ts';
import type { AccountTerms } from '#records/terms.ts';
import { percent } from './causes/tariff-change.ts';
import { collectedOn } from './monthly/months.ts';
import { commonShape } from './shapes.ts';
import {
  type Agreed,
  agreedFee,
  type Charged,
  dearest,
  exactFee,
  feeOf,
  isOfDay,
  linesFor,
  readTariff,
} from './tariff.ts';

/**
 * What one sale should have cost by the terms, to 1e-5 of the major unit, and what explains the difference, the most exact reason first. Null for a row that
 * is no sale, or that does not say its amount or its fee.
 */
export function checkFee(entry: KeptEntry, terms: AccountTerms | null): FeeCheck | null {
  const { amount } = entry;
  const isCollected = collectedOn(terms, entry.day) !== null;
  // Where fees are taken monthly, a source may print none.
  const fee = entry.fee ?? (isCollected ? 0 : null);
  if (entry.kind !== 'sale' || amount === null || amount <= 0 || fee === null) return null;
  const sale: Charged = { entry, amount, fee };
  const tariff = terms ? readTariff(terms) : [];
  const collected = collectedOn(terms, entry.day);
  const nothing = { charged: fee, expected: null, formula: null, rate: null, fixed: null, card: null, collected };
  if (tariff.length === 0) return { ...nothing, why: 'no-terms' };
  const most = dearest(linesFor(tariff, entry), sale);
  if (!most) return { ...nothing, why: 'no-line' };
  const { line, fee: rounded } = most;
  const given = { ...nothing, expected: exactFee(line, amount), formula: formulaOf(line) };
  if (fee === 0 && collected !== null) return { ...given, why: 'monthly' };
  if (fee === given.expected) return { ...given, why: 'as-agreed' };
  if (fee === rounded) return { ...given, why: 'rounded' };
  if (Math.abs(fee - rounded) <= CENT) return { ...given, why: 'cent' };
  if (line.cap !== null && Math.abs(feeOf(line, sale) - fee) <= CENT) return { ...given, why: 'cap-not-applied' };
  const others = tariff.filter((one) => one !== line && Math.abs(agreedFee(one, sale) - fee) <= CENT / 10);
  const ofDay = others.find((one) => isOfDay(one, entry.day));
  if (ofDay) return { ...given, why: 'another-card', card: ofDay.applies };
  const ofCard = others.find((one) => one.applies === line.applies);
  if (ofCard) return { ...given, why: 'another-time', card: ofCard.applies };
  const why = fee > rounded ? 'dearer' : 'cheaper';
  const shape = commonShape([sale]);
  return shape ? { ...given, why, rate: percent(shape.rate), fixed: shape.fixed } : { ...given, why };
}

const formulaOf = ({ rate, cap, fixed, minimum, applies, above, upTo }: Agreed): FeeCheck['formula'] => ({
  card: applies,
  rate: percent(rate),
  cap,
  fixed,
  minimum,
  above,
  upTo,
});
