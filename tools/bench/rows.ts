import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../../tests/browsers/chromium.ts';
import { serve } from '../../tests/pages/lib/serve.ts';
import { bundle } from './bundle.ts';
import { median, type Row } from './measure.ts';
import type { Scrolled } from './rows/in-page.tsx';

const ROWS = 1_000_000;
const DAYS = 1096;
const STYLES = ['parts/base.css', 'parts/parts.css', 'desk/desk.css', 'desk/rows/rows.css'];

/** The desk's list over a book of a million rows: how smoothly it scrolls. */
export async function benchRows(): Promise<Row[]> {
  const script = bundle('tools/bench/rows/in-page.tsx', 'bench');
  const styles = STYLES.map((file) => readFileSync(new URL(`../../src/ui/${file}`, import.meta.url), 'utf8'));
  const served = await serve((_request, response) => response.end('<!doctype html><title>bench</title>'));
  const chromium = await launchChromium();
  try {
    const page = await chromium.browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    await page.goto(served.origin);
    await page.addStyleTag({ content: styles.join('\n').replace(/@import [^;]*;/g, '') });
    await page.addScriptTag({ content: script });
    const ask = async <T>(call: string): Promise<T> => (await page.evaluate(`bench.${call}`)) as T;
    await ask(`takeIn('list', ${ROWS}, ${DAYS}, false)`);
    const opened = await ask<number>(`mount('list', ${ROWS})`);
    const wheel = await traced(page, () => ask<Scrolled>('wheel(600, 120)'));
    const jumps = await traced(page, () => ask<Scrolled>('jump(60)'));
    return [
      { what: 'list of 1 000 000 rows: until the first stand there', figure: `${opened.toFixed(0)} ms` },
      { what: 'scrolled by wheel, 600 steps of 120 px', figure: smoothness(wheel) },
      { what: 'dragged to 60 places', figure: smoothness(jumps) },
      {
        what: 'from a drag until its rows stand there',
        figure: `${median(jumps.blank).toFixed(0)} ms, at most ${Math.max(...jumps.blank).toFixed(0)} ms`,
      },
      { what: 'most rows in the document', figure: String(Math.max(wheel.rows, jumps.rows)) },
    ];
  } finally {
    await chromium.close();
    await served.close();
  }
}

const smoothness = ({ frames, longest }: Scrolled & { longest: number }): string =>
  `frame ${median(frames).toFixed(1)} ms; longest task ${longest.toFixed(0)} ms of the processor`;

interface TraceEvent {
  readonly name: string;
  /** Time that the thread itself ran, µs: other work on this machine does not count. */
  readonly tdur?: number;
}

/** What was scrolled, and the longest task of any thread meanwhile, ms. */
async function traced(page: Page, scroll: () => Promise<Scrolled>): Promise<Scrolled & { longest: number }> {
  await page.tracing.start({ categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  const scrolled = await scroll();
  const bytes = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] };
  const tasks = traceEvents.filter(({ name }) => name === 'RunTask').map(({ tdur }) => tdur ?? 0);
  if (tasks.length === 0) throw new Error('the trace holds no task');
  return { ...scrolled, longest: tasks.reduce((most, tdur) => Math.max(most, tdur), 0) / 1000 };
}
