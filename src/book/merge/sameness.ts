import type { Entry } from '#records/entry.ts';
import { serials } from '../identity/identity.ts';

/** Equal for rows of one group, amount and instant. */
export const exactName = (group: string, entry: Pick<Entry, 'amount' | 'at'>): string =>
  `${group}|${entry.amount ?? ''}|${entry.at ?? ''}`;

/** Equal for rows that may be one by their reference. */
export const referenceName = ({ ledger, kind, reference, amount, currency }: Omit<Entry, 'row'>): string =>
  `${ledger} ${kind} ${currency} ${amount} ${reference}`;

/** One for each serial number of a row: equal for rows of one terminal, amount and kind that share it. */
export function serialNames(entry: Omit<Entry, 'row'>): string[] {
  if (entry.terminal === null) return [];
  const { ledger, kind, currency, amount, terminal } = entry;
  const base = `${ledger} ${kind} ${currency} ${amount} ${terminal.length} ${terminal}`;
  return serials(entry).map(([field, value]) => `${base} ${field} ${value}`);
}

/** Both say a serial number of the same sort, and not the same one. */
export function contradicts(known: Omit<Entry, 'row'>, entry: Entry): boolean {
  const other = new Map(serials(known));
  return serials(entry).some(([field, value]) => {
    const theirs = other.get(field);
    return theirs !== undefined && theirs !== value;
  });
}

/** The same, or not said by one of them. */
export const agree = <T>(one: T | null, other: T | null): boolean => one === null || other === null || one === other;

/** Same kind and amount, and nothing that both say differs. */
export function isSameFact(one: Omit<Entry, 'row'>, other: Omit<Entry, 'row'>): boolean {
  return (
    one.ledger !== 'notice' &&
    one.kind === other.kind &&
    one.currency === other.currency &&
    one.amount !== null &&
    one.amount === other.amount &&
    agree(one.terminal, other.terminal) &&
    agree(one.at, other.at) &&
    agree(one.reference, other.reference)
  );
}
