import type { Day } from '#money/day.ts';
import type { Mark } from '#records/mark.ts';
import { type Recipe, recipeOf } from '#records/recipe.ts';
import type { AccountTerms } from '#records/terms.ts';
import { marksByKey } from '../acts/marks.ts';
import type { CaptureHead, Damage, KeptCheck } from '../book.ts';
import { writeBlocks } from '../codec/blocks.ts';
import { writeOrigins } from '../codec/origins.ts';
import type { AccountRecord } from '../coverage/accounts.ts';
import { figuresOfRows } from '../figures/figures.ts';
import { type DayFigures, type Sheet, withFigures } from '../figures/sheets.ts';
import { type IdMonth, monthOf, place } from '../identity/id-index.ts';
import { groupOf, levelOfKey } from '../identity/identity.ts';

import { type DayBook, type KnownRow, levelsOf } from '../merge/day-books.ts';
import { type Image, type Trace, traceOf, withLost } from '../merge/images.ts';

import type { PlacedRow } from '../merge/merge.ts';
import { lostIn } from '../proof/damage.ts';
import { NO_HASH } from '../proof/proof.ts';
import type { Change, PaperRecord, SeenRecord, Shelf, Tail } from '../shelf.ts';
import type { RowRecord } from './format.ts';
import type { Item } from './items.ts';
import { Refused } from './types.ts';

/** Bytes that are written in one transaction, about. */
const TOGETHER = 8 * 1024 * 1024;
const ROW_BYTES = 150;
const START: Tail = { seq: 0, hash: NO_HASH };

export interface Filled {
  captures: number;
  rows: number;
  marks: number;
  papers: number;
  recipes: number;
  terms: AccountTerms[];
  damage: Damage[];
}

/**
 * Writes a backup into an empty shelf, part by part. Until the last part is written the shelf is marked as being restored: cut off before it, whoever
 * opens the book next empties it again. Throws `Refused` where the backup turns out to be broken, before the last part.
 */
export async function fill(shelf: Shelf, source: AsyncIterable<readonly Item[]>): Promise<Filled> {
  const filler = new Filler(shelf);
  for await (const items of source) {
    for (const item of items) filler.take(item);
    await filler.flush(TOGETHER);
  }
  return filler.end();
}

interface Part {
  days: DayBook[];
  sheets: Sheet[];
  ids: IdMonth[];
  accounts: AccountRecord[];
  captures: CaptureHead[];
  seen: SeenRecord[];
  traces: Trace[];
  marks: Mark[];
  papers: PaperRecord[];
}

const nothing = (): Part => ({
  days: [],
  sheets: [],
  ids: [],
  accounts: [],
  captures: [],
  seen: [],
  traces: [],
  marks: [],
  papers: [],
});

