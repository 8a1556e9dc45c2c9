import { type Attempt, unanswered } from '#records/attempt.ts';
import type { TakeIn } from '../book.ts';

/** Of one portal, and of all: what is older is let go of, but for each portal's first. */
const OF_ONE = 20;
const OF_ALL = 200;

/**
 * The looks at portals that did not answer, after this one: those at its portal are let go of when it answers. The same list where nothing changes. A file
 * says nothing of a portal, and neither does a page that nobody can name.
 */
export function attemptsAfter(before: readonly Attempt[], { reading, source, place, at }: TakeIn): readonly Attempt[] {
  const { provider } = reading;
  if (source !== 'page' || provider === null) return before;
  const own = before.filter((one) => one.provider === provider);
  const how = unanswered(reading);
  if (how === null && own.length === 0) return before;
  const others = before.filter((one) => one.provider !== provider);
  if (how === null) return others;
  const all = [...own, { provider, place, at, how }];
  return [...others, ...all.slice(0, 1), ...all.slice(1).slice(1 - OF_ONE)].slice(-OF_ALL);
}
