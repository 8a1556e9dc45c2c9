import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRate, formatAmount, parseAmount, parseRate, roundToCent } from './amount.ts';

const value = (text: string, ...rest: [('major' | 'minor' | 'wan')?, ('.' | ',' | 'auto')?]) => {
  const parsed = parseAmount(text, ...rest);
  return parsed.ok ? formatAmount(parsed.value) : parsed.error;
};

describe('parseAmount', () => {
  test('reads a usual figure as by all the rules, which a tab before it calls for', () => {
    const figure = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789,.+-¥￥ '), maxLength: 16 }),
      fc.stringMatching(/^[-+]?[¥￥]?\d{1,4}(,\d{3}){0,4}(\.\d{0,7})?$/),
      fc.stringMatching(/^[-+]?[¥￥]?\d{0,12}(\.\d{0,7})?$/),
    );
    const decimals = fc.constantFrom('.' as const, ',' as const, 'auto' as const);
    fc.assert(
      fc.property(figure, decimals, (text, decimal) => {
        expect(parseAmount(text, 'major', decimal)).toEqual(parseAmount(`\t${text}`, 'major', decimal));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['0.02', '0.02'],
    ['`0.00000', '0.00'],
    ['1,234.56', '1234.56'],
    ['12,3456.00', '123456.00'],
    ['￥１２．５０', '12.50'],
    ['¥-36.00', '-36.00'],
    ['-¥36', '-36.00'],
    ['36.00-', '-36.00'],
    ['(36.00)', '-36.00'],
    ['（36.00）', '-36.00'],
    ['- 12.00', '-12.00'],
    ['+1.5', '1.50'],
    ['20.00 Dr', '-20.00'],
    ['20.00 S', '-20.00'],
    ['1,250.00 H', '1250.00'],
    ['620.00元', '620.00'],
    ['500分', '5.00'],
    ['1.2万元', '12000.00'],
    ['0.00012', '0.00012'],
    ['$-0.95', '-0.95'],
    ['£(20.00)', '-20.00'],
    ['£20.00 DR', '-20.00'],
    ['NT$1,200', '1200.00'],
    ['MOP$ -20.00', '-20.00'],
    ['R$ 12.35', '12.35'],
    ['₹1,23,456.78', '123456.78'],
    ['12,34,567.00', '1234567.00'],
    ['RM 120.00', '120.00'],
    ['1,200円', '1200.00'],
    ['1.2萬元', '12000.00'],
    ['-$0.95', '-0.95'],
    ['CNY 3', '3.00'],
    ['.5', '0.50'],
    ['-0.00', '0.00'],
    ['', 'none'],
    ['--', 'none'],
    ['—', 'none'],
    ['N/A', 'none'],
    ['abc', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['0.000001', 'too-precise'],
    ['99999999999999', 'too-large'],
    ['2.1E+17', 'not-a-number'],
    ['2026-11-05', 'not-a-number'],
  ])('%s → %s', (text, expected) => expect(value(text)).toBe(expected));

  test.each([
    ['500', 'minor', '5.00'],
    ['0.5', 'minor', '0.005'],
    ['3', 'wan', '30000.00'],
    ['500元', 'minor', '500.00'],
  ] as const)('%s in %s → %s', (text, unit, expected) => expect(value(text, unit)).toBe(expected));

  test('decimal comma only where it is declared or certain', () => {
    expect(value('1.234,56', 'major', ',')).toBe('1234.56');
    expect(value('1.234,56', 'major', 'auto')).toBe('1234.56');
    expect(value('1,5', 'major', 'auto')).toBe('1.50');
    expect(value('1,234', 'major', 'auto')).toBe('ambiguous');
  });

  test('printing and reading give the same units, for every amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (units) => {
        expect(parseAmount(formatAmount(units))).toEqual({ ok: true, value: units });
      }),
    );
  });

  test('whatever the text, the answer is a safe integer or a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseAmount(text, 'major', 'auto');
        expect(parsed.ok ? Number.isSafeInteger(parsed.value) : typeof parsed.error === 'string').toBe(true);
      }),
    );
  });
});

test('rates', () => {
  expect(parseRate('0.60%')).toEqual({ ok: true, value: 6000 });
  expect(parseRate('万分之38')).toEqual({ ok: true, value: 3800 });
  expect(parseRate('38', 'per-10000')).toEqual({ ok: true, value: 3800 });
  expect(parseRate('0.006', 'fraction')).toEqual({ ok: true, value: 6000 });
  expect(parseRate('0.6')).toEqual({ ok: false, error: 'ambiguous' });
});

test('the case of docs/arrears.md: 30580.00 at 2.99 % and 3.00 is 917.34', () => {
  expect(formatAmount(roundToCent(applyRate(3_058_000_000, 29_900)) + 300_000)).toBe('917.34');
  expect(formatAmount(roundToCent(applyRate(3_058_000_000, 6300)))).toBe('192.65');
});

test('half a cent goes up, away from zero', () => {
  expect(formatAmount(roundToCent(1900))).toBe('0.02');
  expect(formatAmount(roundToCent(500))).toBe('0.01');
  expect(formatAmount(roundToCent(-500))).toBe('-0.01');
  expect(formatAmount(roundToCent(499))).toBe('0.00');
});
