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

  it('leaves every day and clock as it is, alone or among words', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    const clock = fc.tuple(two(29), two(59), fc.option(two(59))).map((parts) => parts.filter(Boolean).join(':'));
    const day = fc.tuple(fc.integer({ min: 1900, max: 2099 }), two(19), two(39)).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(day, fc.option(clock), (date, time) => {
        const text = time === null ? date : `${date} ${time}`;
        expect(maskText(text)).toBe(text);
        expect(maskText(`${text} x`)).toBe(`${text} x`);
      }),
      { numRuns: 2000 },
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

/** An identity number of 18 signs with its right check digit (GB 11643). */
const identity = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2019-12-31'), noInvalidDate: true }),
    digitsOf(3),
  )
  .map(([area, born, serial]) => {
    const body = `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${serial}`;
    const sum = [...body].reduce((rest, digit) => (rest * 2 + Number(digit)) % 11, 0);
    return body + '10X98765432'.charAt((sum * 2) % 11);
  });
const mobile = fc.tuple(fc.integer({ min: 13, max: 19 }), digitsOf(9)).map(([head, rest]) => `${head}${rest}`);
const wide = (text: string): string => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const business = fc.constantFrom(
  '商户号',
  '商戶編號',
  '商户订单号',
  '參考號',
  '流水号',
  '终端号',
  '订单编号',
  'Order ID',
  'RRN',
  'Transaction No',
);

describe('people’s numbers', () => {
  const somewhere = fc.constantFrom('备注', '', '付款人', 'Details', '说明');

  it('leaves of a mobile number seven digits, of an identity number four, whatever the title says nothing about', () => {
    fc.assert(
      fc.property(
        mobile,
        identity,
        somewhere,
        fc.constantFrom('', '+86 ', '用户', '（'),
        (phone, id, header, before) => {
          expect(
            maskCell(before + phone, header)
              .replace(/\D/g, '')
              .replace(/^86/, '').length,
          ).toBeLessThan(8);
          expect(maskCell(before + id, header)).toBe(`${before}**************${id.slice(-4)}`);
          expect(maskText(`由 ${id} 支付`)).not.toContain(id.slice(0, 14));
        },
      ),
    );
  });

  it('leaves business numbers of the same shape whole under their title or label', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, identity, pan), business, (number, header) => {
        expect(maskCell(number, header)).toBe(number);
        expect(maskText(`${header}：${number}`)).toBe(`${header}：${number}`);
      }),
    );
  });

  it('reads full-width digits, and titles in traditional characters', () => {
    fc.assert(
      fc.property(mobile, pan, (phone, card) => {
        expect(maskCell(wide(phone), '備註')).toMatch(/^\d{3}\*{4}\d{4}$/);
        expect(maskCell(wide(card), '卡號')).toContain('**');
        expect(maskCell(card, '銀行卡')).toBe(maskCell(card, '卡号'));
      }),
    );
  });

  it('knows papers and telephones of other places by their title', () => {
    expect(maskCell('A123456(3)', '身份證號碼')).toBe('A**3456(3)');
    expect(maskCell('A123456789', '身分證字號')).toBe('A*****6789');
    expect(maskCell('E12345678', '证件号码')).toBe('E****5678');
    expect(maskCell('310101900307123', '身份证号')).toBe('***********7123');
    expect(maskCell('2030-01-01', '证件号有效期')).toBe('2030-01-01');
    expect(maskCell('0912345678', '聯絡電話')).toBe('09****5678');
    expect(maskCell('91234567', '手機')).toBe('****4567');
    expect(maskCell('+86 138-1234-5678', '手机号')).toBe('+86138****5678');
    expect(maskCell('138****8000', '手机号')).toBe('138****8000');
  });

  it('takes no amount, day or instant for a person', () => {
    for (const text of [
      '13812345.67',
      '13,812,345,678.00',
      '20261105132205',
      '2026-11-05 13:22:05',
      '1793857325000',
      '202611051322050001',
    ])
      expect(maskCell(text, '金额')).toBe(text);
  });
});
