import type { Result } from '#money/result.ts';
import { makeSplitter, type RowRole } from '../lists/split.ts';
import { cellText, isCellText } from '../words/plain.ts';
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
  const roleOf = makeSplitter(plan, header);
  return (cells) => {
    // A page's cells are clean already: then there is nothing to copy.
    const texts = cells.every(isCellText) ? cells : cells.map(cellText);
    const role = roleOf(texts);
    return { cells, texts, role, read: role === 'data' ? rowIn(texts) : null };
  };
}
