import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import { COLUMNS, type ExportRow } from './columns.ts';
import { csvCell } from './csv.ts';
import { type ExportFormat, newExport } from './export.ts';
import { MOST_XLSX_ROWS } from './xlsx.ts';

const words = {
  title: (column: string) => `〔${column}〕`,
  word: (set: string, value: string) => (set === 'link' || set === 'card' ? `〈${value}〉` : value),
};

const row = (over: Partial<KeptEntry> = {}): ExportRow => ({
  account: '总店',
  mark: null,
  entry: {
    account: 'wechatpay:0000001900009231',
    ledger: 'trade',
    kind: 'refund',
    state: 'done',
    day: '2026-10-01',
    at: '2026-10-01T10:00:00+08:00',
    settleDay: null,
    amount: -1_250_000,
    fee: null,
    net: 0,
    balance: null,
    currency: 'CNY',
    reference: '4200001234567890123456789012',
    links: {},
    terminal: '00123',
    card: null,
    rate: 6000,
    due: null,
    words: '=HYPERLINK("http://x")',
    row: [0, 0, 0],
    key: 'k',
    seenIn: [1, 2],
    supersededBy: null,
    ...over,
  },
});

async function exported(format: ExportFormat, rows: readonly ExportRow[]): Promise<Blob> {
  const file = newExport(format, words);
  for (const one of rows) file.add([one]);
  const done = await file.file();
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

const at = (column: (typeof COLUMNS)[number]): number => COLUMNS.indexOf(column);

describe('CSV', () => {
  test('says card types and other numbers in words', async () => {
    const [, cells = []] = Papa.parse<string[]>(
      await (await exported('csv', [row({ card: 'debit', links: { rrn: '88', order: 'A1' } })])).text(),
    ).data;
    expect(cells[at('card')]).toBe('〈debit〉');
    expect(cells[at('links')]).toBe('〈rrn〉 88 · 〈order〉 A1');
  });

  test('tells moments as spreadsheets read them, by the clock of the source, which stands beside', async () => {
    const rows = ['2026-11-05T13:22:05+08:00', '2026-11-05T13:22:05-05:00', '2026-11-05T18:22:05.000Z', null];
    const text = await (
      await exported(
        'csv',
        rows.map((moment) => row({ at: moment })),
      )
    ).text();
    const told = Papa.parse<string[]>(text.trimEnd()).data.slice(1);
    expect(told.map((cells) => [cells[at('at')], cells[at('zone')]])).toEqual([
      ['2026-11-05 13:22:05', 'UTC+08:00'],
      ['2026-11-05 13:22:05', 'UTC-05:00'],
      ['2026-11-06 02:22:05', 'UTC+08:00'],
      ['', ''],
    ]);
    const [json] = JSON.parse(await (await exported('json', [row()])).text());
    expect(json.at).toBe('2026-10-01T10:00:00+08:00');
  });

  test('says of which rows the book counts something else than what stands there', async () => {
    const mark: Mark = {
      account: 'wechatpay:0000001900009231',
      key: 'k',
      day: '2026-10-01',
      standing: 'disputed',
      note: '',
      attachments: [],
      correction: { amount: -1_000_000 },
      sameAs: 'other',
      parts: [],
      at: '2026-10-02T01:00:00.000Z',
    };
    const saidIn = async (said: Mark) =>
      Papa.parse<string[]>(await (await exported('csv', [{ ...row(), mark: said }])).text()).data[1]?.[at('standing')];
    expect(await saidIn(mark)).toBe('disputed · double · corrected');
    const part = { kind: 'fee' as const, amount: -625_000, words: '' };
    expect(await saidIn({ ...mark, standing: null, alone: true, correction: {}, parts: [part, part] })).toBe('split');
  });

  test('starts with a byte order mark, ends lines with CRLF, and keeps digits and signs', async () => {
    const bytes = new Uint8Array(await (await exported('csv', [row()])).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head, cells = []] = Papa.parse<string[]>(text.trimEnd()).data;
    expect(head?.[0]).toBe('〔account〕');
    expect(cells[at('amount')]).toBe('-12.50');
    expect(cells[at('fee')]).toBe('');
    expect(cells[at('net')]).toBe('0.00');
    expect(cells[at('reference')]).toBe('="4200001234567890123456789012"');
    expect(cells[at('terminal')]).toBe('="00123"');
    expect(cells[at('merchant')]).toBe('="0000001900009231"');
    expect(cells[at('words')]).toBe(`'=HYPERLINK("http://x")`);
  });

  test('no text is ever a formula, and every text can be read back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map((of) => of.join('')),
        ),
        fc.constantFrom('text' as const, 'id' as const),
        (text, is) => {
          const cell = csvCell({ is, text });
          const identifier = /^="\d+"$/.test(cell);
          expect(identifier || !/^[=+\-@\t\r]/.test(cell)).toBe(true);
          expect([text, `'${text}`, `="${text}"`]).toContain(cell);
        },
      ),
    );
  });
});

test('XLSX: identifiers and words are text, amounts are numbers', async () => {
  const file = await exported('xlsx', [row()]);
  const sheet = Object.values(read(await file.arrayBuffer()).Sheets)[0];
  if (!sheet) throw new Error('no sheet');
  const cell = (column: (typeof COLUMNS)[number]) => sheet[utils.encode_cell({ r: 1, c: at(column) })];
  expect(cell('reference')).toMatchObject({ t: 's', v: '4200001234567890123456789012' });
  expect(cell('terminal')).toMatchObject({ t: 's', v: '00123' });
  expect(cell('words')).toMatchObject({ t: 's', v: '=HYPERLINK("http://x")' });
  expect(cell('words').f).toBeUndefined();
  expect(cell('amount')).toMatchObject({ t: 'n', v: -12.5 });
  expect(cell('fee')).toBeUndefined();
});

test('XLSX: more rows than fit say so instead of leaving some out', async () => {
  const file = newExport('xlsx', words);
  expect(file.add(Array.from({ length: MOST_XLSX_ROWS + 1 }, () => row()))).toBe(false);
  expect(await file.file()).toEqual({ ok: false, error: 'too-many-rows' });
});

test('JSON: amounts are decimal strings, and no row is one array still', async () => {
  const [one, two] = JSON.parse(await (await exported('json', [row(), row({ amount: null })])).text());
  expect(one).toMatchObject({ amount: '-12.50', fee: null, rate: '0.60%', reference: '4200001234567890123456789012' });
  expect(two.amount).toBeNull();
  expect(JSON.parse(await (await exported('json', [])).text())).toEqual([]);
});
