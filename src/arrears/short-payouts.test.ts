import { expect, test } from 'vitest';
import { addDays, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Match, MatchState } from '#records/match.ts';
import { computeArrears } from './compute.ts';
import { row, sale, yuan } from './testing.ts';

const ACCOUNT = 'chinaums:898310148160568';

/** A day’s sales, and what the bank credited of them. */
function batch(n: number, sums: readonly number[], kept: number): { rows: KeptEntry[]; match: Match } {
  const day: Day = addDays('2026-03-02', n);
  const rows = sums.map((sum) => sale(day, sum, 0, { settleDay: addDays(day, 1) }));
  const due = yuan(sums.reduce((all, one) => all + one, 0));
  const came = due - yuan(kept);
  const arrived = row({ account: 'ccb:1', ledger: 'bank', kind: 'settlement', day: addDays(day, 1), amount: came });
  const state: MatchState = kept === 0 ? 'matched' : 'under';
  const payout = {
    id: `${ACCOUNT}|trade|CNY|${day}`,
    account: ACCOUNT,
    currency: 'CNY',
    day,
    rows,
    gross: due,
    fee: null,
    due,
    numbers: [],
  };
  return {
    rows,
    match: { leg: 'bank', payouts: [payout], arrived: [arrived], state, named: true, way: 'nearest', due, came },
  };
}

function told(batches: readonly ReturnType<typeof batch>[], more: readonly KeptEntry[] = []): string[] {
  const entries = [...batches.flatMap(({ rows }) => rows), ...more];
  const { items } = computeArrears({
    entries,
    knowledge: new Map(),
    terms: null,
    asOf: '2026-06-10',
    matches: batches.map(({ match }) => match),
  });
  return items.map((one) =>
    `${one.code} ${one.state} ${one.min / 100_000} ${one.since} ${one.causes[0]?.cause} ${one.causes[0]?.params['share'] ?? ''}`.trim(),
  );
}

const whole = Array.from({ length: 5 }, (_, n) => batch(n, [100 + n, 250], 0));

test('the same sum for each sale, over batches of different size, is an instant-settlement fee', () => {
  const short = [batch(10, [100, 200, 50], 6), batch(11, [80], 2), batch(12, [80, 30], 4)];
  expect(told([...whole, ...short])).toEqual(['FAST_SETTLE taken 12 2026-03-13 fixed-add-on']);
});

test('the same share of the sales is an add-on that nobody announced', () => {
  const short = [batch(10, [1000, 2000], 0.9), batch(11, [500], 0.15), batch(12, [800, 900], 0.51)];
  expect(told([...whole, ...short])).toEqual(['UNEXPLAINED taken 1.56 2026-03-13 undisclosed-fee 0.03%']);
});

test('the sum of a SIM fee that is known is that; anything else is told by its batch', () => {
  const sim = row({ day: '2026-02-01', ledger: 'funds', kind: 'fee', amount: yuan(-36), words: '流量费' });
  expect(told([...whole, batch(10, [100], 36)], [sim])).toContain('SIM_FEE taken 36 2026-03-13 sim-fee');
  expect(told([...whole, batch(10, [100], 17.3), batch(14, [100, 20], 8)])).toEqual([
    'UNEXPLAINED taken 17.3 2026-03-13 unexplained',
    'UNEXPLAINED taken 8 2026-03-17 unexplained',
  ]);
});

test('a join by sum alone is not believed before other batches have come whole', () => {
  expect(told([batch(10, [100], 17.3)])).toEqual([]);
  expect(told([...whole.slice(0, 2), batch(10, [100], 17.3)])).toEqual([]);
});
