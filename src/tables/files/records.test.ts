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

test.each([',', '\t', '|', ';'])(
  'lines divided by %j that hold no quote are cut as the parser cuts them',
  async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.boolean(), async (lines, ended) => {
        const text =
          lines.map((cells) => cells.map((one) => one.replaceAll('"', '')).join(delimiter)).join('\n') +
          (ended ? '\n' : '');
        const read = await readRecords(text, 0, delimiter, paceOf(undefined, undefined));
        const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data.map((cells) =>
          cells.map(tidyCell),
        );
        const filled = (rows: readonly string[][]): string[][] =>
          rows.filter((cells) => cells.some((one) => one !== ''));
        expect(read.ok && filled(read.value)).toEqual(filled(parsed));
      }),
    );
  },
);
