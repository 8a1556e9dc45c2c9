import type { Book, CaptureHead } from '#book/book.ts';
import type { BillPreview } from '#records/bill.ts';
import type { Account } from '#records/capture.ts';
import type { Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Bill } from './bill.ts';

const ROWS = 10;
const REJECTED = 200;

/** What is shown of a bill before it is taken in, held against what the book knows. A book that cannot be asked warns of nothing: taking in will say why. */
export async function previewBill(
  { sightings, reading }: Bill,
  book: Pick<Book, 'accounts' | 'captures' | 'seen'>,
): Promise<BillPreview> {
  const { outcome, provider, format, accounts, coverage, controls, entries, rejected } = reading;
  const known = await book.accounts();
  return {
    outcome,
    gaps: coverage.gaps,
    provider,
    format,
    accounts,
    from: coverage.from,
    to: coverage.to,
    controls,
    count: entries.length,
    entries: entries.slice(0, ROWS),
    rejectedCount: rejected.length,
    rejected: rejected.slice(0, REJECTED),
    strangers: known.ok ? strangersAmong(accounts, known.value) : [],
    sameAs: await sameInBook(sightings, reading, book),
  };
}

/** Accounts with a merchant number that is new, where their provider is known by other numbers. Of bank accounts a merchant has several, at banks that nobody named. */
export function strangersAmong(
  ids: readonly string[],
  known: readonly Pick<Account, 'id' | 'provider' | 'merchantNumber'>[],
): string[] {
  const numbered = known.filter(({ merchantNumber }) => merchantNumber !== null && !merchantNumber.startsWith('*'));
  return ids.filter(
    (id) =>
      !/:(?:\?|\*.*)$/.test(id) &&
      numbered.some(({ provider }) => id.startsWith(`${provider}:`)) &&
      !numbered.some((one) => one.id === id),
  );
}

/** The newest capture that saw the same; only those that read as much of the same days are looked into. */
async function sameInBook(
  sightings: readonly Sighting[],
  reading: Reading,
  book: Pick<Book, 'captures' | 'seen'>,
): Promise<number | null> {
  if (reading.entries.length === 0) return null;
  const heads = await book.captures();
  if (!heads.ok) return null;
  for (const head of heads.value.toReversed()) {
    if (!isLike(head, reading)) continue;
    const seen = await book.seen(head.seq);
    if (seen.ok && seen.value !== null && isSameContent(seen.value, sightings)) return head.seq;
  }
  return null;
}

const isLike = (head: CaptureHead, { coverage, rejected, accounts }: Reading): boolean =>
  head.source === 'file' &&
  head.undoneAt === null &&
  head.erasedAt === null &&
  head.coverage.rows === coverage.rows &&
  head.coverage.from === coverage.from &&
  head.coverage.to === coverage.to &&
  head.rejected === rejected.length &&
  head.accounts.join() === accounts.join();

/** Whether two files hold the same tables and lines, whatever the files are called. */
export const isSameContent = (some: readonly Sighting[], others: readonly Sighting[]): boolean =>
  isSameList(
    some,
    others,
    (a, b) =>
      isSameList(a.texts, b.texts, isSame) &&
      isSameList(
        a.tables,
        b.tables,
        (one, other) =>
          isSameList(one.header, other.header, isSame) &&
          isSameList(one.rows, other.rows, (row, twin) => isSameList(row, twin, isSame)),
      ),
  );

const isSame = (a: string, b: string): boolean => a === b;

const isSameList = <T>(some: readonly T[], others: readonly T[], same: (a: T, b: T) => boolean): boolean =>
  some.length === others.length && some.every((one, at) => same(one, others[at] as T));
