import { expect, test } from 'vitest';
import { addDays } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { computeArrears } from './compute.ts';
import { knowing, row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';
const told = (entries: readonly KeptEntry[]) =>
  computeArrears({
    entries,
    knowledge: new Map([[ACCOUNT, knowing('2026-01-01', '2026-06-09')]]),
    terms: null,
    asOf: '2026-06-10',
  }).items.map((one) => `${one.code} ${one.state} ${one.min / 100_000} ${one.since} ${one.causes[0]?.cause}`);

const day = (n: number) => addDays('2026-03-02', n);

test('a list of trades without settle days takes them from the list of settlements, by number', () => {
  const trades = Array.from({ length: 9 }, (_, n) =>
    sale(day(n), 100, 0.6, { reference: `N${n}`, settleDay: null, terminal: 'T1' }),
  );
  const settled = trades.map((one, n) =>
    row({ ...one, key: `s${n}`, ledger: 'settlement', kind: 'settlement', settleDay: day(n === 4 ? 14 : n + 1) }),
  );
  expect(told(trades)).toEqual([]);
  expect(told([...trades, ...settled])).toEqual([`HOLD taken 0 ${day(4)} late-batch`]);
});

/** Each sale of an account's own flow with its fee in a row of its own, of which `share` tells how much. */
const flow = (share: (n: number) => number, links: (n: number) => Record<string, string>): KeptEntry[] =>
  Array.from({ length: 60 }, (_, n) => {
    const amount = 100 + n * 7;
    const fee = Math.round(amount * share(n) * 100) / 100;
    const given = { ledger: 'funds', day: day(n), links: links(n), settleDay: null, fee: null } as const;
    return [
      row({ ...given, amount: yuan(amount), net: yuan(amount), words: '交易' }),
      row({ ...given, kind: 'fee', amount: yuan(-fee), net: yuan(-fee), words: '扣除交易手续费' }),
    ];
  }).flat();

test('a rate that rose is told from fees that stand in rows of their own under the order of their sale', () => {
  const entries = flow(
    (n) => (n < 30 ? 0.006 : 0.01),
    (n) => ({ order: `O${n}` }),
  );
  const excess = entries.reduce((sum, one, at) => {
    const sold = entries[at - 1]?.amount ?? 0;
    return one.kind === 'fee' && at >= 60 ? sum - (one.amount ?? 0) - Math.round(sold * 0.006 * 1e-3) * 1000 : sum;
  }, 0);
  expect(told(entries)).toEqual([`MDR_DELTA taken ${excess / 100_000} ${day(30)} rate-rise`]);
});

test('fees that do not name their sale tell nothing of its rate', () => {
  expect(
    told(
      flow(
        (n) => (n < 30 ? 0.006 : 0.01),
        () => ({}),
      ),
    ),
  ).toEqual([]);
});
