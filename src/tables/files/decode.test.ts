import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isValue, tidyCell } from './cells.ts';
import { decode } from './decode.ts';

/** Text in a double-byte encoding, by turning the platform's decoder round. */
function encoder(encoding: 'gbk' | 'big5'): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !pairs.has(char)) pairs.set(char, [lead, trail]);
    }
  }
  return (text) => Uint8Array.from([...text].flatMap((char) => pairs.get(char) ?? [char.charCodeAt(0)]));
}

const toGbk = encoder('gbk');
const toBig5 = encoder('big5');

describe('encodings by evidence', () => {
  test.each([
    ['交易时间,金额,备注\n2026-01-01,1.00,退款', toGbk, 'gb18030'],
    ['商户：沪上鲜果店，账户余额', toGbk, 'gb18030'],
    ['交易日期,摘要,支出金額,存入金額,餘額\n115/01/02,轉帳,1,000,,5', toBig5, 'big5'],
    [
      'Datum;Empfänger;Betrag\n01.02.2026;Jäger & Söhne;-1,00',
      (text: string) => Buffer.from(text, 'latin1'),
      'windows-1252',
    ],
    ['date,amount\n2026-01-01,1', (text: string) => new TextEncoder().encode(text), 'utf-8'],
  ])('%s', (text, encode, encoding) => {
    expect(decode(encode(text))).toEqual({ ok: true, value: { text, encoding, cut: false } });
  });

  test('rare characters of four bytes in GB18030 stay what they are', () => {
    const rare = [0x95, 0x32, 0x82, 0x36];
    const bytes = Uint8Array.from([
      ...toGbk('交易时间,备注\n2026-01-01,'),
      ...rare,
      ...rare,
      ...rare,
      ...rare,
      ...rare,
    ]);
    expect(decode(bytes)).toEqual({
      ok: true,
      value: { text: `交易时间,备注\n2026-01-01,${'\u{20000}'.repeat(5)}`, encoding: 'gb18030', cut: false },
    });
  });

  test('the euro sign and quotes of Windows-1252 are no control characters', () => {
    const bytes = Uint8Array.from([
      ...Buffer.from('Date;Libellé;Montant '),
      0x80,
      ...Buffer.from('\n01/02/2026;'),
      0x93,
    ]);
    const latin = Uint8Array.from(bytes.filter((byte) => byte !== 0xc3).map((byte) => (byte === 0xa9 ? 0xe9 : byte)));
    expect(decode(latin)).toMatchObject({
      value: { text: 'Date;Libellé;Montant €\n01/02/2026;“', encoding: 'windows-1252' },
    });
  });

  test('an XML declaration is believed where its encoding explains the bytes', () => {
    const xml = (label: string) => `<?xml version="1.0" encoding="${label}"?><Nm>Łódź Müller</Nm>`;
    const polish = Uint8Array.from(
      [...xml('ISO-8859-2')].map((char) => ({ Ł: 0xa3, ó: 0xf3, ź: 0xbc, ü: 0xfc })[char] ?? char.charCodeAt(0)),
    );
    expect(decode(polish)).toMatchObject({ value: { text: xml('ISO-8859-2'), encoding: 'iso-8859-2' } });
  });

  test('two encodings in one file are refused, whichever is the longer part', () => {
    const line = '2026-01-01,1.00,退款缺货';
    const utf8 = (text: string) => new TextEncoder().encode(text);
    for (const [first, second] of [
      [toGbk, utf8],
      [utf8, toGbk],
      [toBig5, utf8],
    ] as const) {
      for (const [a, b] of [
        [1, 40],
        [40, 1],
        [5, 5],
      ] as const) {
        const bytes = Uint8Array.from([...first(`${line}\n`.repeat(a)), ...second(`${line}\n`.repeat(b))]);
        expect(decode(bytes)).toEqual({ ok: false, error: 'wrong-encoding' });
      }
    }
  });

  test('any Chinese text of everyday characters survives GBK', () => {
    const characters = [
      ...new Set(
        new TextDecoder('gbk').decode(
          Uint8Array.from({ length: 80 * 94 * 2 }, (_, i) =>
            i % 2 === 0 ? 0xb0 + (Math.floor(i / 188) % 40) : 0xa1 + ((i >> 1) % 94),
          ),
        ),
      ),
    ].filter((char) => toGbk(char).length === 2);
    const line = fc
      .array(fc.constantFrom(...characters), { minLength: 6, maxLength: 60 })
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(line, (text) => {
        const decoded = decode(toGbk(`交易时间,金额,备注\n2026-01-01,1.00,${text}`));
        return decoded.ok && decoded.value.text.endsWith(text);
      }),
    );
  });
});

describe('cells', () => {
  test.each([
    ['`2018-02-01 04:21:23', '2018-02-01 04:21:23'],
    ['\t2026060522001419931441932972\t', '2026060522001419931441932972'],
    ['="00123"', '00123'],
    ["'5191230567984561'", '5191230567984561'],
    ["L'OLILO  LONDON", "L'OLILO  LONDON"],
    ['a \r\n b', 'a b'],
    ['\u00a0　x　\ufeff', 'x'],
    ['`', ''],
    ['=1+1', '=1+1'],
  ])('%j is read as %j', (raw, tidy) => {
    expect(tidyCell(raw)).toBe(tidy);
  });

  test('no padding is left at the edges', () => {
    const piece = fc.constantFrom('`', '\t', ' ', '=', '"', "'", '1', 'a', '\n', '交');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
        const once = tidyCell(parts.join(''));
        return !/^[\s`]|[\s`]$/.test(once);
      }),
    );
  });

  test.each([
    '1.00',
    '-¥1,234.50',
    '2026-01-01',
    '2026年1月2日',
    '12-Dec-2019',
    '20260101',
    '0.60%',
    '100元',
    '12/29',
    '2018-02-01 04:21:23',
  ])('%s is a value', (cell) => {
    expect(isValue(cell)).toBe(true);
  });

  test.each(['', '交易时间', 'D0手续费(分)', 'Date', '¥', '/', '1-A1', '手续费(始终为 0)'])('%s is not', (cell) => {
    expect(isValue(cell)).toBe(false);
  });
});
