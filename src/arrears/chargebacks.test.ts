import { expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import { computeArrears } from './compute.ts';
import { row, yuan } from './testing.ts';

const dispute = (day: KeptEntry['day'], amount: number, fee: number, given: Partial<KeptEntry> = {}): KeptEntry =>
  row({ kind: 'chargeback', day, amount: yuan(amount), fee: yuan(fee), net: yuan(amount) - yuan(fee), ...given });
const told = (...entries: readonly KeptEntry[]) =>
  computeArrears({ entries, knowledge: new Map(), terms: null, asOf: '2026-06-10' }).items.map(
    ({ code, min, since, causes }) => `${code} ${min / 100_000} ${since} ${causes[0]?.rows.length}`,
  );

test('a dispute that was won gives back its principal; its fee stays taken, unless that comes back as well', () => {
  const lost = dispute('2026-05-01', -50, 15);
  expect(told(lost)).toEqual(['CHARGEBACK 65 2026-05-01 1']);
  expect(told(lost, dispute('2026-05-20', 50, 0))).toEqual(['CHARGEBACK 15 2026-05-01 2']);
  expect(told(lost, dispute('2026-05-20', 50, -15))).toEqual([]);
});

test('a reversal gives back the latest dispute before it, once', () => {
  const twice = [dispute('2026-05-01', -50, 0), dispute('2026-05-03', -50, 15)];
  expect(told(...twice, dispute('2026-05-20', 50, 0))).toEqual([
    'CHARGEBACK 50 2026-05-01 1',
    'CHARGEBACK 15 2026-05-03 2',
  ]);
});

test('the same dispute in two lists is one', () => {
  const other = dispute('2026-05-02', -65, 0, { ledger: 'funds' });
  expect(told(dispute('2026-05-01', -50, 15), other)).toEqual(['CHARGEBACK 65 2026-05-01 1']);
});

test('its fee may stand in a row of its own: named by number, posted with it, or told by itself', () => {
  const at = '2026-05-01T08:00:00Z';
  const lost = dispute('2026-05-01', -62, 0, { reference: 'CB1', at });
  const fee = (given: Partial<KeptEntry>): KeptEntry =>
    row({ kind: 'fee', words: 'Chargeback Fee', amount: yuan(-20), net: yuan(-20), day: '2026-05-01', ...given });
  expect(told(lost, fee({ at }))).toEqual(['CHARGEBACK 82 2026-05-01 2']);
  expect(told(lost, fee({ day: '2026-05-04', links: { original: 'CB1' } }))).toEqual(['CHARGEBACK 82 2026-05-01 2']);
  expect(told(lost, fee({ day: '2026-05-04' }))).toEqual(['CHARGEBACK 62 2026-05-01 1', 'CHARGEBACK 20 2026-05-04 1']);
  const returned = fee({ day: '2026-05-20', amount: yuan(20), net: yuan(20) });
  expect(told(lost, fee({ at }), returned)).toEqual(['CHARGEBACK 62 2026-05-01 1']);
});
