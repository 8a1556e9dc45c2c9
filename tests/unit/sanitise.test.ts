import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/money/day.ts';
import { readSightings } from '../../src/reading/read.ts';
import type { Reading } from '../../src/records/reading.ts';
import { openFile } from '../../src/tables/files/open.ts';
import { luhn } from '../../src/tables/mask.ts';
import { bothPages, h, row, table } from '../../src/tables/sanitise/testing.ts';
import type { Branch } from '../../src/tables/sanitise/tree.ts';

const AT = '2026-11-23T02:00:00Z';
const TODAY: Day = '2026-11-23';

async function read(html: string): Promise<Reading> {
  const opened = await openFile('page.xls', new TextEncoder().encode(html), { at: AT });
  if (!opened.ok) throw new Error(opened.error);
  return readSightings(opened.value, { source: 'file', end: null, today: TODAY });
}

/** Long digit runs apart from days and times. */
const runsOf = (text: string): string[] => text.replace(/(?:19|20)\d\d-\d\d-\d\d/g, ' ').match(/\d{6,}/g) ?? [];

const KINDS = ['消费', '退货', '扫码支付', '预授权完成', '消费撤销', '刷卡消费', '二维码收款'];
const HEADER =
  '清算日期|交易日期|交易时间|交易金额|手续费|清算金额|终端号|参考号|卡号|商户号|商户名称|交易类型|备注'.split('|');

