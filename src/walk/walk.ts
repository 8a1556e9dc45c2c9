import type { Control } from '#look/controls.ts';
import type { Eyes } from '#look/eyes.ts';
import type { Looked } from '#look/look.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Sighting } from '#records/sighting.ts';
import { teach } from './abroad.ts';
import { choose, pageSizeOf } from './page-size.ts';
import { type PressScript, press } from './press.ts';
import { scriptLink } from './script-link.ts';
import {
  type Departure,
  fingerprint,
  PATIENCE,
  type Patience,
  pause,
  type Settled,
  type State,
  settle,
  type Watched,
  watchDeparture,
} from './settle.ts';
import { type Scrolling, scrollThrough } from './through.ts';

export interface WalkOptions {
  /** How many pages have been reported before this document was loaded: above 0 the walk goes on from the page shown. */
  readonly seen: number;
  /** Takes one page; `false` stops the walk. `index` counts from 0 over all documents of one walk. */
  report(sighting: Sighting, index: number): Promise<boolean>;
  readonly signal: AbortSignal;
  /** Whether the walk may go back to page 1 over a link that loads another document. */
  readonly mayLoad?: boolean;
  readonly pressScript: PressScript;
  /** ISO instant. */
  now(): string;
  /** Shortest time from the portal's answer to the next press, in milliseconds; a slow portal is given longer. Reading and reporting count into it. */
  readonly pace?: number;
  readonly patience?: Patience;
}

const MOST_PAGES = 2000;
const PACE = 120;
const LONGEST_PAUSE = 2000;
const MOST_REREADS = 4;
/** How often a list is made to grow in place. */
const MOST_PRESSES = 300;
/** How long a press may take that, by the list's own count, leads nowhere (ms). */
const COUNTED_OUT = 3000;

/**
 * Reads from the first page to the last, one page at a time, and reports each. Presses nothing but the recognised pager of the table.
 * Never throws for what a page does; Where `report` throws, a page could not be handed over: the walk ends as
 * `not-settled`, because nobody stopped it.
 */
export async function walk(doc: Document, eyes: Eyes, options: WalkOptions): Promise<WalkEnd> {
  teach(eyes);
  const walking = new Walk(doc, eyes, options);
  try {
    const end = await walking.run();
    return end === 'end' && walking.restless ? 'not-settled' : end;
  } catch {
    return options.signal.aborted ? 'stopped' : 'not-settled';
  } finally {
    walking.restore();
  }
}

class Walk implements Scrolling, Watched {
  readonly #doc: Document;
  readonly eyes: Eyes;
  readonly #options: WalkOptions;
  readonly patience: Patience;
  #looked: Looked | null = null;
  readonly #seen = new Set<string>();
  #answerTime = 0;
  #rows = 0;
  /** The list never held still: what was read is how it looked for a moment. */
  restless = false;
  /** Gives the merchant's own size of a page back. */
  restore: () => void = () => undefined;
  /** Of the next page that is handed over. */
  #index: number;
  /** How the growing of a list in place ended, where it did not reach its end. */
  #unfolded: WalkEnd | null = null;
  #answeredAt = Number.NEGATIVE_INFINITY;

  constructor(doc: Document, eyes: Eyes, options: WalkOptions) {
    this.#doc = doc;
    this.eyes = eyes;
    this.#options = options;
    this.#index = options.seen;
    this.patience = options.patience ?? PATIENCE;
  }

