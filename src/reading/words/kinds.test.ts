import { describe, expect, test } from 'vitest';
import { cardOf, directionOf, kindOfWords, stateOfWords } from './kinds.ts';

describe('kind words', () => {
  test.each([
    ['消费', 'sale'],
    ['POS消费', 'sale'],
    ['銷售', 'sale'],
    ['Card sales', 'sale'],
    ['Purchase with cashback', 'sale'],
    ['売上', 'sale'],
    ['返金', 'refund'],
    ['Rückerstattung', 'refund'],
    ['Hold release', 'release'],
    ['Release of reserve', 'release'],
    ['Terminal rental', 'fee'],
    ['退单手续费', 'fee'],
    ['退单手续费退还', 'fee'],
    ['Fee payment', 'fee-payment'],
    ['Coffee payment', 'sale'],
    ['PCI compliance', 'fee'],
    ['Refund failed', 'reversal'],
    ['撥款', 'settlement'],
    ['BALANCE BROUGHT FORWARD', 'balance'],
    ['扫码支付', 'sale'],
    ['预授权完成', 'sale'],
    ['消费撤销', 'reversal'],
    ['冲正', 'reversal'],
    ['预授权完成撤销', 'reversal'],
    ['退货', 'refund'],
    ['交易退款', 'refund'],
    ['退貨', 'refund'],
    ['退款关闭', 'reversal'],
    ['退货撤销', 'reversal'],
    ['扣除交易手续费', 'fee'],
    ['退还交易手续费', 'fee'],
    ['流量费', 'fee'],
    ['设备服务费', 'fee'],
    ['押金', 'deposit'],
    ['押金退还', 'release'],
    ['冻结', 'hold'],
    ['解冻', 'release'],
    ['提现', 'settlement'],
    ['结算划款', 'settlement'],
    ['调账', 'adjustment'],
    ['拒付', 'chargeback'],
    ['退单', 'chargeback'],
    ['充值', 'top-up'],
    ['转账', 'transfer'],
    ['分账', 'transfer'],
    ['企业付款', 'transfer'],
    ['REFUND', 'refund'],
    ['Chargeback', 'chargeback'],
    ['payout', 'settlement'],
    ['预授权', 'unknown'],
  ])('%s → %s', (words, kind) => expect(kindOfWords(words)?.kind).toBe(kind));

  test.each(['玄学', 'T00', ''])('%s is not known, and not guessed', (words) => expect(kindOfWords(words)).toBeNull());

  test('what gives a fee back is money in', () => {
    expect(kindOfWords('退还交易手续费')?.sign).toBe(1);
    expect(kindOfWords('扣除交易手续费')?.sign).toBe(-1);
    expect(kindOfWords('退费')).toEqual({ kind: 'fee', sign: 1 });
    for (const words of ['流量费退还', '流量费冲正', '通讯费退款', '退回流量卡费', '设备服务费撤销']) {
      expect([words, kindOfWords(words)]).toEqual([words, { kind: 'fee', sign: 1 }]);
    }
    expect(kindOfWords('消费冲正')?.kind).toBe('reversal');
  });
});

test.each([
  ['支付成功', 'done'],
  ['已全额退款', 'done'],
  ['等待确认收货', 'done'],
  ['SUCCESS', 'done'],
  ['交易关闭', 'failed'],
  ['支付失败', 'failed'],
  ['FAIL', 'failed'],
  ['处理中', 'pending'],
  ['PROCESSING', 'pending'],
  ['未结算', 'pending'],
  ['待付款', 'pending'],
  ['玄学', 'unknown'],
  ['Succeeded', 'done'],
  ['Approved', 'done'],
  ['全额退款', 'done'],
  ['Unsuccessful', 'failed'],
  ['Incomplete', 'failed'],
  ['Denied', 'failed'],
  ['Voided', 'failed'],
  ['超时', 'failed'],
  ['支付中', 'pending'],
  ['Unsettled', 'pending'],
  ['未知状态', 'unknown'],
])('state %s → %s', (words, state) => expect(stateOfWords(words, false)).toBe(state));

test('response codes and flags', () => {
  expect(['00', '0', '1', '51'].map((code) => stateOfWords(code, true))).toEqual(['done', 'pending', 'done', 'failed']);
});

test('directions', () => {
  expect(['收入', '支出', '贷', '借', '进账', '不计收支', '冻结'].map(directionOf)).toEqual([
    'in',
    'out',
    'in',
    'out',
    'in',
    'neutral',
    null,
  ]);
});

test.each([
  ['借记卡', 'debit'],
  ['贷记卡', 'credit'],
  ['准贷记卡', 'credit'],
  ['信用卡', 'credit'],
  ['境外卡', 'foreign'],
  ['微信', 'qr'],
  ['银联二维码借记卡', 'qr'],
  ['', null],
])('card %s → %s', (words, card) => expect(cardOf(words)).toBe(card));
