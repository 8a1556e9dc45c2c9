import { deflateRawSync } from 'node:zlib';
import * as library from '@e965/xlsx';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FILE_ERRORS, openFile } from '#tables/files/open.ts';
import { alipayAccount, makeZip, toGbk, wechatFundflow } from '../../bills/make.ts';

// Much is unpacked and searched here; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const at = '2026-06-07T00:00:00Z';
const text = (content: string) => new TextEncoder().encode(content);

async function outcome(bytes: Uint8Array, options: { password?: string; signal?: AbortSignal } = {}) {
  const opened = await openFile('bill.csv', bytes, { at, ...options });
  return opened.ok ? opened.value : opened.error;
}

async function locked(password: string, zipCrypto: boolean): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { password, zipCrypto, useWebWorkers: false });
  await writer.add('bill.csv', new Uint8ArrayReader(wechatFundflow({ seed: 2 }).bytes));
  return writer.close();
}

describe('nothing to read', () => {
  test.each([
    ['no bytes', new Uint8Array(), 'empty'],
    ['blanks only', text('\ufeff \r\n\t\r\n'), 'empty'],
    ['an archive of nothing', makeZip([]), 'empty'],
    ['prose', text('亲爱的商户：\n您好，欢迎使用。\n'), 'not-a-table'],
    ['JSON', text('[{"a": 1, "b": 2},\n{"a": 3, "b": 4}]'), 'not-a-table'],
    ['the beginning of a PDF', text('%PDF-1.7\n1 0 obj'), 'damaged'],
    ['a RAR', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0), 'unknown-container'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'unknown-container'],
    ['noise', Uint8Array.from({ length: 4000 }, (_, i) => (i * 73 + (i >> 3) * 31) % 256), 'unknown-container'],
  ])('%s', async (_, bytes, error) => {
    expect(await outcome(bytes)).toBe(error);
  });
});

