import { addDays } from '#money/day.ts';
import type { Labelled } from './labels.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { ACCOUNTS, labelledAccount } from './of-accounts.ts';
import { labelledShop, SALES, termsOf } from './of-sales.ts';
import { printShop } from './print.ts';
import { randomOf } from './random.ts';
import { openShop, planOf } from './shop.ts';

/** A kind of book, made anew for every seed. */
export interface Scenario {
  readonly name: string;
  readonly group: 'trouble' | 'look-alike';
  make(seed: number): Labelled;
}

/** Without terms a new tariff is told, as learned: whether it was agreed, only the terms say. */
const NEEDS_TERMS = 'a tariff change that was agreed';

const seedOf = (name: string, seed: number): number =>
  [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed * 7919);

export const SCENARIOS: readonly Scenario[] = [
  ...Object.entries(SALES).map(
    ([name, trouble]): Scenario => ({
      name,
      group: 'trouble',
      make: (seed) => labelledShop(randomOf(seedOf(name, seed)), trouble, true),
    }),
  ),
  ...Object.entries(ACCOUNTS).map(
    ([name, trouble]): Scenario => ({
      name,
      group: name === 'an ordinary account' ? 'look-alike' : 'trouble',
      make: (seed) => labelledAccount(randomOf(seedOf(name, seed)), trouble),
    }),
  ),
  ...Object.entries(LOOK_ALIKES).map(
    ([name, change]): Scenario => ({
      name,
      group: 'look-alike',
      make: (seed) => {
        const random = randomOf(seedOf(name, seed));
        const shop = openShop(random, planOf(random));
        change(shop);
        const withTerms = name === NEEDS_TERMS || seed % 2 === 0;
        const terms = withTerms ? termsOf(shop) : null;
        return { files: [printShop(shop)], terms, asOf: addDays(shop.to, 2), labels: [] };
      },
    }),
  ),
];
