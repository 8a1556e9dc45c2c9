import type { WalkEnd } from '#records/job.ts';
import type { Sighting } from '#records/sighting.ts';
import { type Control, isStill, press } from './controls.ts';
import { loadsDocument, type ScriptLink, scriptLink } from './links.ts';
import { type Looked, lookClosely } from './look.ts';
import { findPager, isMore, pagerParts, readPager } from './pager.ts';
import {
  fingerprint,
  PATIENCE,
  type Patience,
  pause,
  type Settled,
  settle,
  type Watched,
  watchDeparture,
} from './settle.ts';
import { scrollThrough } from './through.ts';

export interface WalkOptions {
  /** How many pages have been reported before this document was loaded: above 0 the walk goes on from the page shown. */
  readonly seen: number;
  /** Takes one page; `false` stops the walk. `index` counts from 0 over all documents of one walk. */
  report(sighting: Sighting, index: number): Promise<boolean>;
  readonly signal: AbortSignal;
  /** Whether the walk may go back to page 1 over a link that loads another document. */
  readonly mayLoad?: boolean;
  /** Presses a link whose address is a script in the page's own world; null: nobody does, the reader's own press must do. */
  pressScript?(link: ScriptLink): Promise<boolean | null>;
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

/** Cues after which walking on would only hurt. */
function endByCue(sighting: Sighting): WalkEnd | null {
  const { cues } = sighting;
  if (cues.includes('signed-out') || cues.includes('session-expired')) return 'signed-out';
  if (cues.includes('throttled')) return 'throttled';
  return cues.includes('maintenance') ? 'maintenance' : null;
}

const headerOf = (looked: Looked): string => JSON.stringify(looked.sighting.tables[looked.mainIndex]?.header ?? null);
const rowsOf = (looked: Looked): string => JSON.stringify(looked.sighting.tables[looked.mainIndex]?.rows ?? null);

/**
 * Reads from the first page to the last, one page at a time, and reports each. Presses nothing but the recognised pager of the table.
 * Never throws for what a page does; Where `report` throws, a page could not be handed over: the walk ends as
 * `not-settled`, because nobody stopped it.
 */
export async function walk(doc: Document, options: WalkOptions): Promise<WalkEnd> {
  try {
    return await new Walk(doc, options).run();
  } catch {
    return options.signal.aborted ? 'stopped' : 'not-settled';
  }
}

class Walk {
  private readonly doc: Document;
  private readonly options: WalkOptions;
  private readonly patience: Patience;
  private looked: Looked | null = null;
  private readonly seen = new Set<string>();
  private answerTime = 0;
  private rows = 0;
  /** Of the next page that is handed over. */
  private index: number;
  /** How the growing of a list in place ended, where it did not reach its end. */
  private unfolded: WalkEnd | null = null;
  private answeredAt = Number.NEGATIVE_INFINITY;

  constructor(doc: Document, options: WalkOptions) {
    this.doc = doc;
    this.options = options;
    this.index = options.seen;
    this.patience = options.patience ?? PATIENCE;
  }

  async run(): Promise<WalkEnd> {
    const { signal } = this.options;
    const began = await settle(this.doc, this.watched(), null, signal, this.patience);
    if (began === 'stopped') return 'stopped';
    let looked = await this.read();
    if (this.options.seen === 0) {
      const back = await this.toFirst(looked);
      if (typeof back === 'string') return back;
      looked = back;
    }
    const header = headerOf(looked);
    for (;;) {
      if (looked.sighting.tables.length > 0 && headerOf(looked) !== header && endByCue(looked.sighting) === null)
        return 'page-changed';
      const known = `${looked.sighting.pager?.page ?? '?'} ${rowsOf(looked)}`;
      if (this.seen.has(known)) return 'repeat';
      this.seen.add(known);
      looked = await this.scroll(await this.unfold(looked));
      const handed = await this.hand(looked);
      if (handed !== 'go') return handed;
      const cue = endByCue(looked.sighting);
      if (cue !== null) return cue;
      if (this.unfolded !== null) return this.unfolded;
      if (looked.sighting.cues.includes('loading')) return 'not-settled';
      if (signal.aborted) return 'stopped';
      if (looked.pager === null || !looked.pager.state.hasNext || looked.pager.next === null) return 'end';
      if (this.index - this.options.seen >= MOST_PAGES) return 'limit';
      const turned = await this.turn(looked, looked.pager.next);
      if (typeof turned === 'string') return turned;
      looked = turned;
    }
  }

