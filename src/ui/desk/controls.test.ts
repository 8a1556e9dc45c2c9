import { describe, expect, test } from 'vitest';
import { isOwnCheck } from '#records/reading.ts';
import { gapText } from '#ui/parts/gap-text.ts';
import { speaker } from '#ui/parts/speak.ts';
import { ownCheckText } from './controls.tsx';

const balance = { what: 'balance-runs', words: '余额', stated: '0', computed: '3', agrees: false, rows: 40 };
const fees = { what: 'fees-by-rate', words: '费率', stated: '3.31', computed: '3.32', agrees: true, rows: 6 };
const stated = { what: 'amount', words: '合计', stated: '872.60', computed: '872.60', agrees: true };

describe('a check of our own', () => {
  test('is told apart from what the source states', () => {
    expect([balance, fees, stated].map(isOwnCheck)).toEqual([true, true, false]);
  });

  test('says what was held against what, and how far a row may be off', () => {
    expect(ownCheckText(fees, speaker('en'))).toEqual({
      what: 'Fees fit their rate (“费率”)',
      found: 'fees 3.31, by the rate 3.32',
      tolerance: '2% of each fee, or half a cent',
    });
    expect(ownCheckText(balance, speaker('zh'))).toEqual({
      what: '“余额”逐行接得上',
      found: '接不上 3 处',
      tolerance: '不许有差',
    });
  });

  test.each([balance, fees])('that fails ($what) is no total that differs', ({ what, words, stated, computed }) => {
    const said = gapText({ gap: 'totals-differ', params: { what, words, stated, computed } }, speaker('en'));
    expect(said).not.toContain('stated');
    expect(said).toContain(computed);
  });
});