const cents = (n: number): string => {
  const whole = String(Math.trunc(Math.abs(n) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${n < 0 ? '-' : ''}${whole}.${String(Math.abs(n) % 100).padStart(2, '0')}`;
};
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => `6${all.join('').slice(1)}`);
const name = fc
  .array(fc.constantFrom(...'沪鲜果张李王赵芳强磊梅兰竹菊江河湖海云霞'), { minLength: 2, maxLength: 8 })
  .map((all) => all.join(''));
const swipe = fc.record({
  day: fc.integer({ min: 1, max: 28 }).map((d) => `2026-09-${String(d).padStart(2, '0')}`),
  clock: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([a, b]) => `${String(a).padStart(2, '0')}:${String(b).padStart(2, '0')}:07`),
  amount: fc.integer({ min: 101, max: 90_000_000 }),
  kind: fc.constantFrom(...KINDS),
  rrn: digits(12),
  card: digits(16),
  payer: name,
});
interface Swipe {
  day: string;
  clock: string;
  amount: number;
  kind: string;
  rrn: string;
  card: string;
  payer: string;
}

function listOf(swipes: readonly Swipe[], merchant: string, number: string, terminal: string): Branch {
  const figures = swipes.map(({ amount, kind }) => {
    const back = /退|撤/.test(kind) ? -1 : 1;
    return { amount: back * amount, fee: back < 0 ? 0 : Math.round(amount * 0.006) };
  });
  const rows = swipes.map(({ day, clock, kind, rrn, card, payer }, at) => {
    const { amount = 0, fee = 0 } = figures[at] ?? {};
    return [
      day,
      day,
      clock,
      cents(amount),
      cents(fee),
      cents(amount - fee),
      terminal,
      rrn,
      card,
      number,
      merchant,
      kind,
      `${payer}的货`,
    ];
  });
  const sum = (of: (one: { amount: number; fee: number }) => number) =>
    cents(figures.reduce((all, one) => all + of(one), 0));
  const total = [
    '合计',
    '',
    '',
    sum(({ amount }) => amount),
    sum(({ fee }) => fee),
    sum(({ amount, fee }) => amount - fee),
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ];
  return h(
    'body',
    {},
    h('div', { class: 'user' }, `您好，${merchant}`),
    h('p', {}, `商户号：${number} 商户名称：${merchant}`),
    h('p', {}, `共 ${swipes.length} 条`),
    table(HEADER, [...rows, total]),
  );
}

const shape = (reading: Reading) => ({
  outcome: reading.outcome,
  entries: reading.entries.map(({ kind, day, fee, net, amount }) => ({
    kind,
    weekday: new Date(day).getUTCDay(),
    signs: [amount, fee, net].map((one) => (one === null ? null : Math.sign(one))),
  })),
  rejected: reading.rejected.map(({ reason }) => reason),
  controls: reading.controls.map(({ what, agrees }) => ({ what, agrees })),
  gaps: reading.coverage.gaps.map(({ gap }) => gap),
});

describe('a sanitised list', () => {
  it('reads as the one it was made from, and holds no number and no name of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(swipe, { minLength: 1, maxLength: 25 }),
        name,
        digits(15),
        digits(8),
        fc.nat(),
        async (swipes, merchant, number, terminal, seed) => {
          const { before, after } = bothPages(listOf(swipes, merchant, number, terminal), `${merchant} 对账明细`, seed);
          const [was, is] = [await read(before), await read(after)];
          expect(was.entries.length + was.rejected.length).toBe(swipes.length);
          expect(was.controls.length).toBeGreaterThan(0);
          expect(shape(is)).toEqual(shape(was));
          for (const run of [...runsOf(before), number, terminal]) expect(after).not.toContain(run);
          for (const real of [merchant, ...swipes.map(({ payer }) => payer)]) expect(after).not.toContain(real);
          for (const run of after.match(/\d{12,19}/g) ?? []) expect(luhn(run)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps equal equal and different different, digit for digit', () => {
    const { before, after } = bothPages(
      h(
        'body',
        {},
        table(
          ['参考号', '终端号'],
          [
            ['612345678901', '31112222'],
            ['612345678902', '31112222'],
            ['612345678901', '31112223'],
          ],
        ),
      ),
      '',
      7,
    );
    const cells = (html: string) => [...html.matchAll(/<td>([^<]*)/g)].map((match) => match[1] ?? '');
    const [was, is] = [cells(before), cells(after)];
    expect(is.map((cell) => cell.length)).toEqual(was.map((cell) => cell.length));
    const same = (list: string[]) => list.map((cell) => list.indexOf(cell));
    expect(same(is)).toEqual(same(was));
    for (const [at, cell] of is.entries()) expect(cell).not.toBe(was[at]);
  });
});

describe('what becomes of a text', () => {
  const becomes = (text: string, seed = 3): string => {
    const { after } = bothPages(h('body', {}, h('p', {}, text)), '', seed);
    return /<p>([^<]*)<\/p>/.exec(after)?.[1] ?? '';
  };

  it.each([
    '共 97 条',
    '第 3 / 50 页',
    '下一页',
    '登录超时，请重新登录',
    '请求过于频繁，请稍后再试',
    '暂无数据',
    'Showing 1 to 20 of 97 entries',
    '费率 0.60%',
  ])('keeps %s', (text) => {
    expect(becomes(text)).toBe(text);
  });

  it.each([
    ['联系电话 13812345678', '13812345678'],
    ['电话：0755-8888-1234', '8888'],
    ['邮箱 wang.fang@shop-example.cn', 'wang'],
    ['卡 6222 0212 3456 7890', '3456'],
    ['卡号：622202******0128', '622202'],
    ['卡 6222 02** **** 0128', '6222'],
    ['余额 500', '500'],
    ['终端号 1234', '1234'],
    ['地址：浦东新区张江路 88 号', '88'],
    ['张三丰 欢迎您', '张三丰'],
    ['小明退款', '小明'],
    ['Wang Fang', 'Wang'],
    ['https://portal.example.com/a?token=abc123def', 'abc123def'],
    ['openid oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'oUpF8uMuAJO'],
    ['身份证号：31010119900307123X', '199003'],
    ['12\u200b345\u200b678', '678'],
  ])('takes what names somebody out of %s', (text, secret) => {
    expect(becomes(text)).not.toContain(secret);
  });

  it('moves days by whole weeks, and leaves times', () => {
    const text = becomes('交易时间：2026-09-17 13:22:05');
    const day = /(\d{4}-\d\d-\d\d) 13:22:05$/.exec(text)?.[1] ?? '';
    const days = (Date.parse('2026-09-17') - Date.parse(day)) / 86_400_000;
    expect(days % 7).toBe(0);
    expect(days).toBeGreaterThan(0);
  });

  it('leaves days where they are, if some could be taken two ways', () => {
    expect(becomes('2026-09-17 and 03/04/2026')).toContain('2026-09-17');
  });

  it('multiplies a figure that is split over several elements as one', () => {
    const split = h(
      'div',
      {},
      h('span', {}, '账户余额'),
      h('div', { class: 'figure' }, h('b', {}, '1,999'), h('i', {}, '.75')),
    );
    const { after } = bothPages(h('body', {}, split), '', 5);
    const figure = /figure"><b>([^<]*)<\/b><i>([^<]*)/.exec(after);
    const cents = Number(`${figure?.[1]}${figure?.[2]}`.replace(/[,.]/g, ''));
    expect(cents % 199_975).toBe(0);
    expect(cents / 199_975).toBeGreaterThan(1);
    expect(figure?.[2]).toMatch(/^\.\d\d$/);
  });

  it('multiplies totals that stand in header cells of a foot', () => {
    const foot = h('tfoot', {}, row('th', ['合计', '1,234.50']));
    const list = table(['日期', '金额'], [['2026-10-01', '1,234.50']]);
    const { after } = bothPages(h('body', {}, { ...list, children: [...list.children, foot] }), '', 2);
    const figures = [...after.matchAll(/>([\d,]+\.\d\d)</g)].map((match) => match[1]);
    expect(figures).toHaveLength(2);
    expect(new Set(figures).size).toBe(1);
    expect(figures[0]).not.toBe('1,234.50');
  });

  it('takes no row of data for a header because everybody prints most of its words', () => {
    const rows = ['类型|状态|方式|付', '消费|成功|微信|张三丰', '退货|失败|微信|张三丰'].map((cells) =>
      row('td', cells.split('|')),
    );
    expect(bothPages(h('body', {}, h('table', {}, ...rows)), '', 2).after).not.toContain('张三丰');
  });

  it('keeps the words of a header that nobody has seen before', () => {
    const { after } = bothPages(h('body', {}, table(['账轧差标', '金额'], [['贷', '1.00']])), '', 1);
    expect(after).toContain('账轧差标');
  });
});

describe('hostile markup', () => {
  const page = (...inside: Parameters<typeof h>[2][]) =>
    bothPages(h('body', { onload: 'steal()' }, ...inside), '</title><script>x()</script>', 1).after;

  it('drops what could run, fetch or say more than is seen', () => {
    const html = page(
      h('script', {}, 'steal("13812345678")'),
      h('svg', { onload: 'x()' }, h('a', {}, '<script>x()</script>')),
      h('template', {}, h('img', { src: 'x', onerror: 'x()' })),
      h('iframe', { srcdoc: '<script>x()</script>', src: 'https://evil.example/?a=1' }),
      h('img', { src: 'https://evil.example/?a=1', onerror: 'x()' }),
      h('a', { href: 'javascript:x()', onclick: 'x()', style: 'background:url(https://evil.example)' }, '下一页'),
      h('input', { type: 'hidden', value: 'csrf-token-value' }),
      h('input', { type: 'password', value: 'hunter22hunter' }),
      h('form', { action: 'https://evil.example/?sid=1' }, h('button', { formaction: 'javascript:x()' }, '查询')),
      h(
        'div',
        { class: '"><script>x()</script> user-13812345678', 'data-token': 'abc', title: '张三丰' },
        '<b onclick=x()>&amp;</b>',
      ),
      h('x"><script>', {}, 'y'),
      h('base', { href: 'https://evil.example' }),
      h('object', { data: 'https://evil.example' }),
    );
    expect(html).not.toMatch(
      /<script|evil\.example|\son[a-z]+=|javascript:|srcdoc|<svg|<base|<object|token|hunter|13812345678|张三丰|url\(/i,
    );
    expect(html).toContain('下一页');
  });

  it('comes to an end on a deep tree, and on a huge text', () => {
    let deep: Branch = h('p', {}, '完');
    for (let level = 0; level < 250; level += 1) deep = h('div', {}, deep);
    expect(page(deep)).toContain('</html>');
    expect(page(h('p', {}, '6'.repeat(2_000_000))).length).toBeLessThan(10_000);
    expect(page(h('p', {}, `${'张'.repeat(3000)}@${'a.'.repeat(3000)}`)).length).toBeLessThan(20_000);
  });

  it('takes rows whose spans are absurd', () => {
    const cell = h('td', { colspan: '99999999', rowspan: '99999999' }, '12345678');
    expect(page(h('table', {}, h('tr', {}, cell, cell), row('td', ['12345678', '1'])))).not.toContain('12345678');
  });
});