  /** A list that grows in place (加载更多) is one page: it is pressed until it has grown to its end, and then read as a whole. */
  private async unfold(looked: Looked): Promise<Looked> {
    let at = looked;
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const { pager } = at;
      if (pager === null || pager.next === null || !pager.state.hasNext || !isMore(pager)) return at;
      const before = at;
      const turned = await this.turn(before, pager.next);
      if (typeof turned === 'string') {
        this.unfolded = turned;
        return before;
      }
      at = turned;
    }
    this.unfolded = 'limit';
    return at;
  }

  /** A list of which only a window is drawn, or that grows as it is scrolled, is one page too. */
  private async scroll(looked: Looked): Promise<Looked> {
    if (this.unfolded !== null || endByCue(looked.sighting) !== null) return looked;
    const through = await scrollThrough(looked, {
      read: () => this.read(),
      settle: (most) =>
        settle(this.doc, this.watched(), most === undefined ? null : this.watched().now(), this.options.signal, {
          ...this.patience,
          most: most ?? this.patience.most,
        }),
      rest: () => this.rest(),
      hand: (part) => this.hand(part),
      refusal: ({ sighting }) => endByCue(sighting),
      patience: this.patience.most,
    });
    this.unfolded = through.end;
    return through.looked;
  }

  private async hand({ sighting, mainIndex }: Looked): Promise<'go' | 'stopped' | 'not-settled'> {
    this.rows += sighting.tables[mainIndex]?.rows.length ?? 0;
    try {
      return (await this.options.report(sighting, this.index++)) ? 'go' : 'stopped';
    } catch {
      return this.options.signal.aborted ? 'stopped' : 'not-settled';
    }
  }

  private async rest(): Promise<void> {
    const pace = Math.max(this.options.pace ?? PACE, Math.min(LONGEST_PAUSE, this.answerTime * 0.25));
    const rest = pace - (performance.now() - this.answeredAt);
    if (rest > 0) await pause(rest, this.options.signal);
  }

  /** Presses once and reads what comes. */
  private async turn(looked: Looked, control: Control): Promise<Looked | WalkEnd> {
    const { signal } = this.options;
    await this.rest();
    if (signal.aborted) return 'stopped';
    // A library may have drawn its pager anew since the look.
    const fresh = control.element.isConnected ? control : this.nextAgain(looked);
    const before = this.watched().now();
    const pressedAt = performance.now();
    const departure = watchDeparture(this.doc.defaultView);
    if (fresh === null || !(await this.press(fresh))) {
      departure.end();
      return 'not-settled';
    }
    const most = this.isCountedOut(looked) ? Math.min(this.patience.most, COUNTED_OUT) : this.patience.most;
    const how: Settled = await settle(this.doc, this.watched(), before, signal, { ...this.patience, most }, departure);
    // The quiet that shows a page to be settled comes after its answer.
    this.answeredAt = performance.now() - this.patience.quiet / 2;
    this.answerTime = this.answeredAt - pressedAt;
    if (how === 'stopped' || how === 'leaving') return how;
    const next = await this.readWhole(looked, pressedAt);
    const cue = endByCue(next.sighting);
    if (cue !== null) {
      await this.hand(next);
      return cue;
    }
    if (how === 'unchanged') return this.isCountedOut(looked) ? 'end' : 'not-settled';
    return how === 'not-settled' || next.sighting.cues.includes('loading') ? 'not-settled' : next;
  }

  /** A list that is gone or empty and does not say so is still on its way. */
  private async readWhole(before: Looked, since: number): Promise<Looked> {
    let looked = await this.read();
    while (
      isMissing(looked, before) &&
      performance.now() - since < this.patience.most &&
      !this.options.signal.aborted
    ) {
      await pause(this.patience.quiet, this.options.signal);
      looked = await this.read();
    }
    return looked;
  }

