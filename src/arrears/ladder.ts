import { addDays, type Day } from '#money/day.ts';
import type { Code, Consequence, Item, Rung } from '#records/arrears.ts';

interface Step {
  readonly consequence: Consequence;
  /** Days after the earliest unpaid day; null where no source says when. */
  readonly after: number | null;
  readonly official: boolean;
}

const at = (after: number | null, consequence: Consequence, official: boolean): Step => ({
  consequence,
  after,
  official,
});

/** Charges that an acquirer keeps from a later swipe where they are not paid (public agents' code and contracts, docs/arrears.md). */
const SEIZED: ReadonlySet<Code> = new Set<Code>([
  'SIM_FEE',
  'TERM_SERVICE_FEE',
  'DEPOSIT',
  'TARGET_PENALTY',
  'VIP_FEE',
  'DORMANCY',
  'RENTAL',
  'SUBSCRIPTION',
  'MDR',
  'STATED',
  'DD_FAILED',
]);
const SHORT: ReadonlySet<Code> = new Set<Code>(['NEG_BALANCE', 'REFUND_ADVANCE']);

const ACQUIRER: readonly Step[] = [at(null, 'next-sale-seized', false), at(null, 'service-stopped', false)];
/** By provider, for an account that holds less than nothing. Sources: docs/arrears.md, what follows. */
const BELOW_ZERO: Readonly<Record<string, readonly Step[]>> = {
  wechatpay: [at(0, 'refunds-fail', true)],
  stripe: [at(0, 'next-payout-smaller', true), at(0, 'bank-debited', true)],
  adyen: [at(0, 'next-payout-smaller', true), at(0, 'refunds-fail', true), at(20, 'taken-from-platform', true)],
  paypal: [at(0, 'next-payout-smaller', true), at(90, 'collected', false)],
  square: [at(0, 'bank-debited', true)],
  sumup: [at(0, 'next-payout-smaller', true)],
};
const OF_ANYONE: readonly Step[] = [at(0, 'next-payout-smaller', false)];

/**
 * What follows where an open item stays unpaid, anchored on its earliest unpaid day: a part of it paid moves nothing, and only what pays that day
 * off moves the ladder to the next one. Empty for what is not open, or leads to nothing that any source tells.
 */
export function ladderOf(item: Pick<Item, 'account' | 'code' | 'state' | 'since' | 'min' | 'max'>, asOf: Day): Rung[] {
  if (item.state !== 'open' || item.max === 0) return [];
  const provider = item.account.replace(/:.*$/, '');
  const steps = SHORT.has(item.code) ? (BELOW_ZERO[provider] ?? OF_ANYONE) : SEIZED.has(item.code) ? ACQUIRER : [];
  return steps.map(({ consequence, after, official }) => {
    const day = after === null || item.since === null ? null : addDays(item.since, after);
    return { consequence, day, reached: day !== null && day <= asOf, official };
  });
}

/** The item with what follows, where anything does. */
export function withLadder(item: Item, asOf: Day): Item {
  const ladder = ladderOf(item, asOf);
  return ladder.length > 0 ? { ...item, ladder } : item;
}
