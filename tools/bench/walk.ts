import { resolve } from 'node:path';
import { chromiumDriver } from '../../tests/browsers/chromium-driver.ts';
import type { Driver, Tab } from '../../tests/browsers/driver.ts';
import { ended, startCheck } from '../../tests/e2e/panel.ts';
import { CHINAUMS, openDetail, signIn } from '../../tests/e2e/world.ts';
import { type Lab, startLab } from '../../tests/portals/lab.ts';
import { median, type Row, ratio } from './measure.ts';

const ROUNDS = 3;
/** An answer time that a merchant would call quick; the lab's default in tests is far below any real portal's. */
const LATENCY_MS = 250;

/**
 * The main job against the least that any reader must wait for: a bare script that presses the same pager and counts rows as they come.
 * Both read 5 000 rows over 50 pages of the same lab, in turn, and must have seen the same rows.
 */
export async function benchWalk(): Promise<Row[]> {
  const lab = await startLab({ latencyMs: LATENCY_MS });
  const driver = await chromiumDriver({ extension: resolve('.output/chrome-mv3'), labPort: lab.port });
  const bare: number[] = [];
  const ours: number[] = [];
  const tasks: number[] = [];
  try {
    const tab = await signIn(driver);
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await timeBare(tab, lab));
      const click = await timeClick(driver, tab, lab);
      ours.push(click.ms);
      tasks.push(...click.longTasks);
    }
  } finally {
    await driver.close();
    await lab.close();
  }
  const longest =
    tasks.length === 0 ? 'none over 50 ms' : `${tasks.length}, longest ${Math.max(...tasks).toFixed(0)} ms`;
  return [
    {
      what: `5 000 rows, 50 pages, portal answers in ${LATENCY_MS} ms: bare press-and-count`,
      figure: `${median(bare).toFixed(0)} ms`,
    },
    {
      what: 'the same by one click: read, masked, checked, kept, arrears computed',
      figure: `${median(ours).toFixed(0)} ms`,
      ratio: ratio(ours, bare),
    },
    { what: 'long tasks in the portal page while it was read', figure: longest },
  ];
}

/** The list at its first page, in a new document: what an earlier round left in the frame must not be taken for it. */
async function freshDetail(tab: Tab): Promise<void> {
  await tab.goto(`${CHINAUMS}/uisportal/index_r`);
  await openDetail(tab);
}

async function timeBare(tab: Tab, lab: Lab): Promise<number> {
  await freshDetail(tab);
  const { rows, ms } = await tab.run(async () => {
    const doc = document.querySelector('iframe')?.contentDocument;
    if (!doc) throw new Error('no frame');
    const seen = new Set<string>();
    const started = performance.now();
    for (;;) {
      for (const row of doc.querySelectorAll('#detail tbody tr')) seen.add(row.textContent);
      const next = doc.querySelector<HTMLElement>('.layui-laypage-next');
      if (!next || next.classList.contains('layui-disabled')) break;
      const before = doc.querySelector('#detail tbody tr')?.textContent;
      next.click();
      await new Promise<void>((done) => {
        const settled = () =>
          !doc.querySelector('.layui-layer-loading') && doc.querySelector('#detail tbody tr')?.textContent !== before;
        const watch = new MutationObserver(() => {
          if (!settled()) return;
          watch.disconnect();
          done();
        });
        watch.observe(doc, { childList: true, subtree: true });
        if (settled()) {
          watch.disconnect();
          done();
        }
      });
    }
    return { rows: seen.size, ms: performance.now() - started };
  });
  if (rows !== lab.chinaums.bill.truth.rows) throw new Error(`the bare script saw ${rows} rows`);
  return ms;
}

async function timeClick(driver: Driver, tab: Tab, lab: Lab): Promise<{ ms: number; longTasks: number[] }> {
  await freshDetail(tab);
  await tab.run(() => {
    const world = globalThis as unknown as { longTasks: number[] };
    world.longTasks = [];
    const watch = new PerformanceObserver((list) => world.longTasks.push(...list.getEntries().map((e) => e.duration)));
    watch.observe({ type: 'longtask' });
  });
  const started = performance.now();
  const { popup } = await startCheck({ driver }, tab);
  const seen = await ended(popup);
  const ms = performance.now() - started;
  const rows = (seen.counts?.added ?? 0) + (seen.counts?.existing ?? 0);
  // The balance card is one entry more than the list has rows.
  if (seen.outcome !== 'read' || rows !== lab.chinaums.bill.truth.rows + 1) {
    throw new Error(`the click ended as ${seen.outcome} with ${rows} rows`);
  }
  const longTasks = await tab.run(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  return { ms, longTasks };
}
