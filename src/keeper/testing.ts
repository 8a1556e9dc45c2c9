import type { Sighting } from '#records/sighting.ts';

/** What the tests of this folder show to the keeper: pages as 银联商务 draws them. */

export const PLACE = 'https://service.chinaums.com/uisportal/toDetail';
export const ACCOUNT = 'chinaums:898310148160568';

const HEADER = [
  '清算日期',
  '交易日期',
  '交易时间',
  '交易金额',
  '终端号',
  '清算金额',
  '手续费',
  '流水号',
  '交易类型',
  '参考号',
  '商户号',
];

const rowOf = (number: number): string[] => {
  const serial = String(number).padStart(6, '0');
  const day = `202610${String((number % 20) + 1).padStart(2, '0')}`;
  const net = number % 7 === 0 ? '-50.00' : '99.40';
  const amount = number % 7 === 0 ? '-50.00' : '100.00';
  const fee = number % 7 === 0 ? '0.00' : '0.60';
  const kind = number % 7 === 0 ? '退货' : '消费';
  return [day, day, '101112', amount, '10020001', net, fee, serial, kind, `888888${serial}`, '898310148160568'];
};

/** Page `page` (from 1) of `pages`, with `size` rows each. */
export function pageOf(page: number, pages: number, size = 4): Sighting {
  const first = (page - 1) * size + 1;
  return {
    place: PLACE,
    frame: 'top>0',
    title: '对账明细查询',
    at: '2026-11-20T02:00:00.000Z',
    tables: [
      {
        where: '#detail',
        way: 'plain-table',
        caption: null,
        header: HEADER,
        rows: Array.from({ length: size }, (_, i) => rowOf(first + i)),
        hiddenRows: 0,
        stated: pages * size,
      },
    ],
    texts: [`根据输入条件共查询到 ${pages * size} 条`],
    cues: [],
    pager: { page, pages, hasNext: page < pages },
  };
}

/** The account's home around the frame. */
export const home: Sighting = {
  place: 'https://service.chinaums.com/uisportal/index_r',
  frame: 'top',
  title: '银联商务',
  at: '2026-11-20T02:00:00.000Z',
  tables: [],
  texts: ['当前商户', '沪上鲜果店'],
  cues: [],
  pager: null,
};

export const signedOut: Sighting = { ...home, texts: ['用户登录'], cues: ['signed-out'] };

/** Waits for a condition that other code brings about. */
export async function until(what: string, met: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 20_000; tries += 1) {
    if (await met()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`never happened: ${what}`);
}
