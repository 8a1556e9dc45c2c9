import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../src/walk/settle.ts';
import { type Chromium, launchChromium } from '../browsers/chromium.ts';
import { builtWalk, type WalkScripts } from './lib/built-reader.ts';
import { type WalkerInPage, walkerIn } from './lib/in-page.ts';
import { type ListPage, listPage } from './lib/list-page.ts';
import { type Served, serve } from './lib/serve.ts';

let chromium: Chromium;
let served: Served;
let scripts: WalkScripts;
let html = '';

/** A list whose every page is a document of its own, paged by links. */
const linked = (page: number, first: boolean): string => `<!DOCTYPE html><meta charset="utf-8"><title>流水</title>
<table><thead><tr><th>日期</th><th>金额</th></tr></thead><tbody><tr><td>2026-10-0${page}</td><td>${page}.00</td></tr></tbody></table>
<div>第${page}页/共3页 ${first && page > 1 ? '<a href="/linked?page=1&first">首页</a>' : ''} ${page > 1 ? `<a href="/linked?page=${page - 1}">上一页</a>` : ''} ${page < 3 ? `<a href="/linked?page=${page + 1}">下一页</a>` : ''}</div>`;

/** A page of links is served when this has come about: a document that is left can only answer while it is there. */
let answered: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  scripts = await builtWalk();
  served = await serve(async (request, response) => {
    const page = /^\/linked\?page=(\d)/.exec(request.url ?? '')?.[1];
    if (page !== undefined) await answered.catch(() => undefined);
    response.end(page === undefined ? html : linked(Number(page), request.url?.endsWith('first') === true));
  });
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

async function withList(options: ListPage, test: (reader: WalkerInPage, page: Page) => Promise<void>): Promise<void> {
  html = listPage(options);
  const page = await chromium.browser.newPage();
  try {
    await page.goto(served.origin);
    await test(await walkerIn(page, scripts), page);
    expect(await page.evaluate('window.pressed')).toEqual([]);
  } finally {
    await page.close();
  }
}

type Walked = Awaited<ReturnType<WalkerInPage['walk']>>;
const amounts = ({ pages }: Walked): string[] =>
  pages.flatMap(({ sighting }) => sighting.tables[0]?.rows.map((row) => row[1] ?? '') ?? []);
