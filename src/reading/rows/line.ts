import type { Result } from '#money/result.ts';
import { makeSplitter, type RowRole } from '../lists/split.ts';
import { rowCleaner } from './clean.ts';
import type { ReadRow, RowReader } from './entry.ts';
import type { Refusal } from './figures.ts';
import type { Plan } from './plan.ts';

/** One row of a list: what it is, and what it says where it is data. */
export interface ReadLine {
  /** As they stand, and as `cellText` leaves them. */
  readonly cells: readonly string[];
  readonly texts: readonly string[];
  readonly role: RowRole;
  readonly read: Result<ReadRow, Refusal> | null;
}

/** Reads the rows of one list, from the first to the last: what is a trailer depends on the rows before it. */
export function lineReader(
  plan: Plan,
  header: readonly string[],
  rowIn: RowReader,
): (cells: readonly string[]) => ReadLine {
  const cleaned = rowCleaner();
  const roleOf = makeSplitter(plan, header);
  return (cells) => {
    const texts = cleaned(cells);
    const role = roleOf(texts);
    return { cells, texts, role, read: role === 'data' ? rowIn(texts) : null };
  };
}
