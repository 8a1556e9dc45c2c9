import { parseAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import { asMarked, corrected, countedRows, type Marks } from './acts/marks.ts';
import type { ListedRow, Question } from './book.ts';
import { dayKey } from './identity/day-key.ts';
import type { DayBook } from './merge/day-books.ts';
import type { Image } from './merge/images.ts';

/** Rows with what the merchant says of them. */
export const listed = (entries: readonly KeptEntry[], marks: Marks): ListedRow[] =>
  entries.map((entry) => ({ entry, mark: marks.get(entry.key) ?? null }));

/** Whether a row, or one of the parts into which the merchant split it, answers a question as he sees it. */
export function answers(question: Question): (row: KeptEntry, mark: Mark | null) => boolean {
  const isMarked = answersMarks(question);
  const isAnswer = answersRow(question);
  return (row, mark) => isMarked(mark) && seenParts(row, mark).some((part) => isAnswer(part, mark));
}

/**
 * Of rows that answer a question, what counts, as the merchant sees it: of a split row the parts that answer; all of them where only the row as a whole
 * does.
 */
export function countedAnswers(question: Question, rows: readonly KeptEntry[], marks: Marks): KeptEntry[] {
  const isAnswer = answersRow(question);
  return rows.flatMap((row) => {
    const mark = marks.get(row.key) ?? null;
    const counted = countedRows([row], marks);
    const own = counted.filter((part) => isAnswer(part, mark));
    return own.length > 0 ? own : counted;
  });
}

/** The row itself, corrected, and the parts of a split one. */
function seenParts(row: KeptEntry, mark: Mark | null): KeptEntry[] {
  if (mark === null) return [row];
  const whole = corrected(row, mark);
  return mark.parts.length === 0 ? [whole] : [whole, ...asMarked([row], new Map([[row.key, mark]]))];
}

function answersRow({ terminals, kinds, ledgers, text, least, most }: Question) {
  const words = text?.trim().toLowerCase() ?? '';
  const typed = parseAmount(words);
  const amount = typed.ok ? Math.abs(typed.value) : null;
  const has = (value: string | null): boolean => value?.toLowerCase().includes(words) ?? false;
  const isTyped = (units: Units | null): boolean => amount !== null && units !== null && Math.abs(units) === amount;
  return (row: KeptEntry, mark: Mark | null): boolean =>
    (terminals === undefined || (row.terminal !== null && terminals.includes(row.terminal))) &&
    (kinds === undefined || kinds.includes(row.kind)) &&
    (ledgers === undefined || ledgers.includes(row.ledger)) &&
    (least === undefined || (row.amount !== null && Math.abs(row.amount) >= least)) &&
    (most === undefined || (row.amount !== null && Math.abs(row.amount) <= most)) &&
    (words === '' ||
      has(row.words) ||
      has(row.reference) ||
      has(row.terminal) ||
      Object.values(row.links).some((link) => has(link)) ||
      [row.amount, row.fee, row.net, row.balance].some(isTyped) ||
      (mark !== null && (has(mark.note) || mark.attachments.some(({ name }) => has(name)))));
}

function answersMarks({ marked }: Question): (mark: Mark | null) => boolean {
  if (marked === undefined) return () => true;
  return (mark) =>
    mark !== null &&
    marked.some((what) => {
      if (what === 'noted') return mark.note !== '';
      return what === 'any' || mark.standing === what;
    });
}

/** Images by the days that they concern: where the row stands now, and where it stood. By day key. */
export function imagesByDay(
  images: readonly Image[],
): Map<string, { readonly account: string; readonly day: Day; readonly images: Image[] }> {
  const byDay = new Map<string, { account: string; day: Day; images: Image[] }>();
  for (const image of images) {
    for (const day of new Set([image.day, image.was.day])) {
      const name = dayKey(image.account, day);
      const own = byDay.get(name);
      if (own) own.images.push(image);
      else byDay.set(name, { account: image.account, day, images: [image] });
    }
  }
  return byDay;
}

/**
 * The rows of one day as they were when capture `asOf` was the book's last: without those that came later, and saying what they said then.
 * @param images of all later captures, in their order: the first of a row is what it said
 */
export function asOfCapture(
  book: Pick<DayBook, 'account' | 'day'>,
  entries: readonly KeptEntry[],
  asOf: number,
  images: readonly Image[],
): KeptEntry[] {
  const now = new Set<string>();
  const then: KeptEntry[] = [];
  const told = new Set<string>();
  for (const { account, day, key, was, origin } of images) {
    if (account !== book.account) continue;
    if (day === book.day) now.add(key);
    const isFirst = !told.has(`${was.day}|${was.key}`);
    // What a capture changed that was taken back later stands under its first name again.
    told.add(`${day}|${key}`).add(`${was.day}|${was.key}`);
    if (isFirst && was.day === book.day) then.push({ ...was, seenIn: [...origin] });
  }
  for (const { key } of then) now.add(key);
  const unchanged = entries.filter((entry) => !now.has(entry.key));
  return [...unchanged, ...then].flatMap((entry) => {
    const seenIn = entry.seenIn.filter((seq) => seq <= asOf);
    if (seenIn.length === 0) return [];
    const { supersededBy } = entry;
    return [{ ...entry, seenIn, supersededBy: supersededBy !== null && supersededBy > asOf ? null : supersededBy }];
  });
}
