import { describe, expect, it } from 'vitest';
import type { ReaderInPage } from './lib/in-page.ts';
import { ownPages } from './lib/own-page.ts';

/** Pages too large for a file: their own script draws them. */
const withPage = ownPages();

interface Counts {
  readonly tables: number;
  readonly rows: number;
  readonly hidden: number;
  readonly columns: number;
  readonly first: string[] | null;
  readonly last: string[] | null;
  readonly stated: number | null;
  readonly cues: string[];
}

const count = async (inPage: ReaderInPage): Promise<Counts> => {
  const { tables, cues } = await inPage.look();
  const [table] = tables;
  return {
    tables: tables.length,
    rows: table?.rows.length ?? 0,
    hidden: table?.hiddenRows ?? 0,
    columns: table?.header.length ?? 0,
    first: table?.rows[0] ?? null,
    last: table?.rows.at(-1) ?? null,
    stated: table?.stated ?? null,
    cues,
  };
};

const rowsScript = (
  rows: number,
  columns: number,
): string => `<p>共 ${rows} 条</p><table><thead></thead><tbody></tbody></table><script>
  const cells = (n, tag, text) => '<tr>' + Array.from({ length: n }, (_, i) => '<' + tag + '>' + text(i) + '</' + tag + '>').join('') + '</tr>';
  document.querySelector('thead').innerHTML = cells(${columns}, 'th', (i) => '金额' + i);
  document.querySelector('tbody').innerHTML = Array.from({ length: ${rows} }, (_, r) => cells(${columns}, 'td', (i) => r + '.' + i)).join('');
</script>`;

describe('large pages', () => {
  it('reads 5 000 rows whole', async () => {
    await withPage(rowsScript(5000, 10), async (inPage) => {
      const seen = await count(inPage);
      expect(seen).toMatchObject({ tables: 1, rows: 5000, hidden: 0, columns: 10, stated: 5000, cues: [] });
      expect([seen.first?.[0], seen.last?.[9]]).toEqual(['0.0', '4999.9']);
    });
  });

  it('reads 100 000 rows within its bounds', async () => {
    await withPage(rowsScript(100_000, 4), async (inPage) => {
      const seen = await count(inPage);
      expect(seen.rows + seen.hidden).toBe(100_000);
      expect(seen.last?.[3]).toBe('99999.3');
    });
  });

  it('reads 500 columns', async () => {
    await withPage(rowsScript(300, 500), async (inPage) => {
      expect(await count(inPage)).toMatchObject({ rows: 300, columns: 500, hidden: 0 });
    });
  });

  it('gives an answer on a page nested deeper than any parser goes, and says that it did not see all', async () => {
    const script = `<script>let at = document.body; for (let i = 0; i < 2000; i += 1) at = at.appendChild(document.createElement('div'));
      at.innerHTML = '<table><tr><th>日期</th><th>金额</th></tr><tr><td>2026-10-01</td><td>1.00</td></tr></table>';</script>`;
    await withPage(script, async (inPage) => {
      expect((await inPage.look()).cues).toContain('unreadable');
    });
  });

  it('gives an answer on a page of a million nodes', async () => {
    const script = `<table><tr><th>日期</th><th>金额</th></tr><tr><td>2026-10-01</td><td>1.00</td></tr></table><div id="many"></div><script>
      document.getElementById('many').innerHTML = '<b>x</b>'.repeat(500_000);</script>`;
    await withPage(script, async (inPage) => {
      const seen = await count(inPage);
      expect(seen).toMatchObject({ tables: 1, rows: 1 });
      expect(seen.cues).toContain('unreadable');
    });
  });

  it('says that a table is still changing when it is rewritten all the time', async () => {
    const script = `${rowsScript(3000, 10)}<script>setInterval(() => { document.querySelector('td').textContent = String(Math.random()); }, 1);</script>`;
    await withPage(script, async (inPage) => {
      expect((await count(inPage)).cues).toContain('loading');
    });
  });

  it('never takes a page for one without lists because its list is being replaced', async () => {
    const script = `<div id="box"></div><script>const draw = () => { document.getElementById('box').innerHTML =
      '<p>' + '<b>x</b>'.repeat(3000) + '</p><table><tr><th>交易日期</th><th>交易金额</th></tr><tr><td>2026-11-05</td><td>10.00</td></tr></table>'; };
      draw(); setInterval(draw, 1);</script>`;
    await withPage(script, async (inPage) => {
      for (let look = 0; look < 5; look += 1) {
        const { tables, cues } = await count(inPage);
        expect(tables === 1 || cues.includes('loading')).toBe(true);
      }
    });
  });

  it('is not kept out by an element under the name that it leaves itself under', async () => {
    const squatter = `<form id="__arrearsRadarReader"><input name="alive"></form>`;
    await withPage(`${squatter}${rowsScript(3, 2)}`, async (inPage) => {
      expect(await count(inPage)).toMatchObject({ tables: 1, rows: 3 });
    });
  });

  it('is not led round by aria-owns that point at each other', async () => {
    const grid = `<div role="grid" id="a" aria-owns="b"><div role="row" id="b" aria-owns="a"><span role="columnheader">日期</span><span role="columnheader">金额</span></div>
      <div role="row"><span role="gridcell">2026-10-01</span><span role="gridcell">1.00</span></div></div>`;
    await withPage(grid, async (inPage) => {
      expect(await count(inPage)).toMatchObject({ tables: 1, rows: 1, columns: 2 });
    });
  });

  it('reads 5 000 rows that are no table whole', async () => {
    const row = (n: string): string =>
      `'<div><span>' + ${n} + '</span><span>2026-10-01</span><span>' + ${n} + '.00</span></div>'`;
    const script = `<style>#list div { display: flex } #list span { width: 90px }</style><p>共 5000 条</p><div id="list"></div><script>
      document.getElementById('list').innerHTML = '<div><span>序号</span><span>日期</span><span>金额</span></div>' +
        Array.from({ length: 5000 }, (_, r) => ${row('(r + 1)')}).join('');</script>`;
    await withPage(script, async (inPage) => {
      expect(await count(inPage)).toMatchObject({
        tables: 1,
        rows: 5000,
        stated: 5000,
        last: ['5000', '2026-10-01', '5000.00'],
        cues: [],
      });
    });
  });

  it('gives an answer on a page of headers without rows, and of wrappers without boxes', async () => {
    const script = `<table><tr><th>日期</th><th>金额</th></tr><tr><td>2026-10-01</td><td>1.00</td></tr></table><div id="many"></div><script>
      let at = document.getElementById('many').appendChild(document.createElement('div'));
      for (let i = 0; i < 100; i += 1) { at.style.display = 'contents'; at.append('x'); at = at.appendChild(document.createElement('div')); }
      const many = document.createElement('div');
      many.innerHTML = '<p><b>日期</b><b>金额</b></p>'.repeat(5_000);
      document.getElementById('many').append(many);</script>`;
    await withPage(script, async (inPage) => {
      const seen = await count(inPage);
      expect(seen).toMatchObject({ tables: 1, rows: 1 });
      expect(seen.cues).toContain('unreadable');
    });
  });
});

