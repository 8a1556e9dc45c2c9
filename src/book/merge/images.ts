import type { Day } from '#money/day.ts';
import { type Origin, readOrigins, writeOrigins } from '../codec/origins.ts';
import { readRows, writeRows } from '../codec/rows.ts';
import { undamaged } from '../codec/undamaged.ts';
import type { KnownRow } from './day-books.ts';
import type { OpenDay, Slot } from './open-day.ts';

/** What a row said before a capture said something else of it: where it stands now, and all that it was. */
export interface Image {
  readonly account: string;
  readonly day: Day;
  readonly key: string;
  readonly was: KnownRow;
  readonly origin: Origin;
}

/** The images of one capture. Of a row that it changes twice, the first counts. */
export class Images {
  readonly #images = new Map<string, Image>();

  /** To be called before the row changes. */
  keep({ account, day }: OpenDay, { row, origin }: Slot): void {
    const name = nameOf(account, day, row.key);
    if (!this.#images.has(name)) this.#images.set(name, { account, day, key: row.key, was: row, origin });
  }

  /** The row stands elsewhere now, or under another key. */
  moved(keyBefore: string, before: OpenDay, key: string, now: OpenDay): void {
    const name = nameOf(before.account, before.day, keyBefore);
    const image = this.#images.get(name);
    if (!image) return;
    this.#images.delete(name);
    this.#images.set(nameOf(now.account, now.day, key), { ...image, day: now.day, key });
  }

  all(): Image[] {
    return [...this.#images.values()];
  }
}

const nameOf = (account: string, day: Day, key: string): string => `${day}|${account}|${key}`;

/** Everything that is needed to take a capture back: the days whose rows it saw or changed, and what those rows said before. */
export interface Trace {
  readonly seq: number;
  readonly touched: readonly { readonly account: string; readonly days: readonly Day[] }[];
  readonly images: readonly PackedImages[];
}

/** Images of rows that stand under one day now and stood under one day before. */
interface PackedImages {
  readonly account: string;
  readonly day: Day;
  readonly keys: readonly string[];
  readonly wasDay: Day;
  readonly rows: Uint8Array;
  readonly origins: Uint8Array;
}

export function traceOf(
  seq: number,
  days: readonly { readonly account: string; readonly day: Day }[],
  images: readonly Image[],
): Trace {
  const touched = new Map<string, Day[]>();
  for (const { account, day } of days) {
    const list = touched.get(account);
    if (list) list.push(day);
    else touched.set(account, [day]);
  }
  const groups = new Map<string, [Image, ...Image[]]>();
  for (const image of images) {
    const name = `${image.day} ${image.was.day} ${image.account}`;
    const group = groups.get(name);
    if (group) group.push(image);
    else groups.set(name, [image]);
  }
  return {
    seq,
    touched: [...touched].map(([account, of]) => ({ account, days: of })),
    images: [...groups.values()].map((group) => {
      const [first] = group;
      return {
        account: first.account,
        day: first.day,
        keys: group.map(({ key }) => key),
        wasDay: first.was.day,
        rows: writeRows(group.map(({ was }) => was)),
        origins: writeOrigins(group.map(({ origin }) => origin)),
      };
    }),
  };
}

/** The images that can be read back, and on which days the rows stood and stand of which others cannot. */
export function readableImages(trace: Trace): { images: Image[]; lost: { account: string; day: Day; wasDay: Day }[] } {
  const images: Image[] = [];
  const lost: { account: string; day: Day; wasDay: Day }[] = [];
  for (const group of trace.images) {
    const own = undamaged(() => imagesIn({ images: [group] }));
    if (own) images.push(...own);
    else lost.push({ account: group.account, day: group.day, wasDay: group.wasDay });
  }
  return { images, lost };
}

/** A trace of which some images are lost, as they are: never one without them. */
export const withLost = (trace: Trace, lost: ReturnType<typeof readableImages>['lost']): Trace => ({
  ...trace,
  images: [
    ...trace.images,
    ...lost.map((where) => ({ ...where, keys: [''], rows: new Uint8Array(), origins: new Uint8Array() })),
  ],
});

/** Throws `Damaged`. */
export function imagesIn({ images }: Pick<Trace, 'images'>): Image[] {
  return images.flatMap(({ account, day, keys, wasDay, rows, origins }) => {
    const before = readOrigins(origins);
    return readRows(account, wasDay, rows).map((was, at) => ({
      account,
      day,
      key: keys[at] ?? '',
      was,
      origin: before[at] ?? [],
    }));
  });
}
