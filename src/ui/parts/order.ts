import type { Cause, Item, ItemState } from '#records/arrears.ts';

const STATES: Readonly<Record<ItemState, number>> = { open: 0, due: 1, claimable: 3, paid: 4, taken: 5 };
const WARNING = 2;
const CONFIDENCES: Readonly<Record<Cause['confidence'], number>> = { high: 0, medium: 1, low: 2 };

/** Not yet arrears: something to look at, of amount 0. */
export const isWarning = (item: Pick<Item, 'min' | 'max'>): boolean => item.min === 0 && item.max === 0;

const rank = (item: Item): number => (isWarning(item) ? WARNING : STATES[item.state]);

/** What can still be acted on first: owed now, due soonest, warnings, to be claimed, paid by the merchant's word, already taken; within one state the largest. */
export function inOrder(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (a.state === 'due' && a.due !== b.due) return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1;
    if (a.state === 'taken' && a.since !== b.since) return (a.since ?? '') > (b.since ?? '') ? -1 : 1;
    return b.min - a.min || (a.id < b.id ? -1 : 1);
  });
}

/** The likeliest cause first. */
export function causesInOrder(causes: readonly Cause[]): readonly Cause[] {
  return causes.toSorted((a, b) => CONFIDENCES[a.confidence] - CONFIDENCES[b.confidence]);
}

/** Keys of every row that states the sum or proves any cause of it, each once. */
export function proofOf(item: Item): readonly string[] {
  return [...new Set([...(item.statedIn ?? []), ...item.causes.flatMap((cause) => cause.rows)])];
}