  async run(): Promise<WalkEnd> {
    const { signal } = this.#options;
    const began = await this.settle();
    if (began === 'stopped') return 'stopped';
    let looked = await this.read();
    // Before the look, the whole page was watched: now it is the list alone.
    this.restless = began === 'not-settled' && (await this.settle(null, this.patience.most / 3)) === 'not-settled';
    if (this.#options.seen === 0) {
      const back = await this.#toFirst(looked);
      if (typeof back === 'string') return back;
      const larger = await this.#enlarge(back);
      if (typeof larger === 'string') return larger;
      looked = larger;
    }
    const header = looked.header;
    for (;;) {
      if (looked.sighting.tables.length > 0 && looked.header !== header && this.eyes.endByCue(looked.sighting) === null)
        return 'page-changed';
      const known = `${looked.sighting.pager?.page ?? '?'} ${JSON.stringify(looked.rows)}`;
      if (this.#seen.has(known)) return 'repeat';
      this.#seen.add(known);
      const whole = await this.#scroll(await this.#unfold(looked));
      if (whole === null) return this.#unfolded ?? 'stopped';
      looked = whole;
      const handed = await this.hand(looked);
      if (handed !== 'go') return handed;
      const cue = this.eyes.endByCue(looked.sighting);
      if (cue !== null) return cue;
      if (this.#unfolded !== null) return this.#unfolded;
      if (looked.sighting.cues.includes('loading')) return 'not-settled';
      if (signal.aborted) return 'stopped';
      if (looked.pager === null || !looked.pager.state.hasNext || looked.pager.next === null) return 'end';
      if (this.#index - this.#options.seen >= MOST_PAGES) return 'limit';
      const turned = await this.#turn(looked, looked.pager.next);
      if (typeof turned === 'string') return turned;
      looked = turned;
    }
  }

  /** Fewer and larger pages, where the pager offers them without loading another document. */
  async #enlarge(looked: Looked): Promise<Looked | WalkEnd> {
    const { pager } = looked;
    const size =
      pager === null || (pager.next !== null && this.eyes.loadsDocument(pager.next.element))
        ? null
        : pageSizeOf(pager, this.eyes);
    if (size === null) return looked;
    const { select } = size;
    const chosen = select.value;
    const before = this.now();
    choose(select, size.largest);
    this.restore = () => {
      // A library may have drawn its pager anew.
      const again = select.isConnected ? select : this.#looked?.pager?.root.querySelector('select');
      if (again) choose(again, chosen);
    };
    const how = await this.settle(before);
    return how === 'stopped' || how === 'leaving'
      ? how
      : this.#toFirst(await this.#readWhole(looked, performance.now()));
  }

  /** A list that grows in place (加载更多) is one page: it is pressed until it has grown to its end, and then read as a whole. */
  async #unfold(looked: Looked): Promise<Looked> {
    let at = looked;
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const { pager } = at;
      if (pager === null || pager.next === null || !pager.state.hasNext || !this.eyes.isMore(pager)) return at;
      const before = at;
      const turned = await this.#turn(before, pager.next);
      if (typeof turned === 'string') {
        this.#unfolded = turned;
        return before;
      }
      at = turned;
    }
    this.#unfolded = 'limit';
    return at;
  }

  /** A list of which only a window is drawn, or that grows as it is scrolled, is one page too. */
  async #scroll(looked: Looked): Promise<Looked | null> {
    if (this.#unfolded !== null || this.eyes.endByCue(looked.sighting) !== null) return looked;
    const { looked: rest, end } = await scrollThrough(looked, this);
    this.#unfolded = end;
    return rest;
  }

