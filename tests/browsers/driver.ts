/** A function that runs in the page: it is sent as text, so it may use nothing but its arguments and the page. */
type InPage<A extends readonly unknown[], T> = (...args: A) => T | Promise<T>;

/** One document under test: a portal's page, the popup, the desk. Arguments and results travel as JSON. */
export interface View {
  run<A extends readonly unknown[], T>(inPage: InPage<A, T>, ...args: A): Promise<T>;
}

export interface Tab extends View {
  goto(url: string): Promise<void>;
  close(): Promise<void>;
}

/** What the tests need of a browser; the same bodies run in Chromium and in Firefox. */
export interface Driver {
  readonly name: 'chromium' | 'firefox';
  /** A new tab, in front. */
  open(url: string): Promise<Tab>;
  /** Presses the toolbar icon with this tab in front: grants `activeTab` and opens the real popup. */
  click(tab: Tab): Promise<View>;
  closePopup(): Promise<void>;
  /** A page of the extension in a tab of its own, such as `desk.html`. */
  page(path: string): Promise<Tab>;
  /** The tab in front, as another part of the product may have opened it. */
  front(): Promise<Tab>;
  screenshot(view: View, path: string): Promise<void>;
  /** Puts the extension's background to sleep, as the browser does by itself after a while. */
  stopBackground(): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** Gives the extension's store only so many bytes, or with null all that there are; null where this browser has no such setting. */
  readonly limitStore: ((view: View, bytes: number | null) => Promise<void>) | null;
  /** Kills the whole browser, as when the machine's power goes: nothing of it is told. Its profile stays. */
  kill(): Promise<void>;
  /** When somebody has closed the browser. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

export interface DriverOptions {
  readonly extension: string;
  readonly labPort: number;
  readonly lang?: 'zh-CN' | 'en';
  readonly headless?: boolean;
  /** A folder that keeps the profile from one start to the next, the extension's store in it; absent: a fresh one for this start. */
  readonly profile?: string;
}

const POLL_MS = 40;
const LONGEST_POLL_MS = 250;

/**
 * Asks again and again, less often the longer it waits, until the answer is as wanted; throws with the last answer when `ms` have passed.
 * A question that fails is asked again too: the page may just be leaving.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  ms = 30_000,
): Promise<T> {
  const start = Date.now();
  for (;;) {
    let last: string;
    try {
      const answer = await ask();
      if (wanted(answer)) return answer;
      last = JSON.stringify(answer);
    } catch (error) {
      last = String(error);
    }
    const waited = Date.now() - start;
    if (waited > ms) throw new Error(`waited in vain for ${what}; last: ${last}`);
    // Each question costs a browser time that what is waited for needs.
    const pause = Math.max(POLL_MS, Math.min(LONGEST_POLL_MS, waited / 10));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
