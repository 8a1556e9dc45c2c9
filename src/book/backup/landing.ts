import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { isTakenBack, touched } from '../acts/take-back.ts';
import type { CaptureHead } from '../book.ts';
import { movesSince } from '../merge/places.ts';
import { readableRows } from '../proof/damage.ts';
import type { Shelf } from '../shelf.ts';

interface Place {
  readonly day: Day;
  readonly key: string;
}

/** What happened to the rows of each capture of a book since. */
type Moves = ReturnType<typeof movesSince>;

interface Pairs {
  readonly pairs: ReadonlyMap<number, Pair>;
  readonly here: Moves;
  readonly there: Moves;
}

interface Pair {
  readonly there: CaptureHead;
  readonly here: CaptureHead;
}

/** The hash that a capture had in the book it was first read into: by it captures of two books are the same. */
export const firstHash = ({ original, hash }: Pick<CaptureHead, 'original' | 'hash'>): string => original ?? hash;

/**
 * Finds the rows of a backup in this book. Nearly all have the same key in both; one that met another row first has that row's key here, while
 * its own key may be a third row's. So a row is looked for among those that the same capture has shown.
 */
export class Landing {
  readonly #shelf: Shelf;
  readonly #beside: Shelf;
  /** By capture of the backup: where its rows are here. */
  readonly #places = new Map<number, Promise<ReadonlyMap<string, Place>>>();
  #captures: Promise<Pairs> | null = null;

  constructor(shelf: Shelf, beside: Shelf) {
    this.#shelf = shelf;
    this.#beside = beside;
  }

  /** Null where no capture that shows the row is in force here. */
  async find(row: KeptEntry): Promise<Place | null> {
    this.#captures ??= this.#pair();
    const captures = await this.#captures;
    for (const seq of row.seenIn) {
      const pair = captures.pairs.get(seq);
      if (!pair) continue;
      const known = this.#places.get(seq) ?? this.#placesOf(captures, pair);
      this.#places.set(seq, known);
      const place = (await known).get(nameOf(row));
      if (place) return place;
    }
    return null;
  }

  async #pair(): Promise<Pairs> {
    const [own, theirs] = [await this.#shelf.heads(), await this.#beside.heads()];
    const inForce = new Map(own.filter(isInForce).map((head) => [firstHash(head), head]));
    const pairs = new Map<number, Pair>();
    for (const there of theirs) {
      const here = inForce.get(firstHash(there));
      if (here) pairs.set(there.seq, { there, here });
    }
    return { pairs, here: await movesIn(this.#shelf, own), there: await movesIn(this.#beside, theirs) };
  }

  async #placesOf(moves: Pairs, { there, here }: Pair): Promise<ReadonlyMap<string, Place>> {
    const [theirs, ours] = await Promise.all([
      rowsOf(this.#beside, there, moves.there),
      rowsOf(this.#shelf, here, moves.here),
    ]);
    const names = new Set(theirs.map(nameOf));
    const places = new Map<string, Place>();
    const free = new Map<string, Place[]>();
    for (const row of ours) {
      if (names.has(nameOf(row))) places.set(nameOf(row), row);
      else free.set(factOf(row), [...(free.get(factOf(row)) ?? []), row]);
    }
    for (const row of theirs) {
      const place = places.has(nameOf(row)) ? undefined : free.get(factOf(row))?.shift();
      if (place) places.set(nameOf(row), place);
    }
    return places;
  }
}

const isInForce = ({ undoneAt, erasedAt }: CaptureHead): boolean => undoneAt === null && erasedAt === null;

async function movesIn(shelf: Shelf, heads: readonly CaptureHead[]): Promise<Moves> {
  const gone = new Set(heads.filter(isTakenBack).map(({ seq }) => seq));
  return movesSince(await shelf.tracesAfter(0), (seq) => gone.has(seq));
}

/** The rows that a capture has shown. */
async function rowsOf(shelf: Shelf, head: CaptureHead, moves: Moves): Promise<KeptEntry[]> {
  const books = await touched(shelf, head, await shelf.trace(head.seq), moves(head.seq));
  return [...books.values()].flatMap(readableRows).filter(({ seenIn }) => seenIn.includes(head.seq));
}

const nameOf = ({ account, key }: KeptEntry): string => JSON.stringify([account, key]);

const factOf = ({ account, ledger, kind, currency, amount }: KeptEntry): string =>
  JSON.stringify([account, ledger, kind, currency, amount]);