class Filler {
  readonly #shelf: Shelf;
  readonly #filled: Filled = { captures: 0, rows: 0, marks: 0, papers: 0, recipes: 0, terms: [], damage: [] };
  /** What is not yet written, and about how much it is. */
  #part = nothing();
  #bytes = 0;
  readonly #marks = new Map<string, Mark[]>();
  #day: { readonly account: string; readonly day: Day; readonly rows: RowRecord[] } | null = null;
  #month: { readonly account: string; readonly figures: DayFigures[]; readonly placed: PlacedRow[] } | null = null;
  #trace: { readonly line: Extract<Item, { record: 'trace' }>; readonly images: Image[] } | null = null;
  readonly #recipes: Recipe[] = [];
  #head: CaptureHead | null = null;
  /** Captures whose sight is lost, and with it that of all that saw the same. */
  readonly #lost = new Set<number>();
  #tail: Tail | null = null;
  #check: KeptCheck | null = null;
  #whole = false;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  take(item: Item): void {
    if (item.record !== 'row' && item.record !== 'damaged') this.#closeMonth();
    if (item.record !== 'image') this.#closeTrace();
    const { record: _, ...rest } = item;
    switch (item.record) {
      case 'book':
        this.#tail = item.tail;
        break;
      case 'account':
        this.#part.accounts.push(rest as AccountRecord);
        break;
      case 'mark':
        this.#filled.marks += 1;
        this.#part.marks.push(rest as Mark);
        this.#marks.set(item.account, [...(this.#marks.get(item.account) ?? []), rest as Mark]);
        break;
      case 'capture':
        this.#filled.captures += 1;
        this.#head = rest as CaptureHead;
        this.#part.captures.push(this.#head);
        break;
      case 'seen':
        this.#seen(item);
        break;
      case 'row':
        this.#row(rest as RowRecord);
        break;
      case 'damaged':
        this.#damaged(item);
        break;
      case 'trace':
        this.#trace = { line: item, images: [] };
        break;
      case 'image': {
        const { seenIn, ...was } = item.was;
        this.#trace?.images.push({ account: was.account, day: item.day, key: item.key, was, origin: seenIn });
        this.#bytes += ROW_BYTES;
        break;
      }
      case 'paper':
        this.#filled.papers += 1;
        this.#part.papers.push({ sha256: item.sha256, type: item.type, bytes: item.bytes });
        this.#bytes += item.bytes.length;
        break;
      case 'recipe': {
        const recipe = recipeOf(item.recipe);
        if (!recipe.ok) throw new Refused('altered');
        this.#filled.recipes += 1;
        this.#recipes.push(recipe.value);
        break;
      }
      case 'terms':
        this.#filled.terms.push(item.terms);
        break;
      case 'check':
        this.#check = item.check;
        break;
      case 'end':
        this.#whole = true;
    }
  }

  /** Writes what has come together, if it is so much. */
  async flush(from: number): Promise<void> {
    if (this.#bytes < from) return;
    const part = this.#part;
    this.#part = nothing();
    this.#bytes = 0;
    await this.#shelf.commit({ base: START, restoring: true, ...part });
  }

  async end(): Promise<Filled> {
    if (!this.#whole || this.#tail === null) throw new Refused('cut-short');
    const change: Change = {
      base: START,
      tail: this.#tail,
      restoring: false,
      ...this.#part,
      recipes: this.#recipes,
      ...(this.#check ? { check: this.#check } : {}),
    };
    await this.#shelf.commit(change);
    return this.#filled;
  }

  #seen({ seq, seen, lost }: Extract<Item, { record: 'seen' }>): void {
    this.#part.seen.push({ seq, ...seen });
    this.#bytes += seen.bytes.length;
    const head = this.#head;
    if (head?.seq !== seq || !(lost || this.#lost.has(head.sameAs ?? 0))) return;
    this.#lost.add(seq);
    this.#part.captures.push({ ...head, sightLost: true });
    this.#filled.damage.push({ account: head.accounts[0] ?? '', of: 'seen', at: String(seq) });
  }

  #row(row: RowRecord): void {
    const { account, day } = row;
    if (this.#day && (this.#day.account !== account || this.#day.day !== day)) this.#closeDay();
    this.#leaveMonth(row);
    this.#day ??= { account, day, rows: [] };
    this.#day.rows.push(row);
    this.#filled.rows += 1;
    this.#bytes += ROW_BYTES;
  }

  #leaveMonth({ account, day }: { readonly account: string; readonly day: Day }): void {
    const month = this.#month;
    if (month && (month.account !== account || month.figures.some((of) => monthOf(of.day) !== monthOf(day))))
      this.#closeMonth();
  }

  /** A day that was lost before the backup was made is as unreadable in the book that it becomes: never a day without rows. */
  #damaged({ account, day, rows }: Extract<Item, { record: 'damaged' }>): void {
    this.#closeDay();
    this.#leaveMonth({ account, day });
    const lost = { levels: [], rows: [new Uint8Array()], origins: new Uint8Array() };
    this.#part.days.push({ account, day, count: rows, codec: 2, ...lost });
    this.#month ??= { account, figures: [], placed: [] };
    this.#month.figures.push({ day, rows, totals: [] });
    this.#filled.damage.push({ account, of: 'rows', at: day });
  }

  #closeDay(): void {
    if (!this.#day) return;
    const { account, day, rows } = this.#day;
    this.#day = null;
    this.#month ??= { account, figures: [], placed: [] };
    const known: KnownRow[] = rows.map(({ seenIn: _, ...row }) => row);
    // Rows that the same captures saw share one list, which is how the writer of origins finds them quickly.
    const lists = new Map<string, readonly number[]>();
    const origins = rows.map(({ seenIn }) => {
      const name = seenIn.join();
      const list = lists.get(name) ?? seenIn;
      lists.set(name, list);
      return list;
    });
    this.#part.days.push({
      account,
      day,
      count: rows.length,
      codec: 2,
      levels: levelsOf(known),
      rows: writeBlocks(known),
      origins: writeOrigins(origins),
    });
    this.#month.figures.push(figuresOfRows(day, known, marksByKey(this.#marks.get(account) ?? [])));
    for (const row of known) {
      if (levelOfKey(row.key) !== 'id') continue;
      this.#month.placed.push({ account, ledger: row.ledger, group: groupOf(row, 'id'), day, left: null });
    }
  }

  #closeMonth(): void {
    this.#closeDay();
    if (!this.#month) return;
    const { account, figures, placed } = this.#month;
    this.#month = null;
    this.#part.sheets.push(
      ...withFigures(
        [],
        figures.map((of) => ({ account, ...of })),
      ),
    );
    this.#part.ids.push(...place([], placed));
  }

  #closeTrace(): void {
    if (!this.#trace) return;
    const { line, images } = this.#trace;
    this.#trace = null;
    const touched = line.touched.flatMap(({ account, days }) => days.map((day) => ({ account, day })));
    const trace = withLost(traceOf(line.seq, touched, images), line.lost ?? []);
    this.#part.traces.push(trace);
    this.#filled.damage.push(...lostIn(trace));
  }
}
