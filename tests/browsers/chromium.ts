import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { needBrowser } from './find.ts';

/** Taking in a million rows is one question to a page. */
const LONGEST_ANSWER_MS = 900_000;

export interface ChromiumOptions {
  /** Folder of a built extension, such as `.output/chrome-mv3`. */
  readonly extension?: string;
  /** Every host name of the network leads to this port of this machine; without it, to nowhere. */
  readonly labPort?: number;
  readonly headless?: boolean;
  readonly lang?: 'zh-CN' | 'en';
  /** Kept from one start to the next. An unpacked extension's origin comes from its folder, so its store is found again. */
  readonly profile?: string;
}

export interface Chromium {
  readonly browser: Browser;
  readonly extension: Extension | null;
  /** Presses the toolbar icon on the tab in front: grants `activeTab` and opens the real popup, which is returned. */
  click(page: Page): Promise<Page>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The machine's own Chromium with a fresh profile unless one is given, closed to every network but loopback.
 * `127.0.0.1` and `localhost` stay what they are; a page under any other name comes from the lab, whose certificate is accepted.
 */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const lang = options.lang ?? 'zh-CN';
  const target = options.labPort === undefined ? '~NOTFOUND' : `127.0.0.1:${options.labPort}`;
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless: options.headless ?? true,
    pipe: true,
    protocolTimeout: LONGEST_ANSWER_MS,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    // Linux takes the interface language from the environment, not from `--lang`.
    env: { ...process.env, ...localeOf(lang) },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=MAP * ${target}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      `--lang=${lang}`,
      `--accept-lang=${lang}`,
      '--disable-background-networking',
      '--disable-component-update',
      // Containers give shared memory too small for a long page.
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-default-browser-check',
      '--no-first-run',
      '--window-size=1280,900',
    ],
  });
  const extension = options.extension === undefined ? null : await install(browser, options.extension);
  return {
    browser,
    extension,
    click: (page) => {
      if (extension === null) throw new Error('launched without an extension');
      return click(browser, extension, page);
    },
    kill: async () => {
      const gone = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await gone;
    },
    close: () => browser.close(),
  };
}

function localeOf(lang: 'zh-CN' | 'en'): Record<string, string> {
  const name = lang === 'en' ? 'en_US' : 'zh_CN';
  return { LANGUAGE: name, LANG: `${name}.UTF-8`, LC_ALL: `${name}.UTF-8` };
}

async function install(browser: Browser, folder: string): Promise<Extension> {
  const id = await browser.installExtension(folder);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`the extension of ${folder} did not start`);
  return extension;
}

async function click(browser: Browser, extension: Extension, page: Page): Promise<Page> {
  await page.bringToFront();
  const url = `chrome-extension://${extension.id}/popup.html`;
  const opened = browser.waitForTarget((target) => target.url() === url, {
    timeout: 15_000,
  });
  await page.triggerExtensionAction(extension);
  const popup = await (await opened).asPage();
  await popup.waitForSelector('#app > *');
  return popup;
}