describe('broken text', () => {
  test('characters replaced by an earlier program are refused, not kept', async () => {
    expect(await outcome(text('交易时间,金额,备注\n2026-01-01,1.00,\ufffd\ufffd\n'))).toBe('wrong-encoding');
  });

  test('a UTF-8 file with bytes of another encoding in it is refused', async () => {
    const mixed = new Uint8Array([
      ...text('交易时间,金额(元),交易类型,备注\n'),
      ...toGbk('2026-01-01,1.00,退款,缺货\n'),
    ]);
    expect(await outcome(mixed)).toBe('wrong-encoding');
  });

  test('GBK cut in the middle of a character is read up to there, and said to be cut', async () => {
    const { bytes } = alipayAccount({ seed: 4 });
    const opened = await outcome(bytes.subarray(0, bytes.length - 2 - 2 - 5));
    expect(opened).toMatchObject([{ tables: [{ way: 'delimited' }] }]);
    const middle = toGbk('交易时间,金额(元),备注\r\n2026-01-01,1.00,退款\r\n2026-01-02,2.00,退款').subarray(0, -1);
    expect(await outcome(middle)).toMatchObject([{ cues: ['unreadable'] }]);
  });

  test.each(['utf-16le', 'utf-16be'])('%s with and without its mark', async (encoding) => {
    const content = '交易时间,金额(元),备注\r\n2026-01-01 10:00:00,1.00,退款\r\n2026-01-02 10:00:00,2.00,\r\n';
    const big = encoding === 'utf-16be';
    const encode = (marked: string) =>
      Uint8Array.from(
        [...marked].flatMap((char) => {
          const code = char.charCodeAt(0);
          return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
        }),
      );
    for (const marked of [content, `\ufeff${content}`]) {
      expect(await outcome(encode(marked))).toMatchObject([
        {
          tables: [
            {
              header: ['交易时间', '金额(元)', '备注'],
              rows: [
                ['2026-01-01 10:00:00', '1.00', '退款'],
                ['2026-01-02 10:00:00', '2.00', ''],
              ],
            },
          ],
        },
      ]);
    }
  });

  test('zeros at the end, where a download stopped, are damage', async () => {
    expect(await outcome(new Uint8Array([...wechatFundflow({ seed: 2 }).bytes, ...new Uint8Array(300)]))).toBe(
      'damaged',
    );
  });

  test('mixed line ends', async () => {
    expect(await outcome(text('日期,金额,余额\r2026-01-01,1,1\r\n2026-01-02,2,3\n2026-01-03,3,6'))).toMatchObject([
      {
        tables: [
          {
            rows: [
              ['2026-01-01', '1', '1'],
              ['2026-01-02', '2', '3'],
              ['2026-01-03', '3', '6'],
            ],
          },
        ],
      },
    ]);
  });

  test('a quote that never closes costs its own line only', async () => {
    const lines = ['日期,摘要,金额'];
    for (let i = 0; i < 3000; i++)
      lines.push(`2026-01-01,${i === 700 ? '"Stray' : i === 900 ? '"焕新"乐园' : 'sale'},${i}.00`);
    const opened = await outcome(text(lines.join('\n')));
    const rows = typeof opened === 'string' ? [] : (opened[0]?.tables[0]?.rows ?? []);
    expect(rows).toHaveLength(3000);
    expect(rows[700]).toEqual(['2026-01-01', '"Stray', '700.00']);
    expect(rows[900]).toEqual(['2026-01-01', '"焕新"乐园', '900.00']);
    expect(rows[2999]).toEqual(['2026-01-01', 'sale', '2999.00']);
  });

  test('a broken quote on every line is bounded, and no line is lost', async () => {
    const lines = ['日期,摘要,金额', ...Array.from({ length: 20_000 }, (_, i) => `2026-01-01,"a"b,${i}`)];
    const opened = await outcome(text(lines.join('\n')));
    expect(typeof opened === 'string' ? opened : opened[0]?.tables[0]?.rows.at(-1)).toEqual([
      '2026-01-01',
      '"a"b',
      '19999',
    ]);
  });

  test('a field with line ends inside stays one cell', async () => {
    expect(await outcome(text('日期,摘要,金额\n2026-01-01,"a\nb",1\n'))).toMatchObject([
      { tables: [{ rows: [['2026-01-01', 'a b', '1']] }] },
    ]);
  });

  test('a million columns', async () => {
    expect(await outcome(text(`日期,摘要,金额\n${'1,'.repeat(1_000_000)}\n`))).toBe('too-large');
    expect(await outcome(text(`${'a,'.repeat(1_000_000)}`))).toBe('too-large');
  });

  test('a cell without end', async () => {
    expect(await outcome(text(`日期,摘要,金额\n2026-01-01,${'x'.repeat(30_000)},1\n`))).toBe('too-large');
  });

  test('blanks without end inside a cell take no time', async () => {
    const blanks = ' '.repeat(1_000_000);
    expect(await outcome(text(`共${blanks}x\n日期,摘要,金额\n2026-01-01,"a${blanks}b\nc",1\n`))).toBe('too-large');
  });

  test('formulas are text', async () => {
    const formula = '=HYPERLINK("http://127.0.0.1/?"&A1,"x")';
    const opened = await outcome(text(`日期,摘要,金额,卡\n2026-01-01,"${formula.replaceAll('"', '""')}",+1,@SUM(1)\n`));
    expect(opened).toMatchObject([{ tables: [{ rows: [['2026-01-01', formula, '+1', '@SUM(1)']] }] }]);
  });
});

