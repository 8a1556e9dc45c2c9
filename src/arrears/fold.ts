import type { Cause, Item } from '#records/arrears.ts';
import { MAX_ROWS } from './causes/cause.ts';
import { groupBy } from './group.ts';

/** More items of one kind than this at one terminal are told as one; so are more than `MOST_PER_ACCOUNT` on one account. */
const MOST_PER_TERMINAL = 24;
const MOST_PER_ACCOUNT = 300;

/**
 * Keeps the answer small whatever the book holds: items of one code, state and basis beyond what a person would read one by one become one
 * item with their sum, their first day, and their number in `params.count`. Nothing is left out of any sum.
 */
export function fold(items: readonly Item[]): Item[] {
  const kind = (one: Item): string =>
    [one.account, one.currency, one.code, one.state, one.basis, one.disputed].join('|');
  const atTerminal = foldBy(items, (one) => `${kind(one)}|${one.terminal ?? ''}`, MOST_PER_TERMINAL);
  return foldBy(atTerminal, kind, MOST_PER_ACCOUNT);
}

function foldBy(items: readonly Item[], keyOf: (one: Item) => string, most: number): Item[] {
  const groups = groupBy(items, keyOf);
  if (groups.size === items.length) return [...items];
  return [...groups.values()].flatMap((group) => (group.length > most ? [together(group)] : group));
}

function together(group: readonly Item[]): Item {
  const [first] = group;
  if (!first) throw new Error('a group is never empty');
  const { min, max } = group.reduce<Pick<Item, 'min' | 'max'>>(
    (sum, one) => ({ min: sum.min + one.min, max: sum.max === null || one.max === null ? null : sum.max + one.max }),
    { min: 0, max: 0 },
  );
  return {
    ...first,
    id: `${first.id}+`,
    terminal: group.every((one) => one.terminal === first.terminal) ? first.terminal : null,
    min,
    max,
    since: earliest(group.map((one) => one.since)),
    due: earliest(group.map((one) => one.due)),
    causes: first.causes.slice(0, 1).map((cause) => widened(cause, group)),
  };
}

/** The first item's cause, with the rows and the number of all. */
function widened(cause: Cause, group: readonly Item[]): Cause {
  const alike = group.flatMap((one) => one.causes.filter((other) => other.cause === cause.cause));
  const count = alike.reduce((sum, one) => sum + Number(one.params['count'] ?? 0), 0);
  const rows = alike.flatMap((one) => one.rows).slice(0, MAX_ROWS);
  return { ...cause, rows, params: { ...cause.params, count: String(count), items: String(group.length) } };
}

const earliest = <T extends string>(days: readonly (T | null)[]): T | null =>
  days.filter((day): day is T => day !== null).sort()[0] ?? null;
