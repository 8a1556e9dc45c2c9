import type { Units } from '#money/amount.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Entry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';

/** Why a mark cannot be: its parts do not add up to the row; it says that a row is the same as itself, or as one that is itself another's double. */
export const MARK_ERRORS = ['parts-differ', 'same-as-itself', 'same-as-a-double'] as const;
export type MarkError = (typeof MARK_ERRORS)[number];

/** More than this is no paper behind a fee, and would fill the browser's store. Bytes. */
export const LARGEST_PAPER = 20_000_000;

/** Marks by the key of their row; keys are unique within an account. */
export type Marks = ReadonlyMap<string, Mark>;

export const marksByKey = (marks: readonly Mark[]): Marks => new Map(marks.map((mark) => [mark.key, mark]));

/** Whether a row counts in any figure: not superseded, not ignored, and not another row's double. */
export function counts({ key, supersededBy }: { key: string; supersededBy: number | null }, marks: Marks): boolean {
  const mark = marks.get(key) ?? null;
  return supersededBy === null && mark?.standing !== 'ignored' && !isDouble(mark);
}

/** Whether the row is another one's double: the merchant said so, and that other one is there. */
export const isDouble = (mark: Mark | null): boolean => (mark?.sameAs ?? null) !== null && mark?.alone !== true;

type Row = Omit<Entry, 'row'> & { readonly key: string; readonly supersededBy: number | null };

/**
 * The row with what the merchant knows better. What reaches him follows a corrected amount or fee as it did before (`amount − fee`, for payouts
 * `amount + fee`); where it stood in no such relation, it is not known any more.
 */
export function corrected<R extends Row>(row: R, mark: Mark | null | undefined): R {
  if (!mark) return row;
  const now: R = { ...row, ...mark.correction };
  const stays = row.net === null || mark.correction.net !== undefined;
  if (stays || (now.amount === row.amount && now.fee === row.fee)) return now;
  const way = [-1, 1].find((sign) => row.amount !== null && row.net === row.amount + sign * (row.fee ?? 0));
  return { ...now, net: way === undefined || now.amount === null ? null : now.amount + way * (now.fee ?? 0) };
}

/** Rows as the merchant sees them: corrected, and split where he split them. The parts of a split row have its key with `/1`, `/2` … behind it. */
export function asMarked<R extends Row>(rows: readonly R[], marks: Marks): R[] {
  if (marks.size === 0) return [...rows];
  return rows.flatMap((row) => {
    const mark = marks.get(row.key);
    if (!mark) return [row];
    const whole = corrected(row, mark);
    // A pending row may be posted with another amount than it was split by: its money is then what the source says.
    if (mark.parts.length === 0 || sumOf(mark.parts) !== whole.amount) return [whole];
    return mark.parts.map(({ kind, amount, words }, at) => ({
      ...whole,
      kind,
      amount,
      words,
      // What the whole row cost cannot be told apart by part: it stays with the first.
      fee: at === 0 ? whole.fee : null,
      net: null,
      key: `${row.key}/${at + 1}`,
    }));
  });
}

const sumOf = (parts: Mark['parts']): Units => parts.reduce((all, { amount }) => all + amount, 0);

/** The rows that count, as the merchant sees them. */
export const countedRows = <R extends Row>(rows: readonly R[], marks: Marks): R[] =>
  asMarked(marks.size === 0 ? rows.filter(isCurrent) : rows.filter((row) => counts(row, marks)), marks);

const isCurrent = ({ supersededBy }: Row): boolean => supersededBy === null;

/**
 * Checks a mark against the row it is for and the other marks of its account.
 * @param before what stood there: parts that the row has outgrown since stay, and it counts whole, until the merchant splits it again
 */
export function checkMark(
  mark: Mark,
  row: Pick<Entry, 'amount'>,
  marks: Marks,
  before: Pick<Mark, 'parts' | 'correction'>,
): Result<Mark, MarkError> {
  if (mark.sameAs === mark.key) return fail('same-as-itself');
  const doubled = [...marks.values()].some(({ key, sameAs }) => sameAs === mark.key && key !== mark.key);
  if (mark.sameAs !== null && (doubled || (marks.get(mark.sameAs)?.sameAs ?? null) !== null))
    return fail('same-as-a-double');
  const whole = mark.correction.amount ?? row.amount;
  const splitOf = ({ parts, correction }: typeof before): string => JSON.stringify([parts, correction.amount]);
  const isNew = splitOf(mark) !== splitOf(before);
  if (mark.parts.length > 0 && isNew && sumOf(mark.parts) !== whole) return fail('parts-differ');
  return ok(mark);
}

/** Whether anything is said at all. */
export const saysNothing = ({ standing, note, attachments, correction, sameAs, parts, notFor = [] }: Mark): boolean =>
  standing === null &&
  note === '' &&
  attachments.length === 0 &&
  Object.keys(correction).length === 0 &&
  sameAs === null &&
  parts.length === 0 &&
  notFor.length === 0;

/** Whether two marks of a row leave every figure, and what is owed, as it is: they differ, if at all, in what is only written beside the row. */
export function countTheSame(one: Mark | null, other: Mark | null): boolean {
  const counted = (mark: Mark | null): string =>
    JSON.stringify([
      mark?.standing ?? null,
      mark?.sameAs ?? null,
      isDouble(mark),
      Object.entries(mark?.correction ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
      mark?.parts ?? [],
    ]);
  return counted(one) === counted(other);
}
