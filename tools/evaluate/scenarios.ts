import { addDays } from '#money/day.ts';
import { printAlipay } from './flows/alipay.ts';
import { printStatement } from './flows/english.ts';
import { openFlow } from './flows/flow.ts';
import { printFund } from './flows/wechat-fund.ts';
import { WAYS, type Way } from './formats/ways.ts';
import type { Labelled } from './labels.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { ACCOUNTS, labelledAccount } from './of-accounts.ts';
import { FLOWS } from './of-flows.ts';
import { MONTHLY_BOOKS } from './of-months.ts';
import { labelledShop, SALES, termsOf } from './of-sales.ts';
import { printShop } from './print.ts';
import { ACQUIRER_BOOKS } from './providers/acquirers.ts';
import { STRIPE_BOOKS } from './providers/stripe.ts';
import { WECHAT_BOOKS } from './providers/wechat.ts';
import { randomOf } from './random.ts';
import { CHINAUMS, openShop, planOf, type Shop, type Style } from './shop.ts';

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

/** The lists of other providers take turns, seed by seed, among those that can show the trouble. */
function wayFor(name: string, seed: number): Way {
  const ways = WAYS.filter(({ hides }) => !hides.has(name));
  return ways[Math.abs(seedOf(name, seed)) % ways.length] as Way;
}

const FLOW_PRINTERS = [printAlipay, printFund, printStatement] as const;

const ELSEWHERE: readonly Scenario[] = [
  ...Object.entries(SALES).map(
    ([name, trouble]): Scenario => ({
      name: `${name}, elsewhere`,
      group: 'trouble',
      make: (seed) => {
        const { style, print } = wayFor(name, seed);
        return labelledShop(randomOf(seedOf(name, seed + 1)), trouble, true, style, print);
      },
    }),
  ),
  ...Object.entries(LOOK_ALIKES).map(
    ([name, change]): Scenario => ({
      name: `${name}, elsewhere`,
      group: 'look-alike',
      make: (seed) => {
        const { style, print } = wayFor(name, seed);
        return alike(name, seed, change, style, print);
      },
    }),
  ),
  ...Object.entries(FLOWS).map(
    ([name, change]): Scenario => ({
      name: `a flow: ${name}`,
      group: 'trouble',
      make: (seed) => {
        const flow = openFlow(randomOf(seedOf(name, seed)));
        const labels = change(flow);
        const print = FLOW_PRINTERS[(seed + name.length) % FLOW_PRINTERS.length] ?? printAlipay;
        return { files: [print(flow)], terms: null, asOf: addDays(flow.to, 2), labels };
      },
    }),
  ),
  ...Object.entries({ ...STRIPE_BOOKS, ...WECHAT_BOOKS, ...ACQUIRER_BOOKS, ...MONTHLY_BOOKS }).map(
    ([name, make]): Scenario => ({ name, group: 'trouble', make: (seed) => make(randomOf(seedOf(name, seed))) }),
  ),
];

function alike(name: string, seed: number, change: (shop: Shop) => void, style: Style, print: Way['print']): Labelled {
  const random = randomOf(seedOf(name, seed));
  const shop = openShop(random, planOf(random), style);
  change(shop);
  const withTerms = name === NEEDS_TERMS || seed % 2 === 0;
  return { files: print(shop), terms: withTerms ? termsOf(shop) : null, asOf: addDays(shop.to, 2), labels: [] };
}

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
      make: (seed) => alike(name, seed, change, CHINAUMS, (shop) => [printShop(shop)]),
    }),
  ),
  ...ELSEWHERE,
];
