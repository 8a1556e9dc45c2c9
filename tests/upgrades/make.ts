/**
 * Writes `version-N.json` for the version of the book that stands in this checkout: `node tests/upgrades/make.ts`. To be run once, when the version
 * is finished; a file that is there is not written again. Merchant and rows are invented.
 */
import 'fake-indexeddb/auto';
import { existsSync, writeFileSync } from 'node:fs';
import { BOOK_VERSION } from '#book/schema.ts';
import { openBook } from '#book/store.ts';
import type { Day } from '#money/day.ts';
import { entry, input, reading, SHOP, sighting } from '../../src/book/testing.ts';
import { freeze } from './freeze.ts';

const file = new URL(`version-${BOOK_VERSION}.json`, import.meta.url);
if (existsSync(file)) {
  console.error(`${file.pathname} is there already: a book of a version is made once.`);
  process.exit(1);
}

const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

const book = openBook('made');
const trades = [1, 2, 3, 4, 5, 6].map((n) => {
  const day = `2026-10-0${n}` as Day;
  return entry({
    day,
    at: `${day}T10:00:0${n}+08:00`,
    reference: `420000${n}`,
    amount: n * 1_000_000,
    fee: n * 6000,
    net: n * 994_000,
    terminal: `1002000${n % 2}`,
    links: { trace: `00000${n}`, batch: '000123' },
    words: n % 2 === 1 ? '消费' : '扫码',
    card: n % 2 === 1 ? 'debit' : 'qr',
  });
});
const fee = entry({ day: '2026-10-03', kind: 'fee', amount: -3_600_000, fee: null, net: null, words: '手续费' });
const payout = entry({
  day: '2026-10-04',
  ledger: 'funds',
  kind: 'settlement',
  amount: -500,
  balance: 12_345,
  words: '提现',
});
const bill = { source: 'file' as const, place: '资金账单.csv' };

value(
  await book.takeIn(
    input(reading(trades, { stableIds: true, names: { [SHOP]: '老王面馆' } }), {
      sightings: [sighting('共 6 条'), sighting('商户 老王面馆 😀')],
    }),
  ),
);
value(
  await book.takeIn(
    input(reading([fee, fee, { ...payout, state: 'pending' }]), { ...bill, at: '2026-10-05T01:00:00.000Z' }),
  ),
);
value(await book.takeIn(input(reading([fee, fee, payout]), { ...bill, at: '2026-10-06T01:00:00.000Z' })));
const shown = trades.filter(({ reference }) => reference !== '4200003');
value(
  await book.takeIn(
    input(reading(shown, { stableIds: true, cover: { from: '2026-10-01', to: '2026-10-06' } }), {
      at: '2026-10-07T01:00:00.000Z',
    }),
  ),
);
const balance = entry({
  account: 'wechatpay:1900009231',
  ledger: 'notice',
  kind: 'balance',
  day: '2026-10-07',
  amount: null,
  fee: null,
  net: null,
  balance: -128_640_000,
  words: '账户余额 -1,286.40',
});
value(
  await book.takeIn(
    input(reading([balance], { provider: 'wechatpay', format: null, outcome: 'part', cover: { whole: false } }), {
      place: 'https://pay.weixin.qq.com/index.php',
      at: '2026-10-07T02:00:00.000Z',
    }),
  ),
);
value(await book.label(SHOP, '总店'));
const told = entry({ day: '2026-10-06', kind: 'fee', amount: -9900, terminal: '10020001', words: '短信：扣款0.099元' });
value(await book.takeIn(input(reading([told]), { source: 'told', place: 'sms', at: '2026-10-08T01:00:00.000Z' })));
const lakala = entry({ account: 'lakala:822290070111135', day: '2026-10-02', reference: 'L1' });
value(
  await book.takeIn(
    input(reading([lakala], { provider: 'lakala', stableIds: true }), { at: '2026-10-08T02:00:00.000Z' }),
  ),
);
value(await book.erase(['lakala']));
value(
  await book.takeIn(
    input(reading([entry({ day: '2026-10-05', reference: 'gone' })]), { at: '2026-10-08T03:00:00.000Z' }),
  ),
);
value(await book.undo(8));
const keys = value(await book.day(SHOP, '2026-10-03')).map((row) => row.entry.key);
value(await book.mark(SHOP, keys[0] ?? '', { standing: 'disputed', note: '没有人告诉我' }));
value(
  await book.attach(SHOP, keys[1] ?? '', {
    name: '合同.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode('合同'),
  }),
);
value(
  await book.takeIn({
    ...input(reading([], { outcome: 'changed', cover: { whole: false } })),
    place: 'https://unknown.example/list',
    sightings: [
      {
        ...sighting('x'),
        tables: [
          {
            where: 'table',
            way: 'plain-table',
            caption: null,
            header: ['日期', '金额'],
            rows: [['2026-10-01', '1.00']],
            hiddenRows: 0,
            stated: null,
          },
        ],
      },
    ],
  }),
);
value(await book.stage('job-1', 0, sighting('第 1 页')));

const captures = value(await book.captures());
const says = {
  entries: await book.entriesOf(),
  accounts: await book.accounts(),
  knowledge: [...value(await book.knowledge())],
  seen: await Promise.all(captures.map(({ seq }) => book.seen(seq))),
  verify: await book.verify(),
  unread: await book.unread(),
  check: await book.lastCheck(),
  marks: await book.marks(),
};
writeFileSync(file, `${JSON.stringify({ database: await freeze('made'), says }, null, 1)}\n`);
console.log(`${file.pathname} is written.`);
