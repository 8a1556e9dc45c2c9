import type { Day } from '#money/day.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { Homes } from '../merge/homes.ts';
import type { Image } from '../merge/images.ts';

interface Home {
  day: Day;
  key: string;
}

type Named = { readonly account: string; readonly day: Day; readonly key: string };

/**
 * Where the rows of a backup have been put in this book so far, capture by capture: so that a row which the next capture shows as well goes to the
 * same place, whatever it says by then.
 */
export class Rehomed {
  /** By the name of a row in the backup. */
  readonly #there = new Map<string, Home>();
  /** By its name here: rows of the backup that met have one home. */
  readonly #here = new Map<string, Home>();

  /** @param images of the capture of the backup that comes next: under which names it left rows that had others */
  renamedThere(images: readonly Image[]): void {
    // All are looked up before any is set: one row may take the name that another leaves.
    const homes = images.map((image) => [image, this.#there.get(nameOf(image.was))] as const);
    for (const [image, home] of homes) if (home) this.#there.set(nameOf(image), home);
  }

  /** @param images of the capture that was merged: rows that have other names here since */
  renamedHere(images: readonly Image[]): void {
    for (const { account, day, key, was } of images) {
      const home = this.#here.get(nameOf(was));
      if (!home || (day === was.day && key === was.key)) continue;
      this.#here.delete(nameOf(was));
      Object.assign(home, { day, key });
      this.#here.set(nameOf({ account, day, key }), home);
    }
  }

  /** Where the row is here; null where none of the captures that were merged has shown it. */
  find(row: Named): Readonly<Home> | null {
    return this.#there.get(nameOf(row)) ?? null;
  }

  /** For merging one capture: its rows, each with what it is called in the backup. */
  homesOf(rows: ReadonlyMap<Entry, KeptEntry>): Homes {
    return {
      isHome: (account, day, key) => this.#here.has(nameOf({ account, day, key })),
      of: (entry) => {
        const row = rows.get(entry);
        // What only this capture has shown has been nowhere; the name may have been another row's.
        return row && row.seenIn.length > 1 ? this.find(row) : null;
      },
      put: (entry, day, key) => {
        const row = rows.get(entry);
        if (row) this.#put(row, day, key);
      },
    };
  }

  #put(row: Named, day: Day, key: string): void {
    const name = nameOf({ account: row.account, day, key });
    const home = this.#here.get(name) ?? { day, key };
    this.#here.set(name, home);
    this.#there.set(nameOf(row), home);
  }
}

const nameOf = ({ account, day, key }: Named): string => JSON.stringify([account, day, key]);
