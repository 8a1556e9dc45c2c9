import type { Units } from '#money/amount.ts';
import type { Item, Owed, Total } from '#records/arrears.ts';

/**
 * Per currency: open items under observed and under derived, due items under predicted; what is taken, claimable or, as the merchant says, paid
 * is in no total.
 * `max` is null as soon as one item's is.
 * @param currencies every currency that has rows, so that "nothing owed" is a figure too
 * @param stated those in which a portal says what is owed, or what the account holds
 */
export function totalsOf(
  items: readonly Item[],
  currencies: ReadonlySet<string>,
  stated: ReadonlySet<string> = currencies,
): Total[] {
  const all = new Set([...currencies, ...items.map((one) => one.currency)]);
  return [...all].sort().map((currency) => {
    const ours = items.filter((one) => one.currency === currency);
    const open = ours.filter((one) => one.state === 'open');
    const observed = ours.filter((one) => one.basis === 'observed');
    // What the portal states and the merchant says he has paid is no statement of 0.
    const isStated = observed.some((one) => one.state === 'open') || (stated.has(currency) && observed.length === 0);
    return {
      currency,
      ...(isStated ? {} : { unstated: true as const }),
      observed: owed(open.filter((one) => one.basis === 'observed')),
      derived: owed(open.filter((one) => one.basis === 'derived')),
      predicted: owed(ours.filter((one) => one.state === 'due')),
    };
  });
}

function owed(items: readonly Item[]): Owed {
  let min: Units = 0;
  let max: Units | null = 0;
  for (const one of items) {
    min += one.min;
    max = max === null || one.max === null ? null : max + one.max;
  }
  return { min, max };
}
