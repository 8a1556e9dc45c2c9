import type { Day } from '#money/day.ts';
import type { KnownRow } from '../merge/day-books.ts';
import { Damaged } from './bytes.ts';
import { readRows, writeRows } from './rows.ts';

/** A day's rows as they are stored: in blocks, so that a page of new rows into a busy day rewrites the last block and not all of them. */
export type Blocks = readonly Uint8Array[];

/** Rows that stand in one block. */
const ROWS = 1000;

/** One block that was read: its bytes, and the rows that they gave. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly rows: readonly KnownRow[];
}

/** Throws `Damaged` where the bytes are not what `writeBlocks` gave. */
export function readBlocks(account: string, day: Day, blocks: Blocks): Block[] {
  if (!Array.isArray(blocks)) throw new Damaged();
  return blocks.map((bytes: Uint8Array) => ({ bytes, rows: readRows(account, day, bytes) }));
}

/**
 * @param rows all rows of the day, in their order
 * @param kept what stands there: a full block at the beginning whose rows are still these very rows is not written again
 */
export function writeBlocks(rows: readonly KnownRow[], kept: readonly Block[] = []): Blocks {
  const blocks: Uint8Array[] = [];
  let at = 0;
  for (const block of kept) {
    const isWhole = block.rows.length >= ROWS || at + block.rows.length === rows.length;
    if (!isWhole || block.rows.some((row, n) => rows[at + n] !== row)) break;
    blocks.push(block.bytes);
    at += block.rows.length;
  }
  for (; at < rows.length; at += ROWS) blocks.push(writeRows(rows.slice(at, at + ROWS)));
  return blocks;
}

/**
 * The blocks of a day with more rows behind them; only the last block is read. Throws `Damaged`.
 * @param blocks what `writeBlocks` gave: all but the last are full
 */
export function moreBlocks(account: string, day: Day, blocks: Blocks, more: readonly KnownRow[]): Blocks {
  const full = blocks.slice(0, -1);
  return [
    ...full,
    ...writeBlocks([...readBlocks(account, day, blocks.slice(-1)).flatMap(({ rows }) => rows), ...more]),
  ];
}
