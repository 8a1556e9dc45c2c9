import type { Eyes } from '#look/eyes.ts';

export type Settled = 'settled' | 'unchanged' | 'leaving' | 'not-settled' | 'stopped';

/** How long a page may take to show the next one, and how long it must be quiet to count as settled, in milliseconds. */
export interface Patience {
  readonly most: number;
  readonly quiet: number;
}
export const PATIENCE: Patience = { most: 15_000, quiet: 80 };

const LOOK_AGAIN = 50;
const HIDDEN = /display:\s*none/;

/** A short number for what an element says, in one pass over its text; 0 for nothing. Equal text, equal number. */
export function fingerprint(el: Element | null): number {
  if (el === null) return 0;
  // Around a library's table stands its pager, whose numbers change before the rows do.
  const bodies = el.querySelectorAll('tbody');
  const parts: Iterable<Element> = bodies.length > 0 ? bodies : [el];
  let hash = 0x811c9dc5;
  let length = 0;
  for (const part of parts) {
    const text = part.textContent ?? '';
    length += text.length;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    // Some pagers hide the rows of other pages, and leave them where they are.
    let row = part.firstElementChild;
    for (let at = 1; row !== null; at += 1, row = row.nextElementSibling)
      if (HIDDEN.test(row.getAttribute('style') ?? '')) hash = Math.imul(hash ^ at, 0x01000193);
  }
  return (hash >>> 0) + length * 0x1_0000_0000;
}

/** Waits at most `ms`; ends early with `wake` (the page changed) or when stopped. */
function pauseUntil(ms: number, signal: AbortSignal, wake: EventTarget | null): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      wake?.removeEventListener('change', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    wake?.addEventListener('change', end);
    if (signal.aborted) end();
  });
}

/** A pause of the given length, cut short by a stop. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => pauseUntil(ms, signal, null);

/** What the table says, and which page the pager shows. */
export interface State {
  readonly content: number;
  readonly page: number | null;
  readonly roots: readonly ParentNode[];
}

export interface Watched {
  readonly eyes: Eyes;
  /** Asked again at each look. */
  now(): State;
  /** Whether the page says, beside an unchanged table, that nothing more will come (signed out, slow down). Asked once after each change. */
  refuses(): Promise<boolean>;
}

/** Watches for the document's end, from before a press on: a browser may tell of it while the press still runs. */
export interface Departure {
  leaving: boolean;
  readonly wake: EventTarget;
  end(): void;
}

export function watchDeparture(view: Window | null): Departure {
  const leave = (): void => {
    departure.leaving = true;
    departure.wake.dispatchEvent(new Event('change'));
  };
  const departure: Departure = {
    leaving: false,
    wake: new EventTarget(),
    end() {
      view?.removeEventListener('beforeunload', leave);
      view?.removeEventListener('pagehide', leave);
    },
  };
  view?.addEventListener('beforeunload', leave);
  view?.addEventListener('pagehide', leave);
  return departure;
}

/**
 * Waits until the page shows something else than `before` (other content, or another page number), no loading mask is seen, and nothing
 * has changed for a moment. `before` null: only for quiet. `unchanged`: the time is over, and it is quiet, but the same as before.
 */
export async function settle(
  doc: Document,
  watched: Watched,
  before: State | null,
  signal: AbortSignal,
  patience: Patience = PATIENCE,
  departure: Departure = watchDeparture(doc.defaultView),
): Promise<Settled> {
  const { wake } = departure;
  const { isLoading, nextTask } = watched.eyes;
  let changedAt = performance.now();
  const observer = new MutationObserver(() => {
    changedAt = performance.now();
    wake.dispatchEvent(new Event('change'));
  });
  observer.observe(doc, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'disabled', 'aria-busy'],
  });
  const start = performance.now();
  let last = watched.now();
  let sameSince = start;
  let heardAt = start;
  let masked = false;
  const stopped = (): Settled | null => (signal.aborted ? 'stopped' : departure.leaving ? 'leaving' : null);
  try {
    for (;;) {
      const early = stopped();
      if (early !== null) return early;
      const now = watched.now();
      const time = performance.now();
      if (now.content !== last.content || now.page !== last.page) sameSince = time;
      last = now;
      const loading = isLoading(now.roots);
      masked ||= loading;
      // A mask that came and went says by itself that the answer is there.
      const quietFor = masked ? patience.quiet / 2 : patience.quiet;
      const quiet = time - sameSince >= quietFor;
      const turned = before === null || now.content !== before.content;
      // An honest next page can say exactly what the one before said: its number must then have changed, and stay so for a while.
      const renumbered =
        before !== null && now.page !== before.page && now.page !== null && time - sameSince >= patience.most / 3;
      if (quiet && !loading && (turned || renumbered)) return 'settled';
      if (!turned && !loading && changedAt > heardAt && time - changedAt >= patience.quiet) {
        heardAt = changedAt;
        if (await watched.refuses()) return 'unchanged';
      }
      if (time - start > patience.most) return quiet && !loading ? 'unchanged' : 'not-settled';
      const untilQuiet = Math.max(10, Math.min(LOOK_AGAIN, quietFor - (time - changedAt)));
      await pauseUntil(quiet ? LOOK_AGAIN * 2 : untilQuiet, signal, wake);
      // A page that changes all the time wakes us all the time: it gets its turn between two looks.
      if (!departure.leaving) await nextTask();
    }
  } finally {
    observer.disconnect();
    departure.end();
  }
}
