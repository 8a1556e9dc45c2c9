import type { TakeIn } from '#book/book.ts';
import { addDays, type Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import type { Sighting } from '#records/sighting.ts';

/** A busy chain's trades: five providers, eight terminals each, over so many days from 2023-11-01. The same numbers give the same trades. */
export interface Chain {
  readonly rows: number;
  readonly days: number;
  readonly accounts: readonly string[];
}

const TERMINALS = 8;
const FIRST: Day = '2023-11-01';
const PAGE = 100;
const HEADER = [
  '交易时间',
  '交易类型',
  '终端号',
  '检索参考号',
  '批次号',
  '凭证号',
  '交易金额',
  '手续费',
  '结算金额',
  '交易状态',
];

export const ACCOUNTS = [
  'chinaums:898310148160568',
  'lakala:822290070111135',
  'wechatpay:1900009231',
  'alipay:2088001100110011',
  'leshua:1204567890',
];

const two = (n: number): string => String(n).padStart(2, '0');
const yuan = (units: number): string => (units / 100_000).toFixed(2);

/** The row of this number: one in twenty is a refund, and no two share their retrieval reference. */
function trade(chain: Chain, n: number): Entry {
  const perDay = Math.ceil(chain.rows / chain.days / chain.accounts.length);
  const account = chain.accounts[Math.floor(n / (perDay * chain.days)) % chain.accounts.length] ?? '';
  const inAccount = n % (perDay * chain.days);
  const day = addDays(FIRST, Math.floor(inAccount / perDay));
  const second = Math.floor(((inAccount % perDay) * 50_000) / perDay) + 28_800;
  const at = `${day}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}+08:00`;
  const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  const refund = mixed % 20 === 0;
  const size = ((mixed >>> 8) % 50_000) + 100;
  const amount = (refund ? -size : size) * 1000;
  const fee = refund ? 0 : Math.round(size * 0.6) * 10;
  const reference = String(200_000_000_000 + n * 7 + (mixed % 7));
  return {
    account,
    ledger: 'trade',
    kind: refund ? 'refund' : 'sale',
    state: 'done',
    day,
    at,
    settleDay: null,
    amount,
    fee,
    net: amount - fee,
    balance: null,
    currency: 'CNY',
    reference,
    links: { batch: String(100_000 + Math.floor(n / 500)), trace: two(n % 1_000_000).padStart(6, '0') },
    terminal: `1002000${mixed % TERMINALS}`,
    card: null,
    rate: null,
    due: null,
    words: refund ? '退货' : '消费',
    row: [Math.floor((n % 5000) / PAGE), 0, n % PAGE],
  };
}

function page(entries: readonly Entry[], at: string): Sighting {
  return {
    place: 'https://portal.example/merchant/detail',
    frame: 'top>0',
    title: '对账明细',
    at,
    tables: [
      {
        where: 'table#detail',
        way: 'plain-table',
        caption: null,
        header: HEADER,
        rows: entries.map((e) => [
          (e.at ?? '').slice(0, 19).replace('T', ' '),
          e.words,
          e.terminal ?? '',
          e.reference ?? '',
          e.links['batch'] ?? '',
          e.links['trace'] ?? '',
          yuan(e.amount ?? 0),
          yuan(e.fee ?? 0),
          yuan(e.net ?? 0),
          '成功',
        ]),
        hiddenRows: 0,
        stated: null,
      },
    ],
    texts: ['商户号', (entries[0]?.account ?? '').replace(/^.*:/, '')],
    cues: [],
    pager: null,
  };
}

/** Rows `from` up to (not including) `to` as one capture of pages of a hundred. */
export function capture(chain: Chain, from: number, to: number, at: string): TakeIn {
  const entries: Entry[] = [];
  for (let n = from; n < to; n += 1) entries.push(trade(chain, n));
  const sightings: Sighting[] = [];
  for (let n = 0; n < entries.length; n += PAGE) sightings.push(page(entries.slice(n, n + PAGE), at));
  const accounts = [...new Set(entries.map((e) => e.account))];
  return {
    reading: {
      outcome: 'read',
      provider: (accounts[0] ?? '').replace(/:.*$/, ''),
      format: 'bench',
      accounts,
      stableIds: true,
      names: {},
      coverage: {
        from: entries[0]?.day ?? null,
        to: entries.at(-1)?.day ?? null,
        pages: sightings.length,
        rows: entries.length,
        statedRows: entries.length,
        whole: false,
        gaps: [],
      },
      controls: [],
      entries,
      rejected: [],
    },
    sightings,
    source: 'page',
    place: 'https://portal.example/merchant/detail',
    at,
  };
}
