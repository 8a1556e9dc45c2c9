import type { Day } from '#money/day.ts';
import type { ChainEnd } from '#records/capture.ts';
import type { Change, Shelf, Tail } from './shelf.ts';

/** The name of the record that all others of its token belong to. */
export const HEAD = '';

/** Something that was worked out of the book, and is kept beside it for as long as nothing but new captures changes the book. Never the truth. */
export interface Workings {
  /** Stands in all records that belong together. */
  readonly token: string;
  /** Where the chain ended when it was worked out. */
  readonly end: ChainEnd;
  readonly value: unknown;
}

/** Whether what was worked out holds after this change, but for what a new capture has added. */
export const leavesWorkings = ({
  tail,
  days = [],
  marks = [],
  unmark = [],
  forgetAccounts = [],
  restoring,
}: Change): boolean =>
  restoring === undefined &&
  marks.length + unmark.length + forgetAccounts.length === 0 &&
  (tail !== undefined || days.length === 0);

/** The days on which captures after this end have shown rows, by account; null where one of them has changed a row, or the chain does not go on from there. */
export async function newSince(shelf: Shelf, { seq, hash }: Tail): Promise<Map<string, Set<Day>> | null> {
  const [head, traces, tail] = await Promise.all([shelf.head(seq), shelf.tracesAfter(seq), shelf.tail()]);
  if ((seq > 0 && head?.hash !== hash) || traces.length !== tail.seq - seq) return null;
  const days = new Map<string, Set<Day>>();
  for (const { touched, images } of traces) {
    if (images.length > 0) return null;
    for (const { account, days: of } of touched) {
      const known = days.get(account) ?? new Set<Day>();
      days.set(account, known);
      for (const day of of) known.add(day);
    }
  }
  return days;
}
