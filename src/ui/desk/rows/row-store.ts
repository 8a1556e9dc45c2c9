import type { ListedRow } from '#book/book.ts';
import { dayKey } from '#book/identity/day-key.ts';
import { type Stretch, stretchAt } from './stretches.ts';

/** Rows kept beside the ones on screen. A day can be larger; it is kept as long as it shows. */
const KEPT_ROWS = 20_000;

/** The rows of one stretch in any order; null where they could not be had. */
export type FetchDay = (stretch: Stretch) => Promise<readonly ListedRow[] | null>;

/** A place in the list: its day is always known, its row once it has been fetched. */
export interface Seat {
  readonly stretch: Stretch;
  readonly row: ListedRow | null;
}

const nameOf = ({ account, day }: Stretch): string => dayKey(account, day);

/** The rows of the days that show, fetched when they come into sight and let go when many others have. */
export class RowStore {
  readonly #fetch: FetchDay;
  readonly #changed: (failed: boolean) => void;
  #stretches: readonly Stretch[] = [];
  /** Least lately seen first. */
  readonly #kept = new Map<string, readonly ListedRow[]>();
  #rows = 0;
  #wanted: readonly Stretch[] = [];
  readonly #failed = new Set<string>();
  #isFetching = false;

  /** @param changed called when there is more to show, or when something could not be fetched */
  constructor(fetch: FetchDay, changed: (failed: boolean) => void) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  setStretches(stretches: readonly Stretch[]): void {
    this.#stretches = stretches;
  }

  seat(index: number): Seat | null {
    const stretch = this.#stretches[stretchAt(this.#stretches, index)];
    if (!stretch) return null;
    return { stretch, row: this.#kept.get(nameOf(stretch))?.[index - stretch.start] ?? null };
  }

  /** These rows show now. Of what was wanted before and is not there yet, only what runs is waited for. */
  want(first: number, end: number): void {
    const wanted: Stretch[] = [];
    for (let at = stretchAt(this.#stretches, first); at >= 0 && at < this.#stretches.length; at += 1) {
      const stretch = this.#stretches[at] as Stretch;
      if (stretch.start >= end) break;
      wanted.push(stretch);
    }
    this.#wanted = wanted;
    for (const stretch of wanted) this.#touch(nameOf(stretch));
    void this.#run();
  }

  /** Lets go of all rows, because the book has changed; those that show are fetched again, and the old ones show until then. */
  async renew(): Promise<void> {
    this.#failed.clear();
    const shown = this.#wanted;
    const found = await Promise.all(shown.map((stretch) => this.#fetch(stretch)));
    for (const name of [...this.#kept.keys()]) this.#drop(name);
    for (const [at, stretch] of shown.entries()) this.#keep(nameOf(stretch), found[at] ?? null);
    this.#changed(found.includes(null));
  }

  async #run(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    for (;;) {
      const missing = this.#wanted.filter((stretch) => {
        const name = nameOf(stretch);
        return !this.#kept.has(name) && !this.#failed.has(name);
      });
      if (missing.length === 0) break;
      const found = await Promise.all(missing.map((stretch) => this.#fetch(stretch)));
      for (const [at, stretch] of missing.entries()) this.#keep(nameOf(stretch), found[at] ?? null);
      this.#trim();
      this.#changed(found.includes(null));
    }
    this.#isFetching = false;
  }

  #keep(name: string, rows: readonly ListedRow[] | null): void {
    if (rows === null) {
      this.#failed.add(name);
      return;
    }
    this.#drop(name);
    this.#kept.set(name, newestFirst(rows));
    this.#rows += rows.length;
  }

  #drop(name: string): void {
    this.#rows -= this.#kept.get(name)?.length ?? 0;
    this.#kept.delete(name);
  }

  #touch(name: string): void {
    const rows = this.#kept.get(name);
    if (!rows) return;
    this.#kept.delete(name);
    this.#kept.set(name, rows);
  }

  #trim(): void {
    const showing = new Set(this.#wanted.map(nameOf));
    for (const name of [...this.#kept.keys()]) {
      if (this.#rows <= KEPT_ROWS) return;
      if (!showing.has(name)) this.#drop(name);
    }
  }
}

/** The latest first; rows without a time of day stand after the others, the last to arrive first. */
export function newestFirst(rows: readonly ListedRow[]): ListedRow[] {
  const timeOf = ({ entry }: ListedRow): string => entry.at ?? '';
  return rows.toReversed().sort((a, b) => {
    const [one, other] = [timeOf(a), timeOf(b)];
    return one === other ? 0 : one < other ? 1 : -1;
  });
}
