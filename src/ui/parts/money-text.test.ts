import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '#money/amount.ts';
import { moneyText, owedText, spanOf } from './money-text.ts';
import { speaker } from './speak.ts';

const zh = speaker('zh');
const en = speaker('en');

describe('an amount as people read it', () => {
  it.each([
    [128_640_000, 'CNY', '¥1,286.40'],
    [-3_600_000, 'CNY', '−¥36.00'],
    [0, 'CNY', '¥0.00'],
    [123_456_789_123, 'CNY', '¥1,234,567.89123'],
    [99_999_999, 'USD', 'US$999.99999'],
    [120_000_000, 'JPY', 'JPY\u00a01,200.00'],
  ])('%i units of %s are %s', (units, currency, text) => {
    expect(moneyText(units, currency)).toBe(text);
  });

  it('can always be read back to the same units', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (units) => {
        expect(parseAmount(moneyText(units, 'CNY'))).toEqual({ ok: true, value: units });
      }),
    );
  });
});

describe('how sure an amount is', () => {
  it('is one figure where both ends meet', () => {
    expect(spanOf({ min: 5, max: 5 })).toBe('exact');
    expect(owedText({ min: 3_600_000, max: 3_600_000 }, 'CNY', zh)).toBe('¥36.00');
  });

  it('is a range where they differ', () => {
    expect(owedText({ min: 3_000_000, max: 3_600_000 }, 'CNY', zh)).toBe('¥30.00 至 ¥36.00');
    expect(owedText({ min: 3_000_000, max: 3_600_000 }, 'CNY', en)).toBe('¥30.00 to ¥36.00');
  });

  it('is a floor where the upper end is not known', () => {
    expect(owedText({ min: 3_000_000, max: null }, 'CNY', zh)).toBe('至少 ¥30.00');
    expect(owedText({ min: 3_000_000, max: null }, 'CNY', en)).toBe('at least ¥30.00');
  });

  it('never shows 0 for what is not known', () => {
    expect(owedText({ min: 0, max: null }, 'CNY', zh)).not.toMatch(/0/);
    expect(owedText({ min: 0, max: null }, 'CNY', en)).not.toMatch(/0/);
  });
});
