import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import { launchChromium } from './chromium.ts';
import { type Driver, type DriverOptions, type Tab, until, type View } from './driver.ts';

class PageTab implements Tab {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  run<A extends readonly unknown[], T>(inPage: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.page.evaluate(inPage as unknown as (...args: unknown[]) => Promise<T>, ...args);
  }
  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }
  close(): Promise<void> {
    return this.page.close();
  }
}

const pageOf = (view: View): Page => {
  if (!(view instanceof PageTab)) throw new Error('a view of another browser');
  return view.page;
};

export async function chromiumDriver(options: DriverOptions): Promise<Driver> {
  const chromium = await launchChromium(options);
  const { browser } = chromium;
  let popup: Page | null = null;
  let limiting: CDPSession | null = null;
  const closePopup = async (): Promise<void> => {
    // It may just be closing by itself, as popups do.
    if (popup && !popup.isClosed()) await popup.close().catch(() => undefined);
    popup = null;
  };
  const open = async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    await page.goto(url);
    return new PageTab(page);
  };
  return {
    name: 'chromium',
    open,
    click: async (tab) => {
      await closePopup();
      popup = await chromium.click(pageOf(tab));
      return new PageTab(popup);
    },
    closePopup,
    page: (path) => open(`chrome-extension://${chromium.extension?.id ?? ''}/${path}`),
    front: async () => new PageTab(await frontPage(browser)),
    screenshot: async (view, path) => {
      await pageOf(view).screenshot({ path: path as `${string}.png` });
    },
    stopBackground: async () => {
      const running = workers(browser);
      // Another one may run by now: an event that comes meanwhile starts it anew. One that is just starting does not hear the first word.
      await until(
        'the worker to stop',
        async () => {
          const left = workers(browser).filter((target) => running.includes(target));
          for (const target of left) await (await target.worker())?.close();
          return left.length;
        },
        (count) => count === 0,
      );
    },
    backgroundRuns: () => Promise.resolve(workers(browser).length > 0),
    limitStore: async (view, bytes) => {
      const page = pageOf(view);
      // A limit lasts as long as the session that set it.
      limiting ??= await page.createCDPSession();
      const origin = await page.evaluate(() => location.origin);
      await limiting.send('Storage.overrideQuotaForOrigin', {
        origin,
        ...(bytes === null ? {} : { quotaSize: bytes }),
      });
    },
    kill: () => chromium.kill(),
    closed: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: () => chromium.close(),
  };
}

async function frontPage(browser: Browser): Promise<Page> {
  for (const page of (await browser.pages()).reverse()) {
    if (await page.evaluate(() => document.visibilityState === 'visible')) return page;
  }
  throw new Error('no tab in front');
}

const workers = (browser: Browser): Target[] =>
  browser.targets().filter((target) => target.type() === 'service_worker');
