import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { tidyCell } from './cells.ts';
import { paceOf } from './pace.ts';
import { readRecords } from './records.ts';

const cell = fc
  .array(fc.constantFrom(...'a1 ．`\t\'="\u3000,;|元'.split('')), { maxLength: 5 })
  .map((signs) => signs.join(''));
const line = fc.array(cell, { minLength: 1, maxLength: 4 });

const parsed = (text: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data.map((cells) => cells.map(tidyCell));
const filled = (rows: readonly string[][]): string[][] => rows.filter((cells) => cells.some((one) => one !== ''));
const read = async (text: string, delimiter: string): Promise<string[][] | null> => {
  const records = await readRecords(text, 0, delimiter, paceOf(undefined, undefined));
  return records.ok ? filled(records.value) : null;
};

test.each([',', '\t', '|', ';'])(
  'lines divided by %j that hold no quote are cut as the parser cuts them',
  async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.boolean(), async (lines, ended) => {
        const text =
          lines.map((cells) => cells.map((one) => one.replaceAll('"', '')).join(delimiter)).join('\n') +
          (ended ? '\n' : '');
        expect(await read(text, delimiter)).toEqual(filled(parsed(text, delimiter)));
      }),
    );
  },
);

const signs = fc.array(fc.constantFrom(...'a1`\'="\u3000,\n元'.split('')), { maxLength: 4 }).map((all) => all.join(''));
const quotable = fc.tuple(signs, fc.boolean());
const written = ([one, quoted]: readonly [string, boolean]): string =>
  quoted || /^"|[,\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one;

test('quoted cells are read as the parser reads them, beside plain ones and across lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(quotable, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (lines) => {
      const text = lines.map((cells) => cells.map(written).join(',')).join('\n');
      expect(await read(text, ',')).toEqual(filled(parsed(text, ',')));
    }),
  );
});

test('a quote inside a cell is a sign like any other; one that opens a cell and is never closed costs its own line only', async () => {
  expect(await read('盒"春",1\n"open,2\n"a ""b""",3\n', ',')).toEqual([
    ['盒"春"', '1'],
    ['"open', '2'],
    ['a "b"', '3'],
  ]);
});

test('what stands in the row above is read alike, and nothing is taken for it that only looks the same', async () => {
  expect(await read('a,"=""\'12""",x\na,\'12,x\nb\nb,`7 ,\n', ',')).toEqual([
    ['a', "'12", 'x'],
    ['a', '12', 'x'],
    ['b'],
    ['b', '7', ''],
  ]);
});
