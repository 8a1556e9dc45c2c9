import { deflateSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { formatAmount } from '#money/amount.ts';
import { openFile } from '#tables/files/open.ts';
import { makeZip } from '../../bills/make.ts';
import { makePdf, type Text } from '../../bills/pdf.ts';
import { readBill, readBytes } from '../reading/read.ts';

// A megabyte of library is loaded first; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const at = '2026-06-07T00:00:00Z';
const X = [50, 120, 180, 260, 330, 400];
const HEADER = ['交易日期', '摘要', '交易金额', '账户余额', '对方户名', '附言'];
const line = (y: number, cells: readonly string[]): Text[] =>
  cells.flatMap((cell, i): Text[] => (cell === '' ? [] : [[X[i] ?? 0, y, cell]]));
const day = (n: number) => `2026-06-${String(n).padStart(2, '0')}`;
const row = (y: number, n: number) =>
  line(y, [
    day(n),
    n % 2 ? '银联入账' : '转账',
    n % 2 ? '100.00' : '-40.00',
    (1000 + Math.ceil(n / 2) * 100 - Math.floor(n / 2) * 40).toFixed(2),
    '沪上鲜果店',
    '',
  ]);
const page = (from: number, count: number, titles = true): Text[] => [
  [200, 800, '示例银行账户明细'],
  [50, 780, '户名：沪上鲜果店'],
  ...(titles ? line(760, HEADER) : []),
  ...Array.from({ length: count }, (_, i) => row(740 - i * 20, from + i)).flat(),
  [280, 30, `第 ${Math.ceil(from / 5)} 页 共 2 页`],
];

async function open(bytes: Uint8Array, password?: string) {
  const opened = await openFile('statement.pdf', bytes, { at, ...(password === undefined ? {} : { password }) });
  return opened.ok ? opened.value : opened.error;
}

describe('statements that banks print, re-drawn by another project', () => {
  test.each([
    [
      'boc_debit',
      [
        ['2024-01-05', '-25.00', '1000.00'],
        ['2024-01-06', '500.00', '1500.00'],
        ['2024-01-07', '-30.00', '1470.00'],
      ],
    ],
    [
      'icbc_debit',
      [
        ['2024-01-05', '-25.00', '1000.00'],
        ['2024-01-06', '-30.00', '970.00'],
        ['2024-01-07', '10.00', '980.00'],
      ],
    ],
  ])('%s: every row once, Chinese words whole, the balance runs', async (file, rows) => {
    const reading = await readBill(`china-bean-importers/${file}.pdf`);
    expect(reading).toMatchObject({ outcome: 'read', rejected: [] });
    expect(
      reading.entries.map(({ day, amount, balance }) => [day, formatAmount(amount ?? 0), formatAmount(balance ?? 0)]),
    ).toEqual(rows);
    expect(reading.controls).toMatchObject([{ what: 'balance-runs', agrees: true }]);
    expect(reading.entries[0]?.words).toContain('京东购物');
    expect(JSON.stringify(reading)).not.toContain('6222020000000001111');
  });
});

describe('rows and columns', () => {
  test('over pages, each with titles, page numbers left beside', async () => {
    const opened = await open(makePdf([page(1, 5), page(6, 5)]));
    expect(opened).toMatchObject([{ tables: [{ way: 'pdf', header: HEADER }], cues: [] }]);
    const reading = await readBytes('a.pdf', makePdf([page(1, 5), page(6, 5)]));
    expect(reading.entries.map((entry) => entry.day)).toEqual(Array.from({ length: 10 }, (_, i) => day(i + 1)));
    expect(reading).toMatchObject({
      outcome: 'read',
      rejected: [],
      controls: [{ what: 'balance-runs', agrees: true }],
    });
  });

  test('a page without titles goes on with the columns of the page before', async () => {
    const reading = await readBytes('a.pdf', makePdf([page(1, 5), page(6, 5, false)]));
    expect(reading.entries).toHaveLength(10);
    expect(reading.rejected).toEqual([]);
  });

  test('a page that is turned', async () => {
    const reading = await readBytes('a.pdf', makePdf([page(1, 5)], { rotate: 90 }));
    expect(reading.entries).toHaveLength(5);
  });

  test('a folded cell belongs to the nearest row', async () => {
    const texts: Text[] = [
      ...line(760, HEADER),
      ...row(740, 1),
      [400, 740, '六月货款'],
      [400, 731, '第一批'],
      ...row(710, 2),
      ...row(690, 3),
    ];
    const opened = await open(makePdf([texts]));
    const rows = typeof opened === 'string' ? [] : (opened[0]?.tables[0]?.rows ?? []);
    expect(rows.map((cells) => cells[5] ?? '')).toEqual(['六月货款第一批', '', '']);
  });

  test('figures that stand to the right, wider than their title', async () => {
    const right = (n: number, text: string): Text => [230 - text.length * 3.7, 740 - n * 20, text];
    const texts: Text[] = [
      [50, 760, '交易日期'],
      [198, 760, '交易金额'],
      [300, 760, '账户余额'],
      ...['1,234,567.00', '8.00', '-12.50'].flatMap((amount, n): Text[] => [
        [50, 740 - n * 20, day(n + 1)],
        right(n, amount),
        [300, 740 - n * 20, '1.00'],
      ]),
    ];
    expect(await open(makePdf([texts]))).toMatchObject([
      {
        tables: [
          {
            rows: [
              [day(1), '1,234,567.00', '1.00'],
              [day(2), '8.00', '1.00'],
              [day(3), '-12.50', '1.00'],
            ],
          },
        ],
      },
    ]);
  });
});

describe('what cannot be read', () => {
  test('a scanned page is a picture, and said to be one', async () => {
    expect(await open(makePdf([[], []]))).toBe('scanned-pdf');
  });

  test('a page without text among others is said to be missing', async () => {
    expect(await open(makePdf([page(1, 5), []]))).toMatchObject([{ cues: ['unreadable'] }]);
  });

  test('a letter is no table', async () => {
    expect(
      await open(
        makePdf([
          [
            [50, 800, '尊敬的商户：'],
            [50, 780, '您好，欢迎使用。'],
          ],
        ]),
      ),
    ).toBe('not-a-table');
  });

  test('a password is asked for, refused, accepted', async () => {
    const bytes = makePdf([page(1, 5)], { password: '9a8B7c' });
    expect(await open(bytes)).toBe('needs-password');
    expect(await open(bytes, 'wrong')).toBe('wrong-password');
    expect(await open(bytes, '9a8B7c')).toMatchObject([{ tables: [{ header: HEADER }] }]);
  });

  test('a table of characters that is not here makes words nobody may trust', async () => {
    const text = Buffer.from(makePdf([page(1, 5)]))
      .toString('latin1')
      .replace('/UniGB-UCS2-H', '/UniKS-UCS2-X');
    expect(['unsupported-pdf', 'scanned-pdf', 'damaged']).toContain(
      await open(Uint8Array.from(Buffer.from(text, 'latin1'))),
    );
  });

  test('cut or broken', async () => {
    const bytes = makePdf([page(1, 5)]);
    expect(await open(bytes.subarray(0, 40))).toBe('damaged');
    for (const share of [0.3, 0.6, 0.9]) {
      const opened = await open(bytes.subarray(0, bytes.length * share));
      expect(typeof opened === 'string' || opened.length > 0).toBe(true);
    }
  });

  test('a stream that unpacks without end is not unpacked', async () => {
    const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024, 0x20));
    const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Resources << >> /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
    const tail = '\nendstream\nendobj\ntrailer << /Root 1 0 R /Size 5 >>\n';
    expect(await open(new Uint8Array(Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)])))).toBe('too-large');
  });

  test('in an archive', async () => {
    const opened = await open(makeZip([{ name: 'a.pdf', data: makePdf([page(1, 5)]) }]));
    expect(opened).toMatchObject([{ place: 'statement.pdf › a.pdf', tables: [{ way: 'pdf' }] }]);
  });

  test('stops when told to', async () => {
    const told = new AbortController();
    const many = makePdf(Array.from({ length: 60 }, () => page(1, 5)));
    const opened = await openFile('a.pdf', many, { at, signal: told.signal, progress: () => told.abort() });
    expect(opened).toEqual({ ok: false, error: 'stopped' });
  });
});