const upTo = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at + 1}.00`);

describe('walk', () => {
  it('reads every page once, in order, and presses nothing but the pager', async () => {
    await withList({ rows: 47, size: 10, delay: 60 }, async (inPage, page) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('end');
      expect(walked.pages.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
      expect(amounts(walked)).toEqual(upTo(47));
      expect(walked.pages.map(({ sighting }) => sighting.pager?.page)).toEqual([1, 2, 3, 4, 5]);
      expect(walked.pages[0]?.sighting.tables[0]?.stated).toBe(47);
      expect(JSON.stringify(walked.pages)).not.toContain('6222021234567890128');
      expect(await page.evaluate('window.served')).toEqual([1, 2, 3, 4, 5]);
    });
  });

  it('waits for rows that come late without any sign of loading', async () => {
    await withList({ rows: 30, size: 10, delay: 700, noMask: true }, async (inPage) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('end');
      expect(amounts(walked)).toEqual(upTo(30));
    });
  });

  it('goes back to the first page first', async () => {
    await withList({ rows: 30, size: 10, start: 2, delay: 30 }, async (inPage) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('end');
      expect(amounts(walked)).toEqual(upTo(30));
    });
  });

  it('goes on from the page shown where a walk has begun in an earlier document', async () => {
    await withList({ rows: 30, size: 10, start: 2 }, async (inPage) => {
      const walked = await inPage.walk({ seen: 1 });
      expect(walked.pages.map(({ index }) => index)).toEqual([1, 2]);
      expect(amounts(walked)).toEqual(upTo(30).slice(10));
    });
  });

  it('stops when told so by the answer to a page', async () => {
    await withList({ rows: 90, size: 10 }, async (inPage) => {
      const walked = await inPage.walk({ stopAt: 3 });
      expect(walked.end).toBe('stopped');
      expect(walked.pages).toHaveLength(3);
    });
  });

  it('stops at once when halted while a page is on its way', async () => {
    await withList({ rows: 90, size: 10, delay: 8000 }, async (inPage) => {
      const end = await inPage.run<string>(`(async () => {
        __pages.length = 0;
        const walking = __ask('walk', { jobId: 'job', seen: 0 });
        while (__pages.length === 0) await new Promise((next) => setTimeout(next, 5));
        await __ask('halt', { jobId: 'another' });
        await __ask('halt', { jobId: 'job' });
        return (await walking).end;
      })()`);
      expect(end).toBe('stopped');
    });
  });

  it('ends silently when the extension is gone', async () => {
    await withList({ rows: 90, size: 10 }, async (inPage) => {
      const walked = await inPage.walk({ dieAt: 2 });
      expect(walked.end).toBe('stopped');
      expect(walked.pages).toHaveLength(2);
      await expect(inPage.look()).rejects.toThrow('0 answers');
    });
  });

  it('does not say that it was stopped where a page is not taken', async () => {
    await withList({ rows: 30, size: 10 }, async (inPage) => {
      await inPage.run('__refuses = true; undefined');
      expect((await inPage.walk()).end).toBe('not-settled');
    });
  });

  it('sees a pager that leads back to the first page', async () => {
    await withList({ rows: 30, size: 10, loopsOn: 3, anonymous: true }, async (inPage) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('repeat');
      expect(amounts(walked)).toEqual(upTo(30));
    });
  });

  it('says that the page changed when another table stands under the pager', async () => {
    await withList({ rows: 40, size: 10, headerChangesOn: 3 }, async (inPage) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('page-changed');
      expect(amounts(walked)).toEqual(upTo(20));
    });
  });

  it('says that the session ended, and hands over the page that says so', async () => {
    await withList({ rows: 40, size: 10, signedOutOn: 3 }, async (inPage) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('signed-out');
      expect(walked.pages.at(-1)?.sighting.cues).toContain('session-expired');
    });
  });

  it('stops when the portal asks for slower pages', async () => {
    await withList({ rows: 90, size: 10, throttledOn: 3 }, async (inPage) => {
      expect((await inPage.walk()).end).toBe('throttled');
    });
  });

  it('reads again what changed under it', async () => {
    // A page that a busy machine keeps from rewriting for as long as quiet takes is rightly taken for quiet: it is walked once more.
    for (let rested = true; rested; ) {
      await withList({ rows: 20, size: 10, rewrites: { every: 30, times: 8 } }, async (inPage, page) => {
        const walked = await inPage.walk();
        rested = ((await page.evaluate('window.longestRest')) as number) >= PATIENCE.quiet;
        if (rested) return;
        expect(walked.end).toBe('end');
        expect(amounts(walked)).toEqual(upTo(20));
      });
    }
  });

  it('says that a list which is drawn anew all the time did not settle, and hands over how it looked', async () => {
    html = `<!DOCTYPE html><div id="box"></div><script>let k = 0; const draw = () => { box.innerHTML =
      '<table><tr><th>日期</th><th>金额</th></tr><tr><td>2026-10-01</td><td>' + (k += 1) + '.00</td></tr></table>'; };
      draw(); setInterval(draw, 20);</script>`;
    const page = await chromium.browser.newPage();
    try {
      await page.goto(served.origin);
      const walked = await (await walkerIn(page, scripts)).walk();
      expect(walked.end).toBe('not-settled');
      expect(walked.pages.length).toBe(1);
    } finally {
      await page.close();
    }
  });

  it('says not-settled where pressing next has no effect', async () => {
    await withList({ rows: 40, size: 10, stuckOn: 2 }, async (inPage) => {
      const walked = await inPage.walk();
      expect(walked.end).toBe('not-settled');
      expect(amounts(walked)).toEqual(upTo(20));
    });
  });

  it('reports a page of links before it leaves, and goes on in the next document', async () => {
    const page = await chromium.browser.newPage();
    try {
      await page.goto(`${served.origin}/linked?page=1`);
      const seen: string[] = [];
      for (let index = 0; index < 3; index += 1) {
        const loaded = index < 2 ? page.waitForNavigation() : null;
        const walking = (await walkerIn(page, scripts)).walk({ seen: index });
        answered = walking;
        const walked = await walking;
        expect(walked.end).toBe(index < 2 ? 'leaving' : 'end');
        expect(walked.pages.map((one) => one.index)).toEqual([index]);
        seen.push(...amounts(walked));
        await loaded;
      }
      expect(seen).toEqual(upTo(3));
    } finally {
      await page.close();
    }
  });
});

/** A list whose own script draws each page into the same place. */
const drawn = (
  pager: string,
): string => `<!DOCTYPE html><meta charset="utf-8"><title>流水</title><div id="list"></div><script>
const row = (n) => '<tr><td>2026-10-0' + n + '</td><td>' + n + '.00</td></tr>';
const table = (rows) => '<table><thead><tr><th>日期</th><th>金额</th></tr></thead><tbody>' + rows + '</tbody></table>';
function show(n) { if (n < 1 || n > 3) return; document.getElementById('list').innerHTML = table(row(n)) + (${pager})(n); }
show(1);</script>`;

interface Press {
  readonly path: number[];
  readonly address: string;
  readonly frame?: number;
}

async function walkDrawn(page: string, before = ''): Promise<Walked & { presses: Press[] }> {
  html = page;
  const tab = await chromium.browser.newPage();
  try {
    await tab.goto(served.origin);
    const inPage = await walkerIn(tab, scripts);
    await inPage.run(`${before}; undefined`);
    const walked = await inPage.walk();
    return { ...walked, presses: await inPage.run<Press[]>('__presses') };
  } finally {
    await tab.close();
  }
}

describe('pagers of old portals', () => {
  const scripted = drawn(
    `(n) => '<p>第 ' + n + '/3 页 <a href="javascript:show(' + (n - 1) + ')">上一页</a> <a href="javascript:show(' + (n + 1) + ')">下一页</a></p>'`,
  );

  it('asks for the press of a link whose address is a script, and says which', async () => {
    const walked = await walkDrawn(scripted);
    expect(walked.end).toBe('end');
    expect(amounts(walked)).toEqual(upTo(3));
    // html > body > div#list > p > the second link
    expect(walked.presses).toEqual([
      { path: [1, 0, 1, 1], address: 'javascript:show(2)' },
      { path: [1, 0, 1, 1], address: 'javascript:show(3)' },
    ]);
  });

  it('says at once that it did not settle where nobody could press it', async () => {
    const walked = await walkDrawn(scripted, '__pressed = { pressed: false }');
    expect(walked.end).toBe('not-settled');
    expect(amounts(walked)).toEqual(upTo(1));
  });

  it('presses links that only listen itself, and ends where the count is reached and a press leads nowhere', async () => {
    const walked = await walkDrawn(
      drawn(
        `(n) => '<p>共 3 条 第 ' + n + ' 页 <a href="javascript:void(0)" onclick="show(' + (n + 1) + ')">下一页</a></p>'`,
      ),
    );
    expect(walked.end).toBe('end');
    expect(amounts(walked)).toEqual(upTo(3));
    expect(walked.presses).toEqual([]);
  });

  it.each(['javascript:deleteAll(2)', 'javascript:pay()', 'javascript:location.href="/logout"'])(
    'never presses %s, whatever stands on it',
    async (address) => {
      const walked = await walkDrawn(drawn(`(n) => '<p>第 ' + n + '/3 页 <a href=\\'${address}\\'>下一页</a></p>'`));
      expect(amounts(walked)).toEqual(upTo(1));
      expect(walked.presses).toEqual([]);
    },
  );
});

it('lets a list grow in place to its end, and reads it once', async () => {
  const walked =
    await walkDrawn(`<!DOCTYPE html><meta charset="utf-8"><table><thead><tr><th>日期</th><th>金额</th></tr></thead>