  private async press(control: Control): Promise<boolean> {
    const link = this.options.pressScript === undefined ? null : scriptLink(control.element);
    if (link === null || !isStill(control)) return press(control);
    return (await this.options.pressScript?.(link).catch(() => false)) ?? press(control);
  }

  /** As many rows have been handed over as the list says it has: a press that changes nothing then is its end. */
  private isCountedOut(looked: Looked): boolean {
    const stated = looked.sighting.tables[looked.mainIndex]?.stated ?? null;
    return stated !== null && this.rows >= stated;
  }

  private nextAgain(looked: Looked): Control | null {
    const pager = findPager(pagerParts(this.rootsOf()), this.mainNow(looked));
    return pager?.state.hasNext === true ? pager.next : null;
  }

  /** Goes back to page 1 where the pager has a way: step by step in place, or over one link to page 1, which loads the document that the walk begins in. */
  private async toFirst(looked: Looked): Promise<Looked | WalkEnd> {
    let at = looked;
    for (let steps = 0; steps < 50; steps += 1) {
      const page = at.pager?.state.page ?? null;
      const back = at.pager?.first ?? at.pager?.previous ?? null;
      if (page === null || page <= 1 || back === null || !this.mayGo(back)) return at;
      const turned = await this.turn(at, back);
      if (turned === 'not-settled') return at;
      if (typeof turned === 'string') return turned;
      at = turned;
    }
    return at;
  }

  private mayGo({ element, move }: Control): boolean {
    if (this.options.mayLoad === false) return !loadsDocument(element) && scriptLink(element) === null;
    return move !== 'previous' || !loadsDocument(element);
  }

  /** Reads until two looks agree: a table that is rewritten while it is read is read again. */
  private async read(): Promise<Looked> {
    let looked = await lookClosely(this.doc, this.options.now());
    for (let again = 0; again < MOST_REREADS; again += 1) {
      this.looked = looked;
      const before = fingerprint(looked.main);
      const still = looked.main?.isConnected !== false && !looked.sighting.cues.includes('loading');
      if (still && fingerprint(this.mainNow(looked)) === before) return looked;
      const how = await settle(this.doc, this.watched(), null, this.options.signal, this.patience);
      looked = await lookClosely(this.doc, this.options.now());
      if (how === 'stopped' || how === 'not-settled') break;
    }
    this.looked = looked;
    return looked;
  }

  private rootsOf(): readonly ParentNode[] {
    const root = this.looked?.main?.getRootNode();
    return root instanceof ShadowRoot ? [this.doc, root] : [this.doc];
  }

  /** The table of the last look; a page that replaced it wholesale is watched as a whole. */
  private mainNow(looked: Looked | null): Element | null {
    const main = looked?.main ?? null;
    return main?.isConnected ? main : this.doc.body;
  }

  /** The page number that the pager shows now; the pager is looked for again only where it was drawn anew. */
  private pageNow(roots: readonly ParentNode[], main: Element | null): number | null {
    const pager = this.looked?.pager;
    if (pager === null) return null;
    const same = pager?.root.isConnected ? readPager(pager.name, pager.root) : null;
    return (same ?? findPager(pagerParts(roots), main))?.state.page ?? null;
  }

  private watched(): Watched {
    return {
      now: () => {
        const roots = this.rootsOf();
        const main = this.mainNow(this.looked);
        const page = this.pageNow(roots, main);
        return { content: fingerprint(main), page, roots };
      },
      refuses: async () => endByCue((await lookClosely(this.doc, this.options.now())).sighting) !== null,
    };
  }
}

function isMissing(now: Looked, before: Looked): boolean {
  if (endByCue(now.sighting) !== null || now.sighting.cues.includes('no-records')) return false;
  const rows = (one: Looked): number => one.sighting.tables[one.mainIndex]?.rows.length ?? 0;
  return rows(now) === 0 && rows(before) > 0;
}
