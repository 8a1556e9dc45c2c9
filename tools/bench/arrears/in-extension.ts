import { computeArrears } from '#arrears/compute.ts';
import { summarise } from '#arrears/summarise.ts';
import type { TakeIn } from '#book/book.ts';
import { openBook } from '#book/store.ts';
import { HEAD } from '#book/workings.ts';
import { clock } from '#keeper/clock.ts';
import { joinedOf } from '#keeper/joined.ts';
import { refreshSummary } from '#keeper/summary.ts';
import { addDays, type Day } from '#money/day.ts';
import type { Result } from '#money/result.ts';
import type { Summary } from '#records/arrears.ts';
import type { Entry } from '#records/entry.ts';
import { ACCOUNTS, type Chain, capture } from '../book/trades.ts';

/** What runs in a page of the extension: a million trades with debts among them, and what is owed by them. */

const ROWS = 5000;
const READ_AT = '2026-11-01T09:00:00.000Z';
/** The day of every answer: one after the last trades. */
const NOW = clock(Date.parse('2026-11-01T12:00:00Z'));
const LAST_DAY: Day = '2026-10-31';
const PAGE = 25;

const chainOf = (rows: number, days: number): Chain => ({ rows, days, accounts: ACCOUNTS });

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}

async function take(input: TakeIn, added: number): Promise<void> {
  const taken = value(await openBook().takeIn(input));
  if (taken.added !== added) throw new Error(`added ${taken.added} of ${added}`);
}

/** The trades, and what each account is charged beside them. Answers how many rows the book has then. */
export async function fill(rows: number, days: number): Promise<number> {
  const chain = chainOf(rows, days);
  for (let from = 0; from < rows; from += ROWS) {
    const to = Math.min(rows, from + ROWS);
    await take(capture(chain, from, to, READ_AT), to - from);
  }
  let charged = 0;
  for (const account of ACCOUNTS) {
    const charges = chargesOf(account);
    await take(changed(account, charges), charges.length);
    charged += charges.length;
  }
  return rows + charged;
}

/** A SIM fee kept from a swipe of two terminals in each year, a fee that waits, a chargeback, and a sum that the portal states to be owed. */
function chargesOf(account: string): Partial<Entry>[] {
  const sims = ['10020001', '10020002'].flatMap((terminal) =>
    [1, 2, 3].map((year): Partial<Entry> => {
      const day = addDays(LAST_DAY, 150 - year * 365);
      const sums = { amount: 10_000_000, fee: 60_000, net: 10_000_000 - 60_000 - 3_600_000 };
      return { ...sums, kind: 'sale', words: '消费', terminal, day, at: `${day}T23:10:00+08:00` };
    }),
  );
  const charge: Partial<Entry> = { fee: null, net: null, terminal: '10020003', day: LAST_DAY, at: null };
  const charges: Partial<Entry>[] = [
    ...sims,
    { ...charge, kind: 'fee', state: 'pending', amount: -1_000_000, words: '终端管理费' },
    { ...charge, kind: 'chargeback', amount: -8_800_000, words: '拒付' },
    { ...charge, ledger: 'notice', kind: 'stated-arrears', amount: -12_600_000, reference: null, words: '欠费金额' },
  ];
  return charges.map((one, n) => ({ reference: `CHARGE${account.length}${n}`, ...one }));
}

/** So many trades of one day of an account, each with other words. */
function changed(account: string, changes: readonly Partial<Entry>[], from = 0): TakeIn {
  const base = capture({ rows: 100_000, days: 1, accounts: [account] }, from, from + changes.length, READ_AT);
  const entries = base.reading.entries.map((entry, n) => ({ ...entry, ...changes[n] }));
  return { ...base, reading: { ...base.reading, entries } };
}

/** Takes the `n`th page of 25 new trades into the last day of an account. */
export async function takePage(account: number, n: number): Promise<void> {
  const pages = Array.from({ length: PAGE }, (_, at): Partial<Entry> => {
    const minute = String((n * PAGE + at) % 60).padStart(2, '0');
    return { day: LAST_DAY, at: `${LAST_DAY}T22:${minute}:${String(n % 60).padStart(2, '0')}+08:00` };
  });
  const input = changed(
    ACCOUNTS[account] ?? '',
    pages.map((one, at) => ({ ...one, reference: `NEW${account}-${n}-${at}` })),
    1000 + n * PAGE,
  );
  await take({ ...input, at: NOW.at }, PAGE);
}

export interface Timed {
  readonly ms: number;
  /** What the popup would show, as text; without the instant of the asking. */
  readonly summary: string;
  readonly items: number;
  /** JavaScript memory of the page then, bytes. */
  readonly memory: number;
}

async function timed(work: () => Promise<Summary>): Promise<Timed> {
  const start = performance.now();
  const summary = await work();
  const ms = performance.now() - start;
  const items = summary.accounts.reduce((sum, one) => sum + one.items.length, 0);
  const memory = (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
  return { ms, summary: JSON.stringify(summary), items, memory };
}

/** Lets go of what was worked out before, as every act but a new capture does. */
export async function forget(): Promise<void> {
  const head = { token: '', end: value(await openBook().end()), value: null };
  value(await openBook().keepWorkings(null, new Map([[HEAD, head]])));
}

/** What the extension does after each capture. */
export const refresh = (): Promise<Timed> => timed(async () => value(await refreshSummary(openBook(), NOW)));

/** Row by row, every row of the book as one object: the plain way, with nothing remembered. */
export const plainly = (): Promise<Timed> =>
  timed(async () => {
    const book = openBook();
    const entries = value(await book.entriesOf());
    const [marks, accounts, knowledge] = [
      value(await book.marks()),
      value(await book.accounts()),
      value(await book.knowledge()),
    ];
    const arrears = computeArrears({
      entries,
      knowledge,
      terms: null,
      asOf: NOW.day,
      marks,
      matches: joinedOf(entries, marks, NOW.day),
    });
    const lastCheck = value(await book.lastCheck())?.taken.check ?? null;
    const summary = summarise({ arrears, accounts, knowledge, lastCheck, at: NOW.at });
    return { ...summary, end: value(await book.end()) };
  });
