import { resolve } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../browsers/chromium.ts';
import type { BothWays } from './in-page/both-ways.ts';
import { builtScript } from './lib/built-reader.ts';

let chromium: Chromium;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await builtScript('both-ways', resolve(import.meta.dirname, 'in-page'));
  chromium = await launchChromium();
  page = await chromium.browser.newPage();
});
afterAll(async () => {
  await chromium?.close();
});

/** Where a word stands in a row's markup. */
const SLOT = '\u0001';
const ROWS = 130;

const WORDS = [
  ...['12.00', '¥1,234.56', '-5.00', '2026-01-05', '消费', 'abc', 'a b', '6222021000039595', '20260000000000012345'],
  ...[
    '  x ',
    '\u00a0',
    '',
    ' ',
    '零\u200b宽',
    'A\u00a0B',
    '\uE001',
    'a & b',
    '<b',
    'tab\tbed',
    '\n  y\n z',
    'עברית',
    '①',
    '\u202e12',
  ],
];
const CLASSES = ['cell', 'cur', 'out', 'sr-only', 'icon-x', 'hid', 'up', 'blk', 'ib', 'fl', 'tc', 'ghost', 'low'];
const RULES = [
  ...['.hid{display:none}', '.out::before{content:"-"}', '.up{text-transform:uppercase}', '.blk{display:block}'],
  ...['.ib{display:inline-block}', '.fl{float:left}', '.ghost{visibility:hidden}', 'td:nth-child(2){display:none}'],
  ...['tr:nth-child(3n) .cur{display:none}', 'td + td .cur{visibility:hidden}', '.low{height:0;overflow:hidden}'],
  ...[
    '@media screen{tr:nth-child(5n) .cell{display:none}}',
    'tr:nth-child(4n){display:none}',
    '.cell{white-space:pre}',
  ],
  ...['tr{& .cur:nth-child(2){display:none}}', '.cell{display:flex}', 'tr:nth-child(2n) .ib{float:right}'],
  ...['tr:nth-child(2n) td{font-size:0;padding:0;border:0}', 'tr:nth-child(3n) td > *{font:0/0 serif}'],
];

const attributes = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.constantFrom(...CLASSES).map((name) => ` class="${name}"`) },
  fc.constantFrom(
    ' style="display:none"',
    ' style="visibility:hidden"',
    ' role="button"',
    ' dir="rtl"',
    ' hidden',
    ' title="a>b"',
  ),
);
const special = fc.constantFrom(
  ...[
    '<br>',
    '<input value="7">',
    '<select><option>八</option></select>',
    '<img alt="x">',
    '<span></span>',
    '<x-y></x-y>',
  ],
  ...[
    `<del>${SLOT}</del>`,
    `<a href="#">${SLOT}</a>`,
    `<button>${SLOT}</button>`,
    `<pre>${SLOT}</pre>`,
    `<sup>${SLOT}</sup>`,
  ],
  ...[
    `<svg><text>${SLOT}</text></svg>`,
    `<table><tr><td>${SLOT}</td><td>${SLOT}</td></tr></table>`,
    '<script>1</script>',
  ],
);
const { content } = fc.letrec<{ content: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    { weight: 6, arbitrary: fc.constantFrom(SLOT, SLOT, ' ') },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom('span', 'div', 'p', 'b', 'em'), attributes, tie('content'))
        .map(([tag, more, inner]) => `<${tag}${more}>${inner}</${tag}>`),
    },
    { weight: 1, arbitrary: special },
  ),
  content: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
}));
const spans = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  fc.constantFrom(
    ' colspan="2"',
    ' rowspan="2"',
    ' colspan="0"',
    ' class="gutter"',
    ' style="display:none"',
    ' style="display:block"',
  ),
);
const cell = fc
  .tuple(
    fc.constantFrom('td', 'td', 'td', 'td', 'td', 'td', 'th'),
    spans,
    attributes,
    fc.oneof(fc.constant(SLOT), content),
  )
  .map(([tag, span, more, inner]) => `<${tag}${span}${span.includes('class') ? '' : more}>${inner}</${tag}>`);
const row = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constant('') }, attributes),
    fc.constantFrom('', '\n  ', '\t'),
    fc.array(cell, { minLength: 1, maxLength: 4 }),
  )
  .map(([more, between, cells]) => `<tr${more}>${cells.map((one) => between + one).join('')}</tr>`);

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

it('reads a row by its rendering as if every cell of it had been looked at', async () => {
  let fast = 0;
  let proved = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...RULES), { maxLength: 3 }),
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat({ max: WORDS.length - 1 })),
      async (rules, rows, numbers) => {
        const words = numbers[Symbol.iterator]();
        const word = (): string => escaped(WORDS[words.next().value ?? 0] ?? '');
        const lines = Array.from({ length: ROWS }, (_, at) => (rows[at % rows.length] ?? '').replaceAll(SLOT, word));
        await page.setContent(
          `<!DOCTYPE html><style>${rules.join('\n')}</style><table><tbody>${lines.join('')}</tbody></table>`,
        );
        await page.evaluate(`${script}; undefined`);
        const seen = (await page.evaluate('__bothWays()')) as BothWays;
        fast += seen.fast;
        if (seen.alike) proved += seen.fast;
        expect(seen.differences).toEqual([]);
      },
    ),
    { numRuns: 120 },
  );
  // The property says nothing of rows that were not read so.
  expect(fast).toBeGreaterThan(ROWS);
  expect(proved).toBeGreaterThan(ROWS);
});

it('does not take an empty cell of a table in a cell for one of the row that is hidden', async () => {
  const line = '<tr><td>1</td><td><table><tr><td>2</td><td> </td></tr></table></td><td class="cur"> </td></tr>';
  await page.setContent(
    `<!DOCTYPE html><style>tr:nth-child(3n) .cur{display:none}</style><table><tbody>${line.repeat(ROWS)}</tbody></table>`,
  );
  await page.evaluate(`${script}; undefined`);
  expect(((await page.evaluate('__bothWays()')) as BothWays).differences).toEqual([]);
});
