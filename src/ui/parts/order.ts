import type { Cause, Item, ItemState } from '#records/arrears.ts';

const STATES: Readonly<Record<ItemState, number>> = { open: 0, due: 1, claimable: 2, taken: 3 };
const CONFIDENCES: Readonly<Record<Cause['confidence'], number>> = { high: 0, medium: 1, low: 2 };

/** What can still be acted on first: owed now, due soonest, to be claimed, already taken; within one state the largest. */
export function inOrder(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => {
    if (a.state !== b.state) return STATES[a.state] - STATES[b.state];
    if (a.state === 'due' && a.due !== b.due) return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1;
    if (a.state === 'taken' && a.since !== b.since) return (a.since ?? '') > (b.since ?? '') ? -1 : 1;
    return b.min - a.min || (a.id < b.id ? -1 : 1);
  });
}

/** The likeliest cause first. */
export function causesInOrder(causes: readonly Cause[]): readonly Cause[] {
  return causes.toSorted((a, b) => CONFIDENCES[a.confidence] - CONFIDENCES[b.confidence]);
}

/** Keys of every row that proves any cause of the item, each once. */
export function proofOf(item: Item): readonly string[] {
  return [...new Set(item.causes.flatMap((cause) => cause.rows))];
}