describe('archives', () => {
  test.each([true, false])('a password is asked for, refused, accepted (ZipCrypto: %s)', async (zipCrypto) => {
    const bytes = await locked('9a8B7c', zipCrypto);
    expect(await outcome(bytes)).toBe('needs-password');
    expect(await outcome(bytes, { password: 'wrong' })).toBe('wrong-password');
    expect(await outcome(bytes, { password: '9a8B7c' })).toMatchObject([{ place: 'bill.csv › bill.csv' }]);
  });

  test('a bomb stops where the bounds are, whatever its directory claims', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    expect(await outcome(makeZip([{ name: 'a.csv', data: zeros }]))).toBe('too-large');
    const lied = await outcome(makeZip([{ name: 'a.csv', data: zeros, claimedSize: 100 }]));
    expect(['too-large', 'damaged']).toContain(lied);
  });

  test('archives in archives: one level, no more', async () => {
    const bill = { name: 'bill.csv', data: wechatFundflow({ seed: 2 }).bytes };
    const one = makeZip([{ name: 'inner.zip', data: makeZip([bill]) }]);
    expect(await outcome(one)).toMatchObject([{ place: 'bill.csv › inner.zip › bill.csv' }]);
    const two = makeZip([{ name: 'outer.zip', data: one }, bill]);
    expect(await outcome(two)).toMatchObject([
      { place: 'bill.csv › outer.zip', cues: ['unreadable'] },
      { place: 'bill.csv › bill.csv' },
    ]);
  });

  test('a member that is no bill is said, what macOS leaves is not', async () => {
    const bytes = makeZip([
      { name: '__MACOSX/._bill.csv', data: text('x') },
      { name: 'statement.pdf', data: text('%PDF-1.4') },
      { name: 'bill.csv', data: wechatFundflow({ seed: 2 }).bytes },
    ]);
    expect(await outcome(bytes)).toMatchObject([
      { place: 'bill.csv › statement.pdf', tables: [], cues: ['unreadable'] },
      { place: 'bill.csv › bill.csv', cues: [] },
    ]);
  });

  test('a cut archive is damaged', async () => {
    const bytes = makeZip([{ name: 'bill.csv', data: wechatFundflow({ seed: 2 }).bytes }]);
    expect(await outcome(bytes.subarray(0, bytes.length / 2))).toBe('damaged');
  });
});

test('stops when told to', async () => {
  const stopped = new AbortController();
  stopped.abort();
  expect(await outcome(wechatFundflow().bytes, { signal: stopped.signal })).toBe('stopped');
  const later = new AbortController();
  const opened = await openFile('long.csv', wechatFundflow({ sales: 8000 }).bytes, {
    at,
    signal: later.signal,
    progress: () => later.abort(),
  });
  expect(opened).toEqual({ ok: false, error: 'stopped' });
});

describe('whatever the bytes, a value or an error of the set', () => {
  const sane = async (bytes: Uint8Array) => {
    const opened = await openFile('x', bytes, { at, password: 'p' });
    return opened.ok ? opened.value.length > 0 : FILE_ERRORS.includes(opened.error);
  };

  test('random bytes, with and without a known beginning', async () => {
    const magic = fc.constantFrom<readonly number[]>(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0xef, 0xbb, 0xbf],
      [0xff, 0xfe],
      [9, 8, 16, 0],
      [...text('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n')],
      [...text('OFXHEADER:100\n<OFX><STMTRS><STMTTRN>')],
      [...text(':20:X\n:60F:C260101EUR1,00\n:61:')],
      [...text('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">')],
      [...text('<table><tr><td>')],
      [...text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">')],
    );
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 2000 }), async (head, tail) =>
        sane(Uint8Array.from([...head, ...tail])),
      ),
      { numRuns: 300 },
    );
  });

  test('a real bill with bytes changed, removed or doubled', async () => {
    const { bytes } = wechatFundflow({ seed: 3, sales: 10 });
    const zip = makeZip([{ name: 'a.csv', data: bytes }]);
    const change = fc.record({
      from: fc.constantFrom(bytes, zip),
      at: fc.nat(),
      size: fc.nat(50),
      put: fc.uint8Array({ maxLength: 50 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ from, at: place, size, put }) => {
        const start = place % from.length;
        return sane(Uint8Array.from([...from.subarray(0, start), ...put, ...from.subarray(start + size)]));
      }),
      { numRuns: 200 },
    );
  });

  test('lines of delimiters, quotes and digits', async () => {
    const pieces = fc.constantFrom(
      ',',
      ';',
      '\t',
      '"',
      '\n',
      '\r\n',
      '`',
      '交易时间',
      '金额',
      '1.00',
      '2026-01-01',
      '合计',
      '#',
      ' ',
      '=',
      '<td>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 200 }), async (parts) => sane(text(parts.join('')))),
      { numRuns: 300 },
    );
  });
});

