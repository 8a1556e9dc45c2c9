import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { openBook } from '#book/store.ts';
import { type Bill, keepBill, openBill } from '#keeper/bill.ts';
import { isSameContent, previewBill, strangersAmong } from '#keeper/bill-preview.ts';
import { wechatFundflow } from '../../bills/make.ts';

afterEach(async () => {
  openBook().close();
  const deleted = indexedDB.deleteDatabase('arrears-radar');
  await new Promise((resolve) => deleted.addEventListener('success', resolve));
});

const step = () => undefined;

async function opened(name: string, bytes: Uint8Array): Promise<Bill> {
  const bill = await openBill(new File([new Uint8Array(bytes)], name), { password: null, step });
  if (!bill.ok) throw new Error(bill.error);
  return bill.value;
}

async function kept(bill: Bill) {
  const taken = await keepBill(bill);
  if (!taken.ok) throw new Error(taken.error);
  return taken.value;
}

describe('opening', () => {
  test('a file of 2 GB is refused by its size, before a byte of it is read', async () => {
    const file = {
      name: 'huge.csv',
      size: 2 * 1024 ** 3,
      arrayBuffer: () => Promise.reject(new Error('it was read')),
    };
    expect(await openBill(file, { password: null, step })).toEqual({ ok: false, error: 'too-large' });
  });

  test('says what it is doing, and keeps nothing', async () => {
    const steps: string[] = [];
    const { bytes, truth } = wechatFundflow({ sales: 3000 });
    const bill = await openBill(new File([new Uint8Array(bytes)], '1900009231.csv'), {
      password: null,
      step: ({ is }) => steps.push(is),
    });
    expect(bill.ok && bill.value.reading.entries.length).toBe(truth.rows);
    expect([...new Set(steps)]).toEqual(['opening', 'interpreting']);
    expect(await openBook().captures()).toEqual({ ok: true, value: [] });
  });

  test('stops while it is opened', async () => {
    const told = new AbortController();
    const { bytes } = wechatFundflow({ sales: 3000 });
    const file = new File([new Uint8Array(bytes)], '1900009231.csv');
    const answer = await openBill(file, { password: null, signal: told.signal, step: () => told.abort() });
    expect(answer).toEqual({ ok: false, error: 'stopped' });
  });
});

describe('the preview', () => {
  test('is small, counts everything, and knows what is in the book under another name until it is taken back', async () => {
    const { name, bytes, truth } = wechatFundflow({ seed: 5 });
    const bill = await opened(name, bytes);
    const preview = await previewBill(bill, openBook());
    expect(preview).toMatchObject({ count: truth.rows, rejectedCount: 0, strangers: [], sameAs: null });
    expect(preview.entries).toHaveLength(10);
    const { seq } = await kept(bill);
    const again = await opened(`copy of ${name}`, bytes);
    expect((await previewBill(again, openBook())).sameAs).toBe(seq);
    expect((await kept(again)).added).toBe(0);
    await openBook().undo(seq ?? 0);
    await openBook().undo(2);
    expect((await previewBill(again, openBook())).sameAs).toBeNull();
  });

  test('another amount is other content', async () => {
    const { name, bytes } = wechatFundflow({ seed: 5 });
    const text = new TextDecoder().decode(bytes);
    const changed = text.replace(/微信支付\D/, '他人支付,');
    expect(changed).not.toBe(text);
    const [one, other] = [await opened(name, bytes), await opened(name, new TextEncoder().encode(changed))];
    expect(isSameContent(one.sightings, one.sightings)).toBe(true);
    expect(isSameContent(one.sightings, other.sightings)).toBe(false);
  });

  test('a number is strange only where its provider is known by others', () => {
    const known = [
      { id: 'wechatpay:1', provider: 'wechatpay', merchantNumber: '1' },
      { id: 'alipay:?', provider: 'alipay', merchantNumber: null },
    ];
    expect(strangersAmong(['wechatpay:1', 'wechatpay:2', 'wechatpay:?', 'alipay:2', 'lakala:3'], known)).toEqual([
      'wechatpay:2',
    ]);
    expect(strangersAmong(['wechatpay:1'], [])).toEqual([]);
    // One merchant has several bank accounts, at banks that nobody named.
    const bank = [{ id: 'other:*7889', provider: 'other', merchantNumber: '*7889' }];
    expect(strangersAmong(['other:*9182', 'other:898310148160568'], bank)).toEqual([]);
  });
});

test('last month’s file again, with a row corrected and a row more: the rest is not doubled, and the old row no longer counts', async () => {
  const head = '交易时间,商户号,商户订单号,交易类型,交易金额(元),手续费(元)';
  const rows = (amount: string) => [
    '2026-10-01 10:00:00,898310148160568,A1,消费,10.00,0.06',
    `2026-10-02 10:00:00,898310148160568,A2,消费,${amount},0.12`,
    '2026-10-03 10:00:00,898310148160568,A3,消费,30.00,0.18',
  ];
  const file = (lines: readonly string[], count: number) =>
    new TextEncoder().encode([head, ...lines, `总笔数：${count}`].join('\r\n'));
  expect((await kept(await opened('2026-10.csv', file(rows('20.00'), 3)))).added).toBe(3);
  const later = [...rows('25.00'), '2026-10-03 11:00:00,898310148160568,A4,消费,40.00,0.24'];
  const taken = await kept(await opened('2026-10.csv', file(later, 4)));
  expect(taken).toMatchObject({ added: 2, existing: 2, superseded: 1 });
  const entries = await openBook().entriesOf();
  const counting = entries.ok ? entries.value.filter(({ supersededBy }) => supersededBy === null) : [];
  expect(counting.map(({ amount }) => (amount ?? 0) / 1e5)).toEqual([10, 25, 30, 40]);
});
