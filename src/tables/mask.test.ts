import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhn, maskCell, maskText } from './mask.ts';

const digitsOf = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** A number with a right check digit, 12–19 digits long. */
const pan = fc
  .integer({ min: 11, max: 18 })
  .chain(digitsOf)
  .map((body) => {
    for (let check = 0; check < 10; check += 1) if (luhn(`${body}${check}`)) return `${body}${check}`;
    throw new Error('some check digit always fits');
  });

const spaced = fc
  .tuple(pan, fc.constantFrom('', ' ', '-', '\u00A0'), fc.integer({ min: 3, max: 6 }))
  .map(([digits, gap, size]) => ({
    digits,
    shown: (digits.match(new RegExp(`\\d{1,${size}}`, 'g')) ?? []).join(gap),
  }));

const cardHeader = fc.constantFrom('卡号', '交易卡号', '银行卡号', 'Card No.', '卡 号', '交易信息 / 卡号', 'PAN');
const around = fc.constantFrom('', '尾号 ', '（', '借记卡:');

describe('maskCell under a card header', () => {
  it('lets no card number through, whatever its grouping', () => {
    fc.assert(
      fc.property(spaced, cardHeader, around, ({ digits, shown }, header, before) => {
        const masked = maskCell(before + shown, header);
        expect(masked.replace(/\D/g, '')).toBe(digits.slice(0, 6) + digits.slice(-4));
        expect(masked).toContain('**');
      }),
    );
  });

  it('never leaves more than first six and last four of any long number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 -]{0,60}$/), cardHeader, (text, header) => {
        const longest = maskCell(text, header).match(/\d(?:[ -]{0,1}\d)*/g) ?? [];
        for (const run of longest) expect(run.replace(/\D/g, '').length).toBeLessThan(12);
      }),
    );
  });

  it('changes nothing the second time', () => {
    const header = fc.constantFrom('卡号', '结算账户', '手机号', '身份证号', '备注', '', '订单号');
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 *卡号:-]{0,60}$/), header, (text, named) => {
        const once = maskCell(text, named);
        expect(maskCell(once, named)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('masks numbers without a valid check digit, full-width digits, and two in one cell', () => {
    expect(maskCell('6214830012345671', '卡号')).toBe('621483******5671');
    expect(maskCell('６２１４８３００１２３４５６７１', '卡号')).toBe('621483******5671');
    expect(maskCell('6214830012345671 6222021234567890123', '卡号')).toBe('621483******5671 622202*********0123');
    expect(maskCell('6214 8300 1234 5671 6222 0212 3456 7890', '卡号')).toBe('****************************7890');
    expect(maskCell('621483******5671', '卡号')).toBe('621483******5671');
    expect(maskCell('尾号5671', '卡号')).toBe('尾号5671');
  });
});

describe('maskCell under other headers', () => {
  it('leaves business numbers untouched', () => {
    const kept = fc.constantFrom(
      '商户号',
      '商户订单号',
      '参考号',
      '流水号',
      '终端号',
      '订单信息 / 交易流水号',
      'Order ID',
    );
    fc.assert(
      fc.property(pan, kept, (digits, header) => {
        expect(maskCell(digits, header)).toBe(digits);
      }),
    );
  });

  it('cuts accounts, identity cards and phones', () => {
    expect(maskCell('310066661018800012345', '结算账户')).toBe('*****************2345');
    expect(maskCell('GB29NWBK60161331926819', 'IBAN')).toBe('******************6819');
    expect(maskCell('31010119900307123X', '证件号码')).toBe('**************123X');
    expect(maskCell('13812345678', '手机号')).toBe('138****5678');
    expect(maskCell('-1,286.40', '账户余额（元）')).toBe('-1,286.40');
  });

  it('masks by shape where the header says nothing', () => {
    expect(maskCell('6222021234567890128', '')).toBe(
      luhn('6222021234567890128') ? '622202*********0128' : '6222021234567890128',
    );
    expect(maskCell('4111 1111 1111 1111', '备注')).toBe('411111******1111');
    expect(maskCell('2026-01-05 2026-02-04', '期间')).toBe('2026-01-05 2026-02-04');
    expect(maskCell('898310148160568', '')).toBe('898310148160568');
  });
});

describe('maskText', () => {
  it('goes by the label before the number', () => {
    expect(maskText('卡号：6214 8300 1234 5671')).toBe('卡号：621483******5671');
    expect(maskText('商户号：4111111111111111')).toBe('商户号：4111111111111111');
    expect(maskText('商户号：898310148160568 结算账户：310066661018800012345')).toBe(
      '商户号：898310148160568 结算账户：*****************2345',
    );
    expect(maskText('订单号 4111111111111111，卡号 4111111111111111')).toBe(
      '订单号 4111111111111111，卡号 411111******1111',
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 *卡号账订单:：，-]{0,80}$/), (text) => {
        const once = maskText(text);
        expect(maskText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
