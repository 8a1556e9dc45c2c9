import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { type Blocks, readBlocks } from '../codec/blocks.ts';
import { readOrigins } from '../codec/origins.ts';
import { type Level, levelOfKey } from '../identity/identity.ts';

/** A kept row without the captures that saw it, which are kept apart. */
export type KnownRow = Omit<KeptEntry, 'seenIn'>;

/** All rows of one account on one day: the unit in which the book is stored. */
export interface DayBook {
  readonly account: string;
  readonly day: Day;
  /** Superseded ones among them. */
  readonly count: number;
  readonly codec: 2;
  /** By what its rows are known, each once: where all are known by their id, the index of ids says which are not among them. */
  readonly levels: readonly Level[];
  /** `codec/blocks.ts`. */
  readonly rows: Blocks;
  /** `codec/origins.ts`. */
  readonly origins: Uint8Array;
}

/** By what these rows are known, each once. */
export const levelsOf = (rows: readonly KnownRow[]): Level[] => [...new Set(rows.map(({ key }) => levelOfKey(key)))];

/** The rows of a day book in the order in which they came. Throws `Damaged`. */
export function entriesIn({ account, day, rows, origins }: DayBook): KeptEntry[] {
  const seen = readOrigins(origins);
  const all = readBlocks(account, day, rows).flatMap((block) => block.rows);
  return all.map((row, at) => ({ ...row, seenIn: seen[at] ?? [] }));
}
