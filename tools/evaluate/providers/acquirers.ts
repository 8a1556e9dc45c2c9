import { addDays, laterOf } from '#money/day.ts';
import { LAKALA, LAKALA_SETTLED, printD0, printJs, printJy } from '../formats/lakala.ts';
import { LESHUA, printLeshua } from '../formats/leshua.ts';
import type { Label } from '../labels.ts';
import { termsOf } from '../of-sales.ts';
import { openShop, planOf, sell, someDay } from '../shop.ts';
import { addRow, book, type Make, open } from './making.ts';

export const ACQUIRER_BOOKS: Readonly<Record<string, Make>> = {
  'leshua: a deposit frozen': (random) => {
    const shop = open(random, LESHUA);
    const day = someDay(shop);
    addRow(shop, { day, type: '冻结', amount: -9900 });
    return book(
      shop,
      [printLeshua(shop)],
      [{ cause: 'service-fee', code: 'DEPOSIT', state: 'taken', since: day, sum: 9900 }],
    );
  },
  'leshua: a deposit frozen and freed': (random) => {
    const shop = open(random, LESHUA);
    addRow(shop, { day: addDays(shop.from, 3), type: '冻结', amount: -9900 });
    addRow(shop, { day: addDays(shop.from, 80), type: '解冻', amount: 9900 });
    return book(shop, [printLeshua(shop)], []);
  },
  'lakala: the instant-settlement file': (random) => {
    const shop = open(random, LAKALA);
    const since = someDay(shop, 60);
    const sales = shop.trades.filter((one) => one.type === '消费' && one.day >= since);
    const labels = shop.terminals.map((terminal): Label => {
      const own = sales.filter((one) => one.terminal === terminal);
      const first = own.map(({ day }) => day).sort()[0] ?? since;
      return { cause: 'fixed-add-on', code: 'FAST_SETTLE', state: 'taken', since: first, sum: own.length * 200 };
    });
    return book(shop, [printJy(shop), printD0(shop, sales, 200)], labels);
  },
  'lakala: payouts that were not settled': (random) => {
    const shop = open(random, LAKALA_SETTLED);
    const day = addDays(shop.to, -20);
    const held = shop.trades.filter((one) => one.day === day && one.type === '消费');
    for (const one of held) one.remark = '未结算';
    const first = held[0];
    return book(
      shop,
      [printJs(shop)],
      first ? [{ cause: 'settlement-delayed', code: 'HOLD', state: 'open', since: first.settled, sum: 0 }] : [],
    );
  },
  'lakala: a terminal that moved to another merchant': (random) => {
    const one = open(random, LAKALA_SETTLED);
    const other = openShop(random, { ...planOf(random), terminals: 1 }, LAKALA_SETTLED);
    const terminal = one.terminals[0] ?? '';
    const day = addDays(one.from, 70);
    one.trades = one.trades.filter((t) => t.terminal !== terminal || t.day < day);
    for (const t of other.trades) t.terminal = terminal;
    other.trades = other.trades.filter((t) => t.day >= day);
    const to = laterOf(one.to, other.to);
    return book({ ...one, to }, [printJy(one), printJs(one), printJy(other), printJs(other)], []);
  },
  'lakala: half a year not read': (random) => {
    const shop = openShop(random, { ...planOf(random), days: 420 }, LAKALA_SETTLED);
    shop.trades = shop.trades.filter(({ day }) => day < '2025-06-01' || day >= '2025-12-01');
    const early = { ...shop, to: '2025-05-31' as const };
    const late = { ...shop, from: '2025-12-01' as const };
    return book(shop, [printJy(late), printJy(early)], []);
  },
  'lakala: rows in no order, terms that contradict each other': (random) => {
    const shop = open(random, LAKALA);
    const terms = termsOf(shop);
    const [account] = terms.accounts;
    const [line] = account?.tariff.filter(({ applies }) => applies === 'credit') ?? [];
    if (account && line) account.tariff.push({ ...line, rate: '0.55%' });
    const file = printJy(shop);
    const [head, ...rows] = file.text.trimEnd().split('\n');
    rows.sort((a, b) => (a.slice(-30) < b.slice(-30) ? -1 : 1));
    return { ...book(shop, [{ ...file, text: [head, ...rows].join('\n') }], []), terms };
  },
  'lakala: two years of SIM fees, no terms': (random) => {
    const shop = openShop(random, { ...planOf(random), days: 420, terminals: 1 }, LAKALA);
    const terminal = shop.terminals[0] ?? '';
    const day = addDays(shop.from, 31);
    const again = addDays(shop.from, 31 + 365);
    for (const one of [day, again]) sell(shop, one, 3600, { terminal, second: 32_000, card: 'qr' }).kept = 3600;
    for (const one of shop.trades) if (one.kept === 3600) one.fee = 0;
    const due = addDays(again, 365);
    return book(
      shop,
      [printJy(shop)],
      [
        { cause: 'sim-fee', code: 'SIM_FEE', state: 'taken', since: day, sum: 3600 },
        { cause: 'sim-fee', code: 'SIM_FEE', state: 'taken', since: again, sum: 3600 },
        { cause: 'sim-fee', code: 'SIM_FEE', state: 'due', since: due, sum: 3600 },
      ],
    );
  },
  'lakala: 0.63 % that became 2.99 % and 3.00, no terms': (random) => {
    const shop = openShop(random, planOf(random), {
      ...LAKALA,
      cards: ['credit'],
      tariff: [{ from: '2024-01-01', to: null, card: 'credit', rate: 63, cap: 0 }],
    });
    const day = someDay(shop, 60);
    let sum = 0;
    let since = shop.to;
    for (const one of shop.trades) {
      if (one.type !== '消费' || one.day < day) continue;
      const fee = Math.round((one.amount * 299) / 10_000) + 300;
      sum += fee - one.fee;
      one.fee = fee;
      if (one.day < since) since = one.day;
    }
    const label = { code: 'MDR_DELTA', state: 'taken', since, sum } as const;
    return book(
      shop,
      [printJy(shop)],
      [
        { cause: 'rate-rise', ...label },
        { cause: 'fixed-add-on', ...label },
      ],
    );
  },
};
