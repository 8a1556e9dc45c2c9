import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';
import { openFile } from './open.ts';

describe('HTML that a bank named .xls', () => {
  test('spans are repeated, scripts are silent, loose lines are kept', () => {
    const page = readHtml(`<html><head><title>x</title><style>td{}</style></head><body>
      账户：<b>1234</b><br>期间 2026-01<script>document.write('<table><tr><td>bad')</script>
      <table border=1><caption>明细</caption><tr><th rowspan=2>日期<th colspan="2">金额</tr><tr><th>收入<th>支出</tr>
      <tr><td>2026-01-01<td align=right>1&nbsp;234.00<td>&#165;2&amp;</table>尾`);
    expect(page?.texts).toEqual(['账户：1234', '期间 2026-01', '尾']);
    expect(page?.tables).toMatchObject([
      {
        caption: '明细',
        rows: [
          ['日期', '金额', '金额'],
          ['日期', '收入', '支出'],
          ['2026-01-01', '1 234.00', '¥2&'],
        ],
      },
    ]);
  });

  test('a table in a cell is its own table; unclosed tags end where they must', () => {
    const page = readHtml('<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e<tr><td>f');
    expect(page?.tables.map((table) => table.rows)).toEqual([[['b', 'c']], [['ad', 'e'], ['f']]]);
  });

  test('spans without end are bounded', () => {
    const cell = '<td rowspan=65000 colspan=65000>x';
    expect(readHtml(`<table>${`<tr>${cell}`.repeat(50)}`)).toBeNull();
    expect(readHtml('<table>'.repeat(5000))?.tables).toEqual([]);
    expect(readHtml(`<table><tr><td>${'<'.repeat(50_000)}`)?.tables).toHaveLength(1);
  });

  test('opened as a file: header of two levels, card numbers cut', async () => {
    const html = `<meta charset=gbk><table><tr><td rowspan=2>交易日期</td><td rowspan=2>卡号</td><td colspan=2>金额</td></tr>
      <tr><td>收入</td><td>支出</td></tr><tr><td>2026-01-01</td><td>6222021234567890128</td><td>1.00</td><td></td></tr></table>`;
    const opened = await openFile('明细.xls', new TextEncoder().encode(html), { at: '' });
    expect(opened).toMatchObject({
      ok: true,
      value: [
        {
          tables: [
            {
              way: 'html',
              header: ['交易日期', '卡号', '金额 / 收入', '金额 / 支出'],
              rows: [['2026-01-01', '622202*********0128', '1.00', '']],
            },
          ],
        },
      ],
    });
  });
});
