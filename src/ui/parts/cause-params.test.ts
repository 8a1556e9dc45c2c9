import { describe, expect, it } from 'vitest';
import { causeParams } from './cause-params.ts';

describe('what a cause’s sentence is filled with', () => {
  it('is amounts with their currency and days as people write them', () => {
    const params = { amount: '1286.40', balance: '-0.50', day: '2026-11-22' };
    expect(causeParams(params, 'CNY', 'zh')).toEqual({
      amount: '¥1,286.40',
      balance: '−¥0.50',
      day: '2026年11月22日',
    });
    expect(causeParams(params, 'USD', 'en')).toEqual({
      amount: 'US$1,286.40',
      balance: '−US$0.50',
      day: '22 Nov 2026',
    });
  });

  it('leaves everything else as it is', () => {
    const params = { count: '14', terminal: '10020001', rate: '0.60%', time: '03:12', none: '—', bad: '2026-02-31' };
    expect(causeParams(params, 'CNY', 'zh')).toEqual(params);
  });
});