<tbody id="rows"></tbody></table><button id="more" type="button">加载更多</button><script>
let n = 0;
function more() { n += 1; rows.insertAdjacentHTML('beforeend', '<tr><td>2026-10-0' + n + '</td><td>' + n + '.00</td></tr>'); if (n === 4) document.getElementById('more').remove(); }
document.getElementById('more').onclick = () => setTimeout(more, 30);
more();</script>`);
  expect(walked.end).toBe('end');
  expect(walked.pages).toHaveLength(1);
  expect(amounts(walked)).toEqual(upTo(4));
});

it('goes back to page 1 over its link, and leaves the document for it', async () => {
  const page = await chromium.browser.newPage();
  try {
    await page.goto(`${served.origin}/linked?page=3&first`);
    const loaded = page.waitForNavigation();
    const walked = (await walkerIn(page, scripts)).walk();
    answered = walked;
    expect(await walked).toMatchObject({ end: 'leaving', pages: [] });
    await loaded;
    expect(new URL(page.url()).search).toBe('?page=1&first');
  } finally {
    await page.close();
  }
});

/** A list drawn in place with a choice of sizes in its pager; what is chosen is noted, and so is every press of what must not be pressed. */
const sized = (
  select: string,
): string => `<!DOCTYPE html><meta charset="utf-8"><title>流水</title><div id="list"></div><div id="pager"></div><script>
window.chosen = []; window.pressed = [];
let size = 10, page = 1; const ROWS = 57;
function show(n) {
  page = n;
  const pages = Math.ceil(ROWS / size);
  const rows = Array.from({ length: Math.min(size, ROWS - (n - 1) * size) }, (_, i) => (n - 1) * size + i + 1);
  document.getElementById('list').innerHTML = '<table><thead><tr><th>日期</th><th>金额</th></tr></thead><tbody>' + rows.map((i) => '<tr><td>2026-10-01</td><td>' + i + '.00</td></tr>').join('') + '</tbody></table>';
  document.getElementById('pager').innerHTML = '<button data-to="-1">上一页</button> 第 ' + n + ' / ' + pages + ' 页 <button data-to="1"' + (n >= pages ? ' disabled' : '') + '>下一页</button> ' + ${JSON.stringify(select)};
  const list = document.querySelector('select');
  if (list && [...list.options].some((option) => option.value === String(size))) list.value = String(size);
}
document.addEventListener('click', ({ target }) => { if (target.dataset.bad) window.pressed.push(target.dataset.bad); if (target.dataset.to) show(page + Number(target.dataset.to)); });
document.addEventListener('change', ({ target }) => { window.chosen.push(target.value); size = Number(target.value); setTimeout(() => show(1), 30); });
show(1);</script>`;

describe('pagers of strangers', () => {
  const listed = (
    draw: string,
  ): string => `<!DOCTYPE html><meta charset="utf-8"><table><thead><tr><th>Date</th><th>Amount</th></tr></thead>
    <tbody id="rows"></tbody></table><div id="bar"></div><script>
    let page = 1; const all = [1, 2, 3, 4, 5];
    const row = (n) => '<tr><td>2026-10-0' + n + '</td><td>' + n + '.00</td></tr>';
    const turn = (to) => { page = to; setTimeout(draw, 30); };
    function draw() { ${draw} } draw();</script>`;
  const part = `rows.innerHTML = all.slice(page * 2 - 2, page * 2).map(row).join('');`;
  const links = (back: string, on: string) =>
    `${part} bar.innerHTML = '<a href="#" id="back">${back}</a> <b>' + page + '</b> ' + (page < 3 ? '<a href="#" id="on">${on}</a>' : '');
     document.getElementById('back')?.addEventListener('click', () => turn(page - 1)); document.getElementById('on')?.addEventListener('click', () => turn(page + 1));`;

  it.each([
    ['German', links('Zurück', 'Weiter')],
    ['Polish', links('« Poprzednia', 'Następna »')],
    ['Russian', links('← Назад', 'Вперёд →')],
    ['Japanese', links('前のページ', '次のページ')],
    ['names of icons', links('chevron_left', 'chevron_right')],
    [
      'German, for more',
      `rows.innerHTML = all.slice(0, page * 2).map(row).join(''); bar.innerHTML = page < 3 ? '<button>Mehr laden</button>' : ''; const more = bar.firstChild; if (more) more.onclick = () => turn(page + 1);`,
    ],
    [
      'rows that are hidden and shown',
      `if (!rows.firstChild) rows.innerHTML = all.map(row).join(''); [...rows.children].forEach((el, at) => { el.style.display = Math.floor(at / 2) === page - 1 ? '' : 'none'; });
       bar.innerHTML = '<button id="back">Prev</button><button id="on">Next</button>'; back.disabled = page === 1; on.disabled = page === 3; back.onclick = () => turn(page - 1); on.onclick = () => turn(page + 1);`,
    ],
  ])('are turned to the end: %s', async (_, draw) => {
    html = listed(draw);
    const page = await chromium.browser.newPage();
    try {
      await page.goto(served.origin);
      const walked = await (await walkerIn(page, scripts)).walk();
      expect(walked.end).toBe('end');
      expect(amounts(walked)).toEqual(upTo(5));
    } finally {
      await page.close();
    }
  });
});

describe('the size of a page', () => {
  const walkSized = async (select: string): Promise<{ walked: Walked; chosen: string[] }> => {
    html = sized(select);
    const tab = await chromium.browser.newPage();
    try {
      await tab.goto(served.origin);
      const walked = await (await walkerIn(tab, scripts)).walk();
      expect(walked.end).toBe('end');
      expect(amounts(walked)).toEqual(upTo(57));
      expect(await tab.evaluate('window.pressed')).toEqual([]);
      return { walked, chosen: (await tab.evaluate('window.chosen')) as string[] };
    } finally {
      await tab.close();
    }
  };
  const options = (...all: (number | string)[]): string =>
    all.map((one) => `<option value="${Number.parseInt(String(one), 10)}">${one}</option>`).join('');

  it('is chosen as large as the pager offers, and given back at the end', async () => {
    const { walked, chosen } = await walkSized(`<select>${options('10 条/页', '20 条/页', '50 条/页')}</select>`);
    expect(walked.pages).toHaveLength(2);
    expect(chosen).toEqual(['50', '10']);
  });

  it.each([
    ['a choice of pages', `<select>${options(1, 2, 3, 4, 5, 6)}</select>`],
    ['a choice with something else in it', `<select>${options('10 条/页', '50 条/页')}<option>退款</option></select>`],
    [
      'a choice that loads a document',
      `<select onchange="this.form.submit()">${options('10 条/页', '50 条/页')}</select>`,
    ],
    [
      'a menu with buttons',
      `<span class="dropdown-menu"><button data-bad="20">20</button><button data-bad="删除">删除</button></span>`,
    ],
    ['a list of choices elsewhere', `<select>${options('10', '100')}</select>`],
  ])('is left alone where it is %s', async (_, select) => {
    const { walked, chosen } = await walkSized(select);
    expect(walked.pages).toHaveLength(6);
    expect(chosen).toEqual([]);
  });
});

describe('a pager in another frame', () => {
  /** The list in one frame, its pager in another, as old portals have it. `turns`: how a press tells the list. */
  const walkFramed = async (pager: string, beside = ''): Promise<Walked & { presses: Press[]; pressed: string[] }> => {
    const list = drawn(`() => ''`).replace('show(1);', 'window.show = show; show(1);');
    const bottom = `<!DOCTYPE html><meta charset="utf-8">${beside}<p id="p"></p><button onclick="parent.pressed.push('支付')">支付</button><script>
