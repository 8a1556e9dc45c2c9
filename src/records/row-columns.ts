import type { Day } from '#money/day.ts';

/** A column of texts: row `n` says `values[places[n]]`. */
export interface TextColumn {
  readonly values: readonly (string | null)[];
  readonly places: Uint16Array;
}

/** What row `n` says. */
export const textAt = ({ values, places }: TextColumn, n: number): string | null =>
  values[places[n] as number] as string | null;

/** Rows of one account and day by column, as far as ordinary trades are told by them. `NaN` stands for none. */
export interface RowColumns {
  readonly length: number;
  readonly ledger: TextColumn;
  readonly kind: TextColumn;
  readonly state: TextColumn;
  readonly settleDay: TextColumn;
  readonly currency: TextColumn;
  readonly terminal: TextColumn;
  readonly card: TextColumn;
  readonly words: TextColumn;
  readonly order: TextColumn;
  /** Second of the provider's day; -1 where the row has no instant, -2 where its instant has no clock. */
  readonly seconds: Int32Array;
  readonly amount: Float64Array;
  readonly fee: Float64Array;
  readonly net: Float64Array;
  readonly balance: Float64Array;
  readonly supersededBy: Float64Array;
  /** Which rows are asked about: 1 for those, 0 for the others of their day. */
  readonly asked: Uint8Array;
}

/** A day of an account in the blocks in which it is kept. */
export interface DayColumns {
  readonly account: string;
  readonly day: Day;
  readonly blocks: readonly RowColumns[];
}