test('a bomb inside a spreadsheet is bounded before the spreadsheet library sees it', async () => {
  const sheet = new Uint8Array(64 * 1024 * 1024).fill(0x20);
  const types = text(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  expect(deflateRawSync(sheet).length).toBeLessThan(200_000);
  expect(
    await outcome(
      makeZip([
        { name: '[Content_Types].xml', data: types },
        { name: 'xl/workbook.xml', data: sheet },
      ]),
    ),
  ).toBe('too-large');
});

describe('workbooks that carry more than cells', () => {
  const macros = { name: 'xl/vbaProject.bin', data: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) };
  const written = (sheet: library.WorkSheet, bookType: library.BookType) => {
    const book = library.utils.book_new();
    library.utils.book_append_sheet(book, sheet, '账单');
    return new Uint8Array(library.write(book, { type: 'array', bookType }) as ArrayBuffer);
  };
  const membersOf = async (bytes: Uint8Array) => {
    const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
    const files = (await reader.getEntries()).filter((entry) => !entry.directory);
    return Promise.all(
      files.map(async (entry) => ({ name: entry.filename, data: await entry.getData(new Uint8ArrayWriter()) })),
    );
  };
  const ROWS = [
    ['交易时间', '交易类型', '金额(元)'],
    ['2026-01-01', '消费', '1.00'],
  ];

  test('macros are not looked at, and the cells are read', async () => {
    const plain = written(library.utils.aoa_to_sheet(ROWS), 'xlsm');
    const members = await membersOf(plain);
    expect(await outcome(makeZip([...members, macros]))).toMatchObject([
      { tables: [{ header: ROWS[0], rows: [ROWS[1]] }] },
    ]);
  });

  test('of a formula the value is read that stands there; nothing is worked out', async () => {
    const sheet = library.utils.aoa_to_sheet(ROWS);
    sheet['C2'] = { t: 'n', v: 1.5, f: 'WEBSERVICE("http://127.0.0.1/")' };
    sheet['B2'] = { t: 's', v: '消费', f: 'HYPERLINK("http://127.0.0.1/","消费")' };
    expect(await outcome(written(sheet, 'xlsx'))).toMatchObject([
      { tables: [{ rows: [['2026-01-01', '消费', '1.5']] }] },
    ]);
  });

  test('entities that grow without end stay what they are called, in Excel’s XML and in the parts of an XLSX', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from('bcdefghi', (name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(100)}">`).join('')}]>`;
    const cell = (value: string) => `<Cell><Data ss:Type="String">${value}</Data></Cell>`;
    const row = (values: readonly string[]) => `<Row>${values.map(cell).join('')}</Row>`;
    const old = `<?xml version="1.0"?>${laughs}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${row(ROWS[0] ?? [])}${row(['2026-01-01', '&i;', '1.00'])}</Table></Worksheet></Workbook>`;
    const small = (opened: unknown) => JSON.stringify(opened).length < 5000;
    expect(await outcome(text(old))).toSatisfy(small);
    const parts = await membersOf(written(library.utils.aoa_to_sheet(ROWS), 'xlsx'));
    const members = parts.map(({ name, data }) => ({
      name,
      data: text(
        new TextDecoder()
          .decode(data)
          .replace(/(<\?xml[^>]*\?>)/, `$1${laughs}`)
          .replace('消费', '&i;'),
      ),
    }));
    expect(await outcome(makeZip(members))).toSatisfy(small);
  });
});
