import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differencesOf, type Made, makePair } from '../../tools/new-page/make.ts';

const row = (day: number, amount: string, fee: string, net: string, payer: string): string =>
  `<tr onclick="detail('8983101481605${day}')"><td>2026-10-0${day}</td><td>${amount}</td><td>${fee}</td><td>${net}</td><td>10020001</td>` +
  `<td>622202123456789${day}</td><td>消费</td><td>${payer}</td><td>给老王的货款</td></tr>`;

/** As a browser saves it: style sheet beside it, and scripts that would lead away. */
const SAVED = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>沪上鲜果店 对账明细</title>
<link rel="stylesheet" href="saved_files/a.css"><script>location.href = '/login';</script></head>
<body onload="document.body.textContent = ''" data-user="沪上鲜果店"><!-- operator 13812345678 -->
<div>您好，沪上鲜果店 <a href="javascript:logout()">退出</a> <a href="/export?sid=5f2a9c77d1e0">导出</a></div>
<p>商户号：898310148160568</p><input type="hidden" name="token" value="9f8e7d6c5b4a"><input type="password" value="hunter22hunter">
<svg><text>13812345678</text></svg><template><p>13812345678</p></template>
<table><thead><tr><th>清算日期</th><th>交易金额</th><th>手续费</th><th>清算金额</th><th>终端号</th><th>卡号</th><th>交易类型</th><th>付款人</th><th>备注</th></tr></thead><tbody>
${row(1, '123,456.78', '740.74', '122,716.04', '王小明')}${row(2, '200.00', '1.20', '198.80', '李秀英')}
<tr class="gone"><td>2026-10-03</td><td>1.00</td><td>0.01</td><td>0.99</td><td></td><td></td><td>消费</td><td></td><td></td></tr>
<tr><td>合计</td><td>123,656.78</td><td>741.94</td><td>122,914.84</td><td></td><td></td><td></td><td></td><td></td></tr></tbody></table>
<p>共 2 条</p>
<iframe width="400" height="200" srcdoc="<p>联系电话：13812345678</p><script>parent.document.body.textContent = ''</script>"></iframe></body></html>`;

let folder: string;
let made: Made;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-radar-new-page-'));
  mkdirSync(join(folder, 'saved_files'));
  writeFileSync(join(folder, 'saved_files/a.css'), '.gone { display: none }');
  writeFileSync(join(folder, 'saved.html'), SAVED);
  made = await makePair(join(folder, 'saved.html'), join(folder, 'pair'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a pair made from a saved page', () => {
  it('says what the saved page said', () => {
    expect(made.differences).toEqual([]);
    expect(made.pages.map(({ frame }) => frame)).toEqual(['top', 'top>0']);
    const [table] = made.pages[0]?.sighting.tables ?? [];
    expect(table).toMatchObject({ way: 'plain-table', hiddenRows: 1, stated: 2 });
    expect(table?.rows).toHaveLength(3);
    expect(table?.rows.map((cells) => cells[6])).toEqual(['消费', '消费', '']);
  });

  it('holds nothing of the merchant, and nothing that runs or is fetched', () => {
    for (const { folder: place } of made.pages) {
      const text = readFileSync(join(place, 'page.html'), 'utf8') + readFileSync(join(place, 'expected.json'), 'utf8');
      expect(text).not.toMatch(
        /沪上|鲜果|王小明|李秀英|老王|8983101|10020001|622202|13812345678|123,?456|5f2a9c|9f8e7d|hunter/,
      );
      expect(text).not.toMatch(/<script|<link|<style|<svg|<template|javascript:|srcdoc|\ssrc=|\son[a-z]+=|<!--/i);
    }
  });

  it('writes what the test of pairs reads', () => {
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'pair/expected.json'), 'utf8'));
    expect(expected).toMatchObject({ tables: [{ way: 'plain-table', hiddenRows: 1 }], cues: [], pager: null });
  });

  it('tells what was lost on the way', () => {
    const [top] = made.pages;
    if (top === undefined) throw new Error('no page');
    const lost = differencesOf(top.sighting, { ...top.sighting, tables: [] });
    expect(lost.join('\n')).toMatch(/outcome: .* on the saved page/);
  });
});