  async hand({ sighting, rows }: Looked): Promise<'go' | 'stopped' | 'not-settled'> {
    this.#rows += rows.length;
    try {
      return (await this.#options.report(sighting, this.#index++)) ? 'go' : 'stopped';
    } catch {
      return this.#options.signal.aborted ? 'stopped' : 'not-settled';
    }
  }

  async rest(): Promise<void> {
    const pace = Math.max(this.#options.pace ?? PACE, Math.min(LONGEST_PAUSE, this.#answerTime * 0.25));
    const rest = pace - (performance.now() - this.#answeredAt);
    if (rest > 0) await pause(rest, this.#options.signal);
  }

  /** Presses once and reads what comes. */
  async #turn(looked: Looked, control: Control): Promise<Looked | WalkEnd> {
    const { signal } = this.#options;
    await this.rest();
    if (signal.aborted) return 'stopped';
    // A library may have drawn its pager anew since the look.
    const fresh = this.eyes.isThere(control.element) ? control : this.#nextAgain(looked);
    const before = this.now();
    const pressedAt = performance.now();
    const departure = watchDeparture(this.#doc.defaultView);
    if (fresh === null || !(await press(fresh, this.#doc, this.eyes, this.#options.pressScript))) {
      departure.end();
      return 'not-settled';
    }
    const most = this.#isCountedOut(looked) ? Math.min(this.patience.most, COUNTED_OUT) : this.patience.most;
    const how = await this.settle(before, most, departure);
    // The quiet that shows a page to be settled comes after its answer.
    this.#answeredAt = performance.now() - this.patience.quiet / 2;
    this.#answerTime = this.#answeredAt - pressedAt;
    if (how === 'stopped' || how === 'leaving') return how;
    const next = await this.#readWhole(looked, pressedAt);
    const cue = this.eyes.endByCue(next.sighting);
    if (cue !== null) {
      await this.hand(next);
      return cue;
    }
    if (how === 'unchanged') return this.#isCountedOut(looked) ? 'end' : 'not-settled';
    return how === 'not-settled' || next.sighting.cues.includes('loading') ? 'not-settled' : next;
  }

  /** A list that is gone or empty and does not say so is still on its way. */
  async #readWhole(before: Looked, since: number): Promise<Looked> {
    let looked = await this.read();
    while (
      this.#isMissing(looked, before) &&
      performance.now() - since < this.patience.most &&
      !this.#options.signal.aborted
    ) {
      await pause(this.patience.quiet, this.#options.signal);
      looked = await this.read();
    }
    return looked;
  }

  #isMissing(now: Looked, before: Looked): boolean {
    if (this.eyes.endByCue(now.sighting) !== null || now.sighting.cues.includes('no-records')) return false;
    return now.rows.length === 0 && before.rows.length > 0;
  }

  /** As many rows have been handed over as the list says it has: a press that changes nothing then is its end. */
  #isCountedOut(looked: Looked): boolean {
    return this.#rows >= looked.stated;
  }

  #nextAgain(looked: Looked): Control | null {
    const pager = this.eyes.pagerNow(this.#doc, this.#rootsOf(), this.#mainNow(looked));
    return pager?.state.hasNext === true ? pager.next : null;
  }

  /** Goes back to page 1 where the pager has a way: step by step in place, or over one link to page 1, which loads the document that the walk begins in. */
  async #toFirst(looked: Looked): Promise<Looked | WalkEnd> {
    let at = looked;
    for (let steps = 0; steps < 50; steps += 1) {
      const page = at.pager?.state.page ?? null;
      const back = at.pager?.first ?? at.pager?.previous ?? null;
      if (page === null || page <= 1 || back === null || !this.#mayGo(back)) return at;
      const turned = await this.#turn(at, back);
      if (turned === 'not-settled') return at;
      if (typeof turned === 'string') return turned;
      at = turned;
    }
    return at;
  }

  #mayGo({ element, move }: Control): boolean {
    if (this.#options.mayLoad === false)
      return !this.eyes.loadsDocument(element) && scriptLink(element, this.#doc, this.eyes) === null;
    return move !== 'previous' || !this.eyes.loadsDocument(element);
  }

  /** Reads until two looks agree: a table that is rewritten while it is read is read again. */
  async read(): Promise<Looked> {
    let looked = await this.eyes.lookClosely(this.#doc, this.#options.now());
    for (let again = 0; again < MOST_REREADS; again += 1) {
      this.#looked = looked;
      const before = fingerprint(looked.main);
      const still = looked.main?.isConnected !== false && !looked.sighting.cues.includes('loading');
      if (still && fingerprint(this.#mainNow(looked)) === before) return looked;
      const how = await this.settle();
      looked = await this.eyes.lookClosely(this.#doc, this.#options.now());
      if (how === 'stopped' || how === 'not-settled') break;
    }
    this.#looked = looked;
    return looked;
  }

  #rootsOf(): readonly ParentNode[] {
    const root = this.#looked?.main?.getRootNode();
    return root instanceof ShadowRoot ? [this.#doc, root] : [this.#doc];
  }

  /** The table of the last look; a page that replaced it wholesale is watched as a whole. */
  #mainNow(looked: Looked | null): Element | null {
    const main = looked?.main ?? null;
    return main?.isConnected ? main : this.#doc.body;
  }

  /** The page number that the pager shows now; the pager is looked for again only where it was drawn anew. */
  #pageNow(roots: readonly ParentNode[], main: Element | null): number | null {
    const pager = this.#looked?.pager;
    if (pager === null) return null;
    const same = pager && this.eyes.isThere(pager.root) ? this.eyes.readPager(pager.root) : null;
    return (same ?? this.eyes.pagerNow(this.#doc, roots, main))?.state.page ?? null;
  }

  now(): State {
    const roots = this.#rootsOf();
    const main = this.#mainNow(this.#looked);
    return { content: fingerprint(main), page: this.#pageNow(roots, main), roots };
  }

  async refuses(): Promise<boolean> {
    return this.eyes.endByCue((await this.eyes.lookClosely(this.#doc, this.#options.now())).sighting) !== null;
  }

  settle(before: State | null = null, most = this.patience.most, departure?: Departure): Promise<Settled> {
    return settle(this.#doc, this, before, this.#options.signal, { ...this.patience, most }, departure);
  }
}
