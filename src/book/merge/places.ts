import type { Day } from '#money/day.ts';
import { dayKey } from '../identity/day-key.ts';
import type { Trace } from './images.ts';

export interface Place {
  readonly account: string;
  readonly day: Day;
}

/** A capture moved rows from one day to another, or, taken back, let them return. */
export interface Move {
  readonly account: string;
  readonly from: Day;
  readonly to: Day;
}

/**
 * Where rows of one capture went since: later captures moved them on, and those that were taken back let them return.
 * @param traces of all later captures at least, and of all that were taken back
 */
export function movesSince(traces: readonly Trace[], isTakenBack: (seq: number) => boolean): (seq: number) => Move[] {
  const all = traces.flatMap(({ seq, images }) =>
    images.flatMap(({ account, wasDay, day }) => (day === wasDay ? [] : [{ seq, account, from: wasDay, to: day }])),
  );
  const back = all
    .filter(({ seq }) => isTakenBack(seq))
    .map(({ account, from, to }) => ({ account, from: to, to: from }));
  return (seq) => [...all.filter((move) => move.seq > seq), ...back];
}

/** The days that a capture touched, and those on which rows of them may stand after these moves. */
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
