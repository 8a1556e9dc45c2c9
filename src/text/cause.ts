import type { causesText, SpokenCause } from './areas/causes.ts';

type Key = keyof typeof causesText;
type Params = Readonly<Record<string, string>>;

/** What must be known beside the fact to read it rightly, by the param that says so and its value. */
const NOTES = [
  ['standard', 'learned', 'cause.learned'],
  ['bound', 'orders', 'cause.bound.orders'],
  ['bound', 'later', 'cause.bound.later'],
  ['bound', 'unproved', 'cause.bound.unproved'],
  ['why', 'short', 'cause.why.short'],
  ['proof', 'yearly', 'cause.proof.yearly'],
  ['proof', 'same-sum', 'cause.proof.same-sum'],
  ['proof', 'new-terminal', 'cause.proof.new-terminal'],
  ['proof', 'first-row', 'cause.proof.first-row'],
  ['proof', 'frozen', 'cause.proof.frozen'],
] as const satisfies readonly (readonly [string, string, Key])[];

/**
 * The sentences that tell a cause, in order: the fact, then how it is known or bounded. By its params: `next` makes it a forecast (`terms` or
 * `yearly`), `rest` is what other causes leave unexplained, `of` the sum of which this one explains a part.
 */
export function causeSentences(cause: SpokenCause, params: Params): readonly Key[] {
  if (params['rest'] !== undefined) return ['cause.rest'];
  if (params['next'] !== undefined) return [params['next'] === 'terms' ? 'cause.next.terms' : 'cause.next.yearly'];
  const notes = NOTES.filter(([name, value]) => params[name] === value).map(([, , key]): Key => key);
  const part: readonly Key[] = params['of'] === undefined ? [] : ['cause.part'];
  return [`cause.${cause}.sentence`, ...part, ...notes];
}

/** The one step to take now. */
export function causeStep(cause: SpokenCause, params: Params): Key {
  if (params['rest'] !== undefined) return 'cause.rest.advice';
  return params['next'] === undefined ? `cause.${cause}.step` : 'cause.next.advice';
}
