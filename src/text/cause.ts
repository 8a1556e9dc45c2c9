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
  ['everywhere', 'yes', 'cause.late.everywhere'],
  ['network', 'own', 'cause.portal-unreachable.network'],
] as const satisfies readonly (readonly [string, string, Key])[];

/** How a coming charge is known. */
const NEXT = [
  ['terms', 'cause.next.terms'],
  ['yearly', 'cause.next.yearly'],
  ['learned', 'cause.next.learned'],
] as const satisfies readonly (readonly [string, Key])[];

/** Another fact under the same cause, by the param that says so and its value: its sentence and its step. */
const OTHER_FACTS = [
  ['twice', 'sale', 'cause.duplicate-charge.sale', 'cause.duplicate-charge.sale-step'],
  ['everywhere', 'yes', 'cause.late-batch.sentence', 'cause.late-batch.step'],
  ['payout', 'less', 'cause.payout.less', 'cause.payout.advice'],
  ['payout', 'share', 'cause.payout.share', 'cause.payout.advice'],
  ['why', 'said', 'cause.balance-too-low.said', 'cause.balance-too-low.step'],
  ['missed', 'yes', 'cause.monthly-fee.missed', 'cause.monthly-fee.missed-step'],
  ['page', 'yes', 'cause.maintenance.page', 'cause.maintenance.page-step'],
  ['said', 'yes', 'cause.target-missed.said', 'cause.target-missed.step'],
  ['card', 'debit', 'cause.type-mismatch.card', 'cause.type-mismatch.card-step'],
  ['card', 'credit', 'cause.type-mismatch.card', 'cause.type-mismatch.card-step'],
  ['card', 'qr', 'cause.type-mismatch.card', 'cause.type-mismatch.card-step'],
  ['card', 'foreign', 'cause.type-mismatch.card', 'cause.type-mismatch.card-step'],
] as const satisfies readonly (readonly [string, string, Key, Key])[];

const otherFact = (params: Params) => OTHER_FACTS.find(([name, value]) => params[name] === value);

/**
 * The sentences that tell a cause, in order: the fact, then how it is known or bounded. By its params: `next` makes it a forecast (`terms`,
 * `yearly` or `learned`), `rest` is what other causes leave unexplained, `of` the sum of which this one explains a part.
 */
export function causeSentences(cause: SpokenCause, params: Params): readonly Key[] {
  if (params['rest'] !== undefined) return ['cause.rest'];
  const next = NEXT.find(([how]) => params['next'] === how);
  if (next) return [next[1]];
  const notes = NOTES.filter(([name, value]) => params[name] === value).map(([, , key]): Key => key);
  const part: readonly Key[] = params['of'] === undefined ? [] : ['cause.part'];
  return [otherFact(params)?.[2] ?? `cause.${cause}.sentence`, ...part, ...notes];
}

/** The one step to take now. */
export function causeStep(cause: SpokenCause, params: Params): Key {
  if (params['rest'] !== undefined) return 'cause.rest.advice';
  if (params['next'] !== undefined) return 'cause.next.advice';
  return otherFact(params)?.[3] ?? `cause.${cause}.step`;
}