let n = 1;
function go(to) { n = to; parent.frames[0].show(to); draw(); }
function draw() { p.innerHTML = (${pager})(n); }
draw();</script>`;
    const encoded = (page: string): string => page.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    html = `<!DOCTYPE html><meta charset="utf-8"><script>window.pressed = [];</script><iframe width="800" height="300" srcdoc="${encoded(list)}"></iframe><iframe width="800" height="200" srcdoc="${encoded(bottom)}"></iframe>`;
    const tab = await chromium.browser.newPage();
    try {
      await tab.goto(served.origin);
      const inPage = await walkerIn(tab, scripts, 0);
      const walked = await inPage.walk();
      return {
        ...walked,
        presses: await inPage.run<Press[]>('__presses'),
        pressed: (await tab.evaluate('window.pressed')) as string[],
      };
    } finally {
      await tab.close();
    }
  };
  const buttons = `(n) => '第 ' + n + ' / 3 页 <button onclick="go(' + (n - 1) + ')"' + (n < 2 ? ' disabled' : '') + '>上一页</button> <button onclick="go(' + (n + 1) + ')"' + (n > 2 ? ' disabled' : '') + '>下一页</button>'`;

  it('turns the pages of the list beside it', async () => {
    const walked = await walkFramed(buttons);
    expect(walked.end).toBe('end');
    expect(amounts(walked)).toEqual(upTo(3));
    expect(walked.pages.map(({ sighting }) => sighting.pager?.page)).toEqual([1, 2, 3]);
    expect(walked.pressed).toEqual([]);
  });

  it('is asked for by its frame where its links are scripts', async () => {
    const walked = await walkFramed(`(n) => '第 ' + n + ' / 3 页 <a href="javascript:go(' + (n + 1) + ')">下一页</a>'`);
    expect(walked.presses[0]).toMatchObject({ address: 'javascript:go(2)', frame: 2 });
  });

  it('belongs to the list in its own frame, if there is one', async () => {
    const row = '<tr><td>2026-10-01</td><td>1.00</td></tr>';
    const walked = await walkFramed(buttons, `<table><tr><th>日期</th><th>金额</th></tr>${row}${row}${row}</table>`);
    expect(walked.end).toBe('end');
    expect(amounts(walked)).toEqual(upTo(1));
  });
});

describe('the scripts in a frame', () => {
  const again = (script: string): string => `${script}; undefined`;
  const takers = (name: string): string =>
    `__listeners.filter((listener) => listener({ arrearsRadar: '${name}', body: { jobId: 'job', seen: 0 } }, { id: 'stub' }, () => undefined)).length`;

  it('answer once, however often they are injected', async () => {
    await withList({ rows: 5, size: 10 }, async (inPage) => {
      for (const script of [scripts.reader, scripts.walker, scripts.walker, scripts.reader])
        await inPage.run(again(script));
      expect((await inPage.look()).tables).toHaveLength(1);
      expect((await inPage.walk()).end).toBe('end');
      expect((await inPage.walk()).end).toBe('end');
    });
  });

  it('do not walk before a walker is there, and no walker is without a reader', async () => {
    await withList({ rows: 30, size: 10 }, async (inPage, page) => {
      await inPage.run('delete globalThis.__arrearsRadarReader; __listeners.length = 0');
      await inPage.run(again(scripts.walker));
      expect(await inPage.run('__listeners.length')).toBe(0);
      await inPage.run(again(scripts.reader));
      expect([await inPage.run(takers('walk')), await inPage.run(takers('halt'))]).toEqual([0, 0]);
      await inPage.run(again(scripts.walker));
      expect(await inPage.run(takers('halt'))).toBe(1);
      expect(await page.evaluate('window.served')).toEqual([1]);
    });
  });

  it('make way for those of the updated extension', async () => {
    await withList({ rows: 5, size: 10 }, async (inPage) => {
      expect((await inPage.walk()).end).toBe('end');
      // What an update leaves behind: scripts whose extension is gone, and which hear nothing any more.
      await inPage.run('globalThis.__dead = true; __listeners.length = 0');
      await inPage.run(again(scripts.walker));
      expect(await inPage.run('__listeners.length')).toBe(0);
      await inPage.run(again(scripts.reader));
      await inPage.run('globalThis.__dead = false; undefined');
      expect((await inPage.look()).tables).toHaveLength(1);
      expect((await inPage.walk()).end).toBe('end');
    });
  });

  it('takes no message that is not an envelope of ours', async () => {
    await withList({ rows: 5, size: 10 }, async (inPage) => {
      for (const message of [
        'null',
        '"look"',
        '{}',
        '{ arrearsRadar: "page", body: {} }',
        '{ arrearsRadar: "walk", body: {} }',
        '{ arrearsRadar: "walk", body: { jobId: 1, seen: 0 } }',
        '{ arrearsRadar: "walk", body: { jobId: "a", seen: -1 } }',
      ]) {
        expect(
          await inPage.run(
            `__listeners.filter((listener) => listener(${message}, { id: 'stub' }, () => undefined)).length`,
          ),
        ).toBe(0);
      }
      expect(
        await inPage.run(
          `__listeners.filter((listener) => listener({ arrearsRadar: 'look', body: {} }, { id: 'other' }, () => undefined)).length`,
        ),
      ).toBe(0);
    });
  });

  it('does not listen to the page', async () => {
    await withList({ rows: 30, size: 10 }, async (inPage, page) => {
      await page.evaluate(() => {
        window.postMessage({ arrearsRadar: 'walk', body: { jobId: 'forged', seen: 0 } }, '*');
        document.dispatchEvent(new CustomEvent('arrearsRadar', { detail: { arrearsRadar: 'walk' } }));
      });
      await inPage.look();
      expect(await inPage.run('__pages.length')).toBe(0);
      expect(await page.evaluate('window.served')).toEqual([1]);
    });
  });
});
