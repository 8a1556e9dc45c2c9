import type { Entry, Kind } from './entry.ts';

/** Kinds that stand for a customer's money, given or taken back. */
export const TRADED: ReadonlySet<Kind> = new Set<Kind>(['sale', 'refund', 'reversal', 'chargeback']);

/**
 * Whether a row of a settlement list stands for one sale, and not for a payout: such a list may give one line to each (拉卡拉 JS: terminal,
 * number, amount, fee and net).
 */
export const isSaleLine = ({ kind, terminal, reference, fee, net }: Omit<Entry, 'row'>): boolean =>
  TRADED.has(kind) ||
  (kind === 'settlement' && terminal !== null && reference !== null && fee !== null && net !== null);
