import { describe, expect, test } from 'vitest';
import { readSightings } from '../read.ts';
import { pageOf, tableOf } from '../testing.ts';

const HEADER = '交易时间|交易类型|交易金额|手续费';
const RATED = '交易时间|交易类型|交易金额|费率|手续费';
const SALES = [100, 250.5, 300, 51.2, 80, 90.9];
const cents = (figure: number): string => (Math.round(figure * 100) / 100).toFixed(2);
const row = (i: number, ...cells: readonly string[]): string => [`2026-11-05 10:00:0${i}`, ...cells].join('|');

const read = (header: string, rows: readonly string[]) =>
  readSightings([pageOf([tableOf(header, rows)], { place: 'https://portal.example.com/list' })], {
    source: 'page',
    end: 'end',
    today: '2026-11-23',
  });
const fees = (header: string, rows: readonly string[]) =>
  read(header, rows).controls.find(({ what }) => what === 'fees-by-rate');

const sale = (amount: number, i: number, share = 0.0038): string =>
  row(i, '消费', cents(amount), cents(amount * share));
const rated = (amount: number, i: number): string => row(i, '消费', cents(amount), '0.38%', cents(amount * 0.0038));
/** The same rows with one put in the place of the third. */
const with3rd = (rows: readonly string[], third: string): string[] => rows.map((one, i) => (i === 2 ? third : one));

describe('fees against amount times rate', () => {
  test('agree by the stated rate, and by the one that the rows show', () => {
    expect(fees(RATED, SALES.map(rated))).toMatchObject({
      agrees: true,
      words: '费率',
      stated: '3.31',
      computed: '3.32',
    });
    expect(
      fees(
        HEADER,
        SALES.map((amount, i) => sale(amount, i)),
      ),
    ).toMatchObject({ agrees: true, words: '手续费' });
  });

  test('are told as exactly as they are printed: to the 分, or to all five digits', () => {
    const fine = SALES.map((amount, i) => row(i, '消费', cents(amount), '0.38%', (amount * 0.0038).toFixed(5)));
    expect(fees(RATED, fine)).toMatchObject({ stated: '3.31588', computed: '3.31588', agrees: true });
    expect(fees(RATED, SALES.map(rated))).toMatchObject({ stated: '3.31', computed: '3.32' });
  });

  test('prove nothing about the whole list', () => {
    expect(read(RATED, SALES.map(rated)).coverage).toMatchObject({ whole: false, gaps: [{ gap: 'not-proved' }] });
  });

  test.each([
    ['a fee of a hundred times', row(2, '消费', '300.00', '0.38%', '114.00')],
    ['a fee of a hundredth', row(2, '消费', '3000.00', '0.38%', '0.11')],
    ['a fee given back on a sale', row(2, '消费', '300.00', '0.38%', '-1.14')],
  ])('differ by %s in one row', (_, third) => {
    const reading = read(RATED, with3rd(SALES.map(rated), third));
    expect(reading.outcome).toBe('part');
    expect(reading.coverage.gaps).toMatchObject([{ gap: 'totals-differ', params: { what: 'fees-by-rate' } }]);
  });

  test('differ where only the rows themselves show the rate', () => {
    expect(
      fees(
        HEADER,
        with3rd(
          SALES.map((amount, i) => sale(amount, i)),
          row(2, '消费', '300.00', '114'),
        ),
      ),
    ).toMatchObject({ agrees: false });
  });

  test.each([
    ['a refund with its fee returned', row(2, '退货', '-300.00', '0.38%', '-1.14')],
    ['a refund that costs the fee again', row(2, '退货', '-300.00', '0.38%', '1.14')],
    ['a refund whose fee is kept', row(2, '退货', '-300.00', '0.38%', '0.00')],
    ['a sale without a fee', row(2, '消费', '300.00', '0.38%', '0.00')],
    ['a fee for data taken on the way', row(2, '消费', '300.00', '0.38%', '37.14')],
    ['a raised rate with a fixed part', row(2, '消费', '30580.00', '0.38%', '917.34')],
    ['a cap', row(2, '消费', '88000.00', '0.38%', '20.00')],
    ['a failed row', row(2, '消费', '300.00', '0.38%', '0.00')],
    ['another kind', row(2, '流量费', '-36.00', '0.38%', '0.14')],
    ['a sale of some cents', row(2, '消费', '0.50', '0.38%', '0.01')],
  ])('agree beside %s', (_, third) => {
    expect(fees(RATED, with3rd(SALES.map(rated), third))).toMatchObject({ agrees: true });
    expect(read(RATED, with3rd(SALES.map(rated), third)).outcome).toBe('read');
  });

  test('say nothing of few rows, of caps only, or of fixed fees', () => {
    expect(
      fees(
        HEADER,
        SALES.slice(0, 4).map((amount, i) => sale(amount, i)),
      ),
    ).toBeUndefined();
    expect(
      fees(
        RATED,
        SALES.map((_, i) => row(i, '消费', cents(20_000 + i), '0.38%', '20.00')),
      ),
    ).toBeUndefined();
    expect(
      fees(
        HEADER,
        SALES.map((amount, i) => row(i, '消费', cents(amount), '3.00')),
      ),
    ).toBeUndefined();
  });
});

describe('a unit that the rows contradict', () => {
  const reasons = (header: string, rows: readonly string[]) => read(header, rows).rejected.map(({ reason }) => reason);

  test('shows in two rows that state their rate', () => {
    expect(
      reasons(
        RATED,
        SALES.slice(0, 2).map((a, i) => row(i, '消费', cents(a), '0.38%', cents(a * 0.38))),
      ),
    ).toEqual(['unit-conflict', 'unit-conflict']);
  });

  test('shows in fees at several rates, of which no two rows are alike', () => {
    const rates = [0.38, 0.6, 0.38, 0.6, 0.3, 0.55];
    expect(
      reasons(
        HEADER,
        SALES.map((a, i) => row(i, '消费', cents(a), cents(a * (rates[i] ?? 0)))),
      ),
    ).toHaveLength(6);
    expect(
      reasons(
        HEADER,
        SALES.map((a, i) => row(i, '消费', cents(a * 10_000), cents((a * (rates[i] ?? 0)) / 100))),
      ),
    ).toHaveLength(6);
  });

  test('shows in whole amounts beside fees with cents', () => {
    const rows = SALES.map((a, i) => row(i, 'Sale', (a * 100).toFixed(0), cents(a * 0.029 + 0.3)));
    expect(reasons('Date|Type|Amount|Fee', rows)).toHaveLength(6);
  });

  test('is none where a fixed part eats small sales, or all fees are at the cap', () => {
    expect(
      reasons(
        HEADER,
        SALES.map((_, i) => row(i, '消费', cents(1 + i / 10), '0.35')),
      ),
    ).toEqual([]);
    expect(
      reasons(
        HEADER,
        SALES.map((_, i) => row(i, '消费', cents(900_000 + i), '20.00')),
      ),
    ).toEqual([]);
  });
});
