import { fail, ok, type Result } from '#money/result.ts';
import type { KeptEntry } from '#records/entry.ts';
import { Mark, noMark } from '#records/mark.ts';
import type { MarkChange, Paper } from '../book.ts';
import { Damaged } from '../codec/bytes.ts';
import { changedDays } from '../figures/figures.ts';
import { dayKey } from '../identity/day-key.ts';
import { daysOfKeys } from '../identity/days-of-keys.ts';
import { type DayBook, entriesIn } from '../merge/day-books.ts';
import { OpenDay } from '../merge/open-day.ts';
import { sha256Hex } from '../proof/proof.ts';
import type { Change, Shelf } from '../shelf.ts';
import { withAlone } from './doubles.ts';
import { checkMark, LARGEST_PAPER, type MarkError, marksByKey, saysNothing } from './marks.ts';

/** Papers that come or go in the same transaction as the mark that names them. */
type Papers = Pick<Change, 'papers' | 'forgetPapers'>;

/** Says something of a row. The figures of its day, and the papers that it names, follow in the same transaction. */
export async function mark(
  shelf: Shelf,
  account: string,
  key: string,
  change: MarkChange,
  beside: Papers = {},
): Promise<Result<Mark | null, MarkError | 'no-such-row'>> {
  const row = await rowOf(shelf, account, key);
  if (!row) return fail('no-such-row');
  const marks = marksByKey(await shelf.marks(account));
  const at = new Date().toISOString();
  const before = marks.get(key) ?? noMark(account, key, row.day, at);
  const parsed = Mark.safeParse({ ...before, ...change, day: row.day, at });
  // Nothing of this product makes a mark of another shape.
  if (!parsed.success) throw new Damaged();
  const { sameAs } = change;
  if (sameAs != null && !(await rowOf(shelf, account, sameAs))) return fail('no-such-row');
  const checked = checkMark(parsed.data, row, marks, before);
  if (!checked.ok) return checked;
  return ok(await keepMark(shelf, row, checked.value, beside));
}

/** Writes a mark that has been checked, with the figures of its row's day; null where nothing is said any more. */
export async function keepMark(
  shelf: Shelf,
  { account, day }: KeptEntry,
  said: Mark,
  beside: Papers = {},
): Promise<Mark | null> {
  const kept = (await shelf.days([{ account, day }])).get(dayKey(account, day)) ?? null;
  const book = new OpenDay(account, day, kept);
  book.refigure();
  const nothing = saysNothing(said);
  const original = said.sameAs === null ? null : await rowOf(shelf, account, said.sameAs);
  const now = withAlone(said, said.sameAs !== null && original?.supersededBy !== null);
  const { sheets } = await changedDays(shelf, [book], { marks: [now] });
  await shelf.commit({
    base: await shelf.tail(),
    sheets,
    ...beside,
    ...(nothing ? { unmark: [{ account, key: now.key }] } : { marks: [now] }),
  });
  return nothing ? null : now;
}

/** Keeps a paper under its SHA-256 and names it in the row's mark. The same paper twice is one. */
export async function attach(
  shelf: Shelf,
  account: string,
  key: string,
  { name, type, bytes }: Paper,
): Promise<Result<Mark | null, MarkError | 'no-such-row' | 'too-large'>> {
  if (bytes.length > LARGEST_PAPER) return fail('too-large');
  const sha256 = await sha256Hex(bytes);
  const known = marksByKey(await shelf.marks(account)).get(key)?.attachments ?? [];
  const paper = { name: name.slice(0, 300), type: type.slice(0, 100), size: bytes.length, sha256 };
  const attachments = [...known.filter((one) => one.sha256 !== sha256), paper];
  return mark(shelf, account, key, { attachments }, { papers: [{ sha256, type, bytes }] });
}

/** Takes a paper away from a row. Its bytes go when no other row has it. */
export async function detach(
  shelf: Shelf,
  account: string,
  key: string,
  sha256: string,
): Promise<Result<Mark | null, MarkError | 'no-such-row'>> {
  const known = marksByKey(await shelf.marks(account)).get(key)?.attachments ?? [];
  const all = (await Promise.all((await shelf.accounts()).map(({ id }) => shelf.marks(id)))).flat();
  const others = all.filter((one) => one.account !== account || one.key !== key);
  const isUsed = others.some(({ attachments }) => attachments.some((one) => one.sha256 === sha256));
  const attachments = known.filter((one) => one.sha256 !== sha256);
  return mark(shelf, account, key, { attachments }, isUsed ? {} : { forgetPapers: [sha256] });
}

/** @param rowsOf what is done with a day that cannot be read back: it is thrown, or passed over */
export async function rowOf(
  shelf: Shelf,
  account: string,
  key: string,
  rowsOf: (book: DayBook) => KeptEntry[] = entriesIn,
): Promise<KeptEntry | null> {
  const days = await daysOfKeys(shelf, account, [key]);
  const books = await shelf.days(days.map((day) => ({ account, day })));
  for (const book of books.values()) {
    const found = rowsOf(book).find((entry) => entry.key === key);
    if (found) return found;
  }
  return null;
}
