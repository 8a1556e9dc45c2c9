import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSightings } from '../read.ts';
import { fileOf, money, tableOf } from '../testing.ts';
import type { RowRecord } from './record.ts';
import { sumOver } from './spans.ts';

const recordsOf = (figures: readonly number[]): RowRecord[] =>
  figures.map((figure) => ({ cells: [String(figure)] }) as unknown as RowRecord);
const figureOf = ({ cells }: RowRecord): number => Number(cells[0]);

describe('sums over parts of a list', () => {
  test('are those of their rows, and each row is asked once for all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9_000_000, max: 9_000_000 }), { maxLength: 60 }), (figures) => {
        const rows = recordsOf(figures);
        let asked = 0;
        const counted = (record: RowRecord): number => {
          asked += 1;
          return figureOf(record);
        };
        for (let from = 0; from <= rows.length; from += 1)
          for (let until = from; until <= rows.length; until += 1) {
            const plain = figures.slice(from, until).reduce((sum, figure) => sum + figure, 0);
            expect(sumOver({ rows, from, until }, 'amount', counted)).toBe(plain);
          }
        expect(asked).toBe(rows.length);
      }),
    );
  });

  test('a list that grew is added up anew, and another figure of its rows by itself', () => {
    const rows = recordsOf([1, 2]);
    expect(sumOver({ rows, from: 0, until: 2 }, 'amount', figureOf)).toBe(3);
    rows.push(...recordsOf([4]));
    expect(sumOver({ rows, from: 0, until: 3 }, 'amount', figureOf)).toBe(7);
    expect(sumOver({ rows, from: 0, until: 3 }, 'twice', (record) => figureOf(record) * 2)).toBe(14);
  });
});

test('a subtotal that ends a file is compared with the rows since the last one', () => {
  const header = '交易日期|交易类型|交易金额|手续费|结算金额';
  const rows = [
    '2026-11-01|消费|10.00|0.06|9.94',
    '2026-11-01|消费|20.00|0.12|19.88',
    '小计||30.00|0.18|29.82',
    '2026-11-02|消费|5.00|0.03|4.97',
    '2026-11-02|消费|7.00|0.04|6.96',
  ];
  const last = tableOf(header, ['小计||12.00|0.07|11.93'], { way: 'trailer' });
  const read = (trailer: typeof last) =>
    readSightings([fileOf([tableOf(header, rows), trailer])], {
      source: 'file',
      end: null,
      today: '2026-11-27',
    });
  expect(read(last)).toMatchObject({ outcome: 'read', coverage: { rows: 4 } });
  expect(read(last).controls.every(({ agrees }) => agrees)).toBe(true);
  expect(read(last).controls.map(({ what, stated }) => `${what} ${stated}`)).toContain('sub-amount 12.00');
  const short = tableOf(header, ['小计||13.00|0.07|11.93'], { way: 'trailer' });
  expect(
    read(short)
      .controls.filter(({ agrees }) => !agrees)
      .map(({ computed }) => computed),
  ).toEqual(['12.00']);
  expect(money(read(last).entries[3]?.amount ?? null)).toBe('7.00');
});
