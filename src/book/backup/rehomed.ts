import type { Day } from '#money/day.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { Origin } from '../codec/origins.ts';
import type { Homes } from '../merge/homes.ts';
import type { Image } from '../merge/images.ts';

interface Home {
  day: Day;
  key: string;
}

type Named = Home & { readonly account: string };

/**
 * Where the rows of a backup have been put in this book so far, capture by capture: so that a row which the next capture shows as well goes to the
 * same place, whatever it says by then. Nearly all have the same name in both books; only the others are remembered.
 */
export class Rehomed {
  /** Captures of this book that were merged. */
  readonly #merged = new Set<number>();
  /** By the name of a row in the backup. */
  readonly #there = new Map<string, Home>();
  /** By its name here: rows of the backup that met have one home. */
  readonly #here = new Map<string, Home>();

  /** @param images of the capture of the backup that comes next: under which names it left rows that had others */
  renamedThere(images: readonly Image[]): void {
    // All are looked up before any is set: one row may take the name that another leaves.
    const homes = images.filter(isRenamed).map((image) => [image, this.#homeAt(image.was)] as const);
    for (const [image, home] of homes) this.#there.set(nameOf(image), home);
  }

  /**
   * @param seq number here of the capture that was merged
   * @param images rows that it has given other names here
   */
  merged(seq: number, images: readonly Image[]): void {
    this.#merged.add(seq);
    for (const { account, day, key, was } of images.filter(isRenamed)) {
      const home = this.#here.get(nameOf(was)) ?? { day, key };
      if (!this.#there.has(nameOf(was))) this.#there.set(nameOf(was), home);
      this.#here.delete(nameOf(was));
      Object.assign(home, { day, key });
      this.#here.set(nameOf({ account, day, key }), home);
    }
  }

  /** Where the row is here, if any capture that was merged has shown it. */
  find(row: Named): Readonly<Home> {
    return this.#there.get(nameOf(row)) ?? row;
  }

  /** Whether a row of the backup was put where these captures have shown one: rows that it tells apart stay apart. */
  isHome(origin: Origin): boolean {
    return origin.some((seq) => this.#merged.has(seq));
  }

  /** For merging one capture: its rows, each with what it is called in the backup. */
  homesOf(rows: ReadonlyMap<Entry, KeptEntry>): Homes {
    return {
      isHome: (origin) => this.isHome(origin),
      of: (entry) => {
        const row = rows.get(entry);
        // What only this capture has shown has been nowhere; the name may have been another row's.
        return row && row.seenIn.length > 1 ? this.find(row) : null;
      },
      put: (entry, day, key) => {
        const row = rows.get(entry);
        if (!row || (row.day === day && row.key === key && !this.#there.has(nameOf(row)))) return;
        this.#there.set(nameOf(row), this.#shared({ account: row.account, day, key }));
      },
    };
  }

  #homeAt(was: Named): Home {
    return this.#there.get(nameOf(was)) ?? this.#shared(was);
  }

  #shared(place: Named): Home {
    const home = this.#here.get(nameOf(place)) ?? { day: place.day, key: place.key };
    this.#here.set(nameOf(place), home);
    return home;
  }
}

const isRenamed = ({ day, key, was }: Image): boolean => day !== was.day || key !== was.key;

const nameOf = ({ account, day, key }: Named): string => JSON.stringify([account, day, key]);
