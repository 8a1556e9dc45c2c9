import type { Account } from '#records/capture.ts';
import type { CaptureHead } from '../book.ts';
import { type Span, withSpan } from './coverage.ts';

/** The provider of a capture whose source nobody could name. */
export const NOBODY = '?';

/** An account in the book, with what is known of it. */
export interface AccountRecord extends Account {
  /** ISO instant of the last capture that showed it. */
  readonly readAt: string | null;
  readonly spans: readonly Span[];
}

/** `chinaums:898…` → its parts; a number of `?` is unknown. The provider itself may hold colons (`site:host:8080`). */
export function newAccount(id: string): AccountRecord {
  const cut = id.lastIndexOf(':');
  const number = id.slice(cut + 1);
  return {
    id,
    provider: cut < 0 ? NOBODY : id.slice(0, cut),
    merchantNumber: number === '?' ? null : number,
    name: null,
    label: null,
    readAt: null,
    spans: [],
  };
}

/** What a capture proves of one account. */
export function spanOf({ seq, source, format, at, outcome, coverage, lists }: CaptureHead, account: string): Span {
  const { from, to, whole, gaps } = coverage;
  const proved = whole && outcome !== 'part';
  const list = lists[account] ?? '';
  return { source, format, list, from, to, whole: proved, gaps: proved ? [] : gaps, at, seqs: [seq] };
}

/** The account after one more capture. */
export function seenAccount(record: AccountRecord, head: CaptureHead): AccountRecord {
  return {
    ...record,
    name: head.names[record.id] ?? record.name,
    readAt: record.readAt !== null && record.readAt > head.at ? record.readAt : head.at,
    spans: withSpan(record.spans, spanOf(head, record.id)),
  };
}

/**
 * The account as these captures, in their order, make it; what the merchant calls it stays. Of captures that read the same sightings anew, after
 * the merchant had taught how, the last one holds.
 */
export function accountFrom(record: AccountRecord, heads: readonly CaptureHead[]): AccountRecord {
  const inForce = heads.filter(({ undoneAt, erasedAt }) => undoneAt === null && erasedAt === null);
  const last = new Map(inForce.map((head) => [`${head.at} ${head.place}`, head]));
  return inForce
    .filter((head) => head.accounts.includes(record.id) && last.get(`${head.at} ${head.place}`) === head)
    .reduce(seenAccount, { ...newAccount(record.id), label: record.label });
}
