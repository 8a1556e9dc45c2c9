import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sighting } from '#records/sighting.ts';
import { type Context, readSightings } from './read.ts';
import { ReadAhead } from './read-ahead.ts';
import { CHINAUMS_HEADER, pageOf, swipe, tableOf } from './testing.ts';

const CONTEXT: Context = { source: 'page', end: null, today: '2026-11-23' };

/** Gives the rows to a reader ahead in pieces, as a look hands them over; the lines in `later` stand behind the table. */
function aheadOf(whole: Sighting, sizes: readonly number[], later: readonly string[] = []): ReadAhead {
  const ahead = new ReadAhead(CONTEXT);
  let from = 0;
  for (const size of sizes) {
    const tables = whole.tables.map((table) => ({ ...table, rows: table.rows.slice(from, from + size) }));
    ahead.add({ ...whole, texts: whole.texts.filter((text) => !later.includes(text)), tables, pager: null });
    from += size;
  }
  return ahead;
}

const HEADER = '交易日期|交易类型|金额|手续费|备注';
/** Rows of every role, and cells that make a list be read otherwise as soon as one of them stands in it. */
const ROW = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('消费', '退货', '扫码支付', '奇怪的词', ''),
        fc.integer({ min: 0, max: 99_999 }),
      )
      .map(
        ([day, kind, cents]) => `2026-11-${day}|${kind}|${(cents / 100).toFixed(2)}|${(cents / 20_000).toFixed(2)}|`,
      ),
  },
  fc.constantFrom(
    HEADER,
    '||||',
    '合计||12.00|0.07|',
    '小计||1,234.00||',
    '总笔数|总金额|||',
    '暂无更多记录|暂无更多记录|暂无更多记录|暂无更多记录|暂无更多记录',
    '03/04/2026|消费|1.234,56|-0,07|',
    '13/11/26|消费|-5.00|-1.00|',
    '2026-11-02|消费|坏|0.01|',
    '26-11-02|提现|USD 12.00|$0.01|银行卡',
    '2026-11-02|退货|-12.345678|0.07|x',
  ),
);

it('what is read never depends on what was read ahead', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(HEADER, HEADER.replace('金额', '金额(分)'), 'Date|Type|Amount|Fee|Remark'),
      fc.array(ROW, { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 4 }),
      fc.subarray([
        '单位：元',
        '单位：万元',
        '币种：美元',
        '共 20 条',
        '商户号：898310148160568',
        '统计日期 01/11/2026',
      ]),
      (header, rows, sizes, later) => {
        const whole = pageOf([tableOf(header, rows)], { texts: ['商户名称：沪上鲜果店', ...later] });
        const plain = readSightings([whole], CONTEXT);
        expect(readSightings([whole], CONTEXT, aheadOf(whole, sizes, later))).toEqual(plain);
        expect(readSightings([whole], CONTEXT, aheadOf(whole, sizes))).toEqual(plain);
      },
    ),
    { numRuns: 400 },
  );
});

const rows = Array.from({ length: 50 }, (_, n) => swipe({ amount: `${n + 1}.00`, net: `${n + 0.99}`, fee: '0.01' }));

it('and rows of a known list that were read ahead are not read again', () => {
  const whole = pageOf([tableOf(CHINAUMS_HEADER, rows)], { texts: ['共 50 条'] });
  const ahead = aheadOf(whole, [20, 20], ['共 50 条']);
  const begun: number[] = [];
  const under = ahead.under.bind(ahead);
  ahead.under = (header, plan) => {
    const given = under(header, plan);
    begun.push(given?.lines.length ?? 0);
    return given;
  };
  expect(readSightings([whole], CONTEXT, ahead)).toEqual(readSightings([whole], CONTEXT));
  expect(begun).toEqual([40]);
});

it('nor does it when other rows of the same list are read', () => {
  const ahead = aheadOf(pageOf([tableOf(CHINAUMS_HEADER, rows)]), [20]);
  const other = pageOf([tableOf(CHINAUMS_HEADER, rows.toReversed())]);
  expect(readSightings([other], CONTEXT, ahead)).toEqual(readSightings([other], CONTEXT));
});
