import type { Day } from '#money/day.ts';
import { dayKey } from '../identity/day-key.ts';
import type { Trace } from './images.ts';

export interface Place {
  readonly account: string;
  readonly day: Day;
}

interface Move {
  readonly account: string;
  readonly from: Day;
  readonly to: Day;
}

/** The rows that captures moved from one day to another. */
export const movesOf = (traces: readonly Pick<Trace, 'images'>[]): Move[] =>
  traces.flatMap(({ images }) =>
    images.flatMap(({ account, wasDay, day }) => (day === wasDay ? [] : [{ account, from: wasDay, to: day }])),
  );

/** The same rows, moved back: where they stand when the captures that moved them are taken back. */
export const back = (moves: readonly Move[]): Move[] =>
  moves.map(({ from, to, ...of }) => ({ ...of, from: to, to: from }));

/** The days that a capture touched, and those on which rows of them may stand when these moves were made. */
export function placesOf({ touched }: Pick<Trace, 'touched'>, moves: readonly Move[]): Place[] {
  const places = new Map<string, Place>();
  const put = (account: string, day: Day) => places.set(dayKey(account, day), { account, day });
  for (const { account, days } of touched) for (const day of days) put(account, day);
  for (let before = -1; before < places.size; ) {
    before = places.size;
    for (const { account, from, to } of moves) if (places.has(dayKey(account, from))) put(account, to);
  }
  return [...places.values()];
}