describe('a row whose text looks as if nothing were hidden', () => {
  const rowOf = async (cells: string): Promise<readonly string[] | undefined> => {
    let row: readonly string[] | undefined;
    const table = `<table><tr><th>日期</th><th>单号</th><th>金额</th></tr><tr>${cells}</tr><tr><td>2026-10-02</td><td>B</td><td>2.00</td></tr></table>`;
    await withPage(table, async (inPage) => {
      row = (await inPage.look()).tables[0]?.rows[0];
    });
    return row;
  };

  it.each([
    ['a hidden cell', '<td>2026-10-01</td><td style="display:none">9</td><td>A</td><td>1.00</td>'],
    ['an empty hidden cell', '<td>2026-10-01</td><td style="display:none"></td><td>A</td><td>1.00</td>'],
    ['a hidden part', '<td>2026-10-01</td><td>A</td><td>1.00<span style="display:none">0</span></td>'],
    ['a part without visibility', '<td>2026-10-01</td><td>A</td><td>1.00<b style="visibility:hidden">0</b></td>'],
    ['text for screen readers', '<td>2026-10-01</td><td>A<span class="sr-only">x</span></td><td>1.00</td>'],
    ['a button', '<td>2026-10-01</td><td>A<button>退款</button></td><td>1.00</td>'],
    ['a role', '<td>2026-10-01</td><td>A<span role="button">退款</span></td><td>1.00</td>'],
    ['a struck figure', '<td>2026-10-01</td><td>A</td><td><del>3.00</del> 1.00</td>'],
    ['an icon', '<td>2026-10-01</td><td>A<i>\uE001</i></td><td>1.00</td>'],
    ['wrappers', '<td><div><span>2026-10-01</span></div></td><td><b>A</b></td><td><p>1<i>.00</i></p></td>'],
    ['an input', '<td>2026-10-01</td><td><input value="A"></td><td>1.00</td>'],
  ])('is read right with %s', async (_, cells) => {
    expect(await rowOf(cells)).toEqual(['2026-10-01', 'A', '1.00']);
  });

  it('takes a tab in the source for no cell', async () => {
    const cells = '<td style="display:none"></td><td><pre>2026-10-01\tA</pre></td><td>B</td><td>1.00</td>';
    expect(await rowOf(cells)).toEqual(['2026-10-01 A', 'B', '1.00']);
  });
});

it('tells the page nothing of itself', async () => {
  const script = `<p>共 1 条</p><table><tr><th>日期</th><th>金额</th></tr><tr><td>2026-10-01</td><td>1.00</td></tr></table><script>
    window.heard = []; addEventListener('message', ({ data }) => heard.push(data));
    for (const on of [window, document]) for (const name of ['wxt:content-script-started', 'stub:reader:wxt:content-script-started']) on.addEventListener(name, () => heard.push(name));</script>`;
  await withPage(script, async (inPage, page) => {
    await inPage.look();
    expect(await page.evaluate('new Promise((done) => setTimeout(() => done(heard)))')).toEqual([]);
  });
});
