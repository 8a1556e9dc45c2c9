import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Driver, type DriverOptions, type Tab, until, type View } from './driver.ts';
import { EXTENSION, launchFirefox } from './firefox.ts';
import type { Marionette } from './marionette.ts';

const WIDGET = EXTENSION.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const POLICY = `WebExtensionPolicy.getByID('${EXTENSION}')`;
const RUNS = `return ${POLICY}.extension.backgroundState !== 'stopped';`;
/** How the browser's window finds the `<browser>` element of a view: an expression of its own JavaScript. */
type Where = string;

const POPUP: Where = `document.querySelector('browser[webextension-view-type="popup"]')`;
const OPENED = `const popup = ${POPUP}; return popup?.closest('panel')?.state === 'open' && !popup.webProgress.isLoadingDocument;`;
const tabBrowser = (handle: number): Where => `gBrowser.tabs.find((tab) => tab.labTab === ${handle})?.linkedBrowser`;

/**
 * Runs in the browser's own window. Sends `code` to the process of the view, where it runs with the page's own eyes and rights
 * (a sandbox of the page's principal), so that no content security policy is in its way and none is loosened.
 */
const SEND = (where: Where): string => `
const [code, name, done] = arguments;
const browser = ${where};
if (!browser) return done(JSON.stringify({ error: 'there is no such view' }));
const manager = browser.messageManager;
manager.addMessageListener(name, function answer(message) {
  manager.removeMessageListener(name, answer);
  done(message.data);
});
const frame = '(' + ((code, name) => {
  const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  sandbox.tell = (text) => sendAsyncMessage(name, text);
  addEventListener('pagehide', () => sandbox.tell(JSON.stringify({ error: 'the page left' })), { once: true });
  try { Cu.evalInSandbox(code, sandbox); } catch (error) { sendAsyncMessage(name, JSON.stringify({ error: String(error) })); }
}).toString() + ')(' + JSON.stringify(code) + ',' + JSON.stringify(name) + ')';
manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(frame), false);
`;

class FirefoxView implements Tab {
  readonly where: Where;
  readonly #firefox: FirefoxWindow;
  constructor(firefox: FirefoxWindow, where: Where) {
    this.#firefox = firefox;
    this.where = where;
  }
  async run<A extends readonly unknown[], T>(inPage: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const code = `Promise.resolve().then(() => (${inPage.toString()})(...${JSON.stringify(args)})).then(
      (value) => tell(JSON.stringify({ value })), (error) => tell(JSON.stringify({ error: String(error) })))`;
    const text = await this.#firefox.later(SEND(this.where), code, this.#firefox.word());
    const answer = JSON.parse(String(text)) as { value: T } | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }
  async goto(url: string): Promise<void> {
    await this.#firefox.now(
      `${this.where}.fixupAndLoadURIString(arguments[0], { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`,
      url,
    );
    await this.loaded(url);
  }
  async loaded(url: string): Promise<void> {
    if (url === 'about:blank') return;
    const asked = new URL(url);
    await until(
      `${url} to load`,
      () =>
        this.#firefox.now(`const b = ${this.where}; return b.webProgress.isLoadingDocument ? '' : b.currentURI.spec;`),
      (spec) => typeof spec === 'string' && spec !== '' && spec !== 'about:blank' && new URL(spec).host === asked.host,
    );
  }
  async close(): Promise<void> {
    await this.#firefox.now(`const b = ${this.where}; if (b) gBrowser.removeTab(gBrowser.getTabForBrowser(b));`);
  }
}

/** Firefox's own window, spoken to with its own rights. */
class FirefoxWindow {
  readonly #wire: Marionette;
  #words = 0;
  #tabs = 0;
  constructor(wire: Marionette) {
    this.#wire = wire;
  }
  now(script: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#wire.send('WebDriver:ExecuteScript', { script, args });
  }
  later(script: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.#wire.send('WebDriver:ExecuteAsyncScript', { script, args });
  }
  word(): string {
    this.#words += 1;
    return `lab-${this.#words}`;
  }
  async mark(tab: string): Promise<FirefoxView> {
    this.#tabs += 1;
    await this.now(`(${tab}).labTab ??= ${this.#tabs};`);
    const handle = await this.now(`return (${tab}).labTab;`);
    return new FirefoxView(this, tabBrowser(Number(handle)));
  }
  async pressToolbarIcon(): Promise<void> {
    const found = await this.#wire.send('WebDriver:FindElement', { using: 'id', value: `${WIDGET}-BAP` });
    await this.#wire.send('WebDriver:ElementClick', { id: (found as Record<string, string>)[ELEMENT] });
  }
}

/** Real Firefox with the built extension: the toolbar icon is pressed with a mouse event in the browser's own window. */
export async function firefoxDriver(options: DriverOptions): Promise<Driver> {
  const firefox = await launchFirefox(options);
  const { wire } = firefox;
  await wire.send('WebDriver:SetTimeouts', { script: 20_000 });
  await wire.send('Addon:Install', { path: resolve(options.extension), temporary: true });
  await wire.send('Marionette:SetContext', { value: 'chrome' });
  const window = new FirefoxWindow(wire);
  // Firefox puts a new extension's icon behind its puzzle button; here it stands in the toolbar, as after "pin to toolbar".
  await window.now(`CustomizableUI.addWidgetToArea('${WIDGET}-browser-action', 'nav-bar');`);
  const base = String(await window.now(`return ${POLICY}.getURL('');`));
  const popup = new FirefoxView(window, POPUP);

  const open = async (url: string): Promise<Tab> => {
    await window.now(
      `gBrowser.selectedTab = gBrowser.addTab(arguments[0], { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`,
      url,
    );
    const tab = await window.mark('gBrowser.selectedTab');
    await tab.loaded(url);
    return tab;
  };
  const closePopup = async (): Promise<void> => {
    await window.now(`${POPUP}?.closest('panel')?.hidePopup();`);
    await until(
      'the popup to close',
      () => window.now(`return ${POPUP} === null;`),
      (closed) => closed === true,
    );
  };
  return {
    name: 'firefox',
    open,
    click: async (tab) => {
      if (!(tab instanceof FirefoxView)) throw new Error('a view of another browser');
      await closePopup();
      await window.now(`gBrowser.selectedTab = gBrowser.getTabForBrowser(${tab.where});`);
      await window.pressToolbarIcon();
      // Firefox loads a popup out of sight and then moves it into its panel: what is asked of it on the way is never answered.
      await until(
        'the popup to open',
        () => window.now(OPENED),
        (open) => open === true,
      );
      await until(
        'the popup to be drawn',
        () => popup.run(() => document.querySelector('#app > *') !== null),
        (drawn) => drawn,
      );
      return popup;
    },
    closePopup,
    page: (path) => open(`${base}${path}`),
    front: () => window.mark('gBrowser.selectedTab'),
    screenshot: async (view, path) => {
      await writeFile(path, Buffer.from(await picture(wire, window, view), 'base64'));
    },
    stopBackground: async () => {
      // Whatever it still waits for must not keep it, and an event that comes meanwhile may start it anew: it is ended until it is seen to be.
      const terminate = `${POLICY}.extension.terminateBackground({ disableResetIdleForTest: true })`;
      await until(
        'the background to stop',
        async () => {
          await window.later(`const [done] = arguments; ${terminate}.then(() => done(true));`);
          return window.now(RUNS);
        },
        (runs) => runs === false,
      );
    },
    backgroundRuns: async () => (await window.now(RUNS)) === true,
    // An extension with `unlimitedStorage` is exempt from every quota that a preference of Firefox could set.
    limitStore: null,
    kill: () => firefox.kill(),
    closed: () => firefox.gone,
    close: () => firefox.close(),
  };
}

async function picture(wire: Marionette, window: FirefoxWindow, view: View): Promise<string> {
  if (!(view instanceof FirefoxView)) throw new Error('a view of another browser');
  const drawn = await window.later(
    `const [done] = arguments; const b = ${view.where};
     b.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white').then((bitmap) => {
       const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
       canvas.width = bitmap.width; canvas.height = bitmap.height;
       canvas.getContext('2d').drawImage(bitmap, 0, 0);
       done(canvas.toDataURL('image/png').split(',')[1]);
     }, () => done(''));`,
  );
  return drawn ? String(drawn) : String(await wire.send('WebDriver:TakeScreenshot', { full: false }));
}
