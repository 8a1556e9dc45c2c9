import type { Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import { isTakenBack, touched } from '../acts/take-back.ts';
import type { CaptureHead } from '../book.ts';
import { undamaged } from '../codec/undamaged.ts';
import { dayKey } from '../identity/day-key.ts';
import { entriesIn } from '../merge/day-books.ts';
import { type Image, readableImages, type Trace } from '../merge/images.ts';
import { type Move, movesSince, placesOf } from '../merge/places.ts';
import { asOfCapture } from '../questions.ts';
import type { Shelf } from '../shelf.ts';

/** One day on which a capture saw or changed rows. */
interface DayAsRead {
  readonly account: string;
  /** As they stood when the capture was the book's last; null where the day cannot be read back. */
  readonly rows: readonly KeptEntry[] | null;
}

/** The captures of a backup, each with the rows that it saw or changed as they stood then, whatever became of them later. */
export class AsRead {
  readonly #shelf: Shelf;
  /** By day key, in the order of the captures: what rows that stand or stood there said before, still packed. */
  readonly #changes: ReadonlyMap<string, readonly Trace[]>;
  /** Rows that captures had moved which were taken back later. */
  readonly #movedBack: readonly Move[];

  private constructor(shelf: Shelf, changes: ReadonlyMap<string, readonly Trace[]>, movedBack: readonly Move[]) {
    this.#shelf = shelf;
    this.#changes = changes;
    this.#movedBack = movedBack;
  }

  static async of(shelf: Shelf): Promise<AsRead> {
    const changes = new Map<string, Trace[]>();
    const traces = await shelf.tracesAfter(0);
    const gone = new Set((await shelf.heads()).filter(isTakenBack).map(({ seq }) => seq));
    for (const trace of traces) {
      for (const images of trace.images) {
        for (const day of new Set([images.day, images.wasDay])) {
          const name = dayKey(images.account, day);
          const part = { seq: trace.seq, touched: [], images: [images] };
          const known = changes.get(name);
          if (known) known.push(part);
          else changes.set(name, [part]);
        }
      }
    }
    return new AsRead(shelf, changes, movesSince(traces, (seq) => gone.has(seq))(Number.POSITIVE_INFINITY));
  }

  /** Nothing of a capture that was taken back. */
  async daysOf(head: CaptureHead): Promise<DayAsRead[]> {
    if (head.undoneAt !== null) return [];
    const trace = await this.#shelf.trace(head.seq);
    const places = trace && placesOf(trace, this.#movedBack);
    const kept = places ? await this.#shelf.days(places) : await touched(this.#shelf, head, null, []);
    return (places ?? [...kept.values()]).map((place) => {
      const book = kept.get(dayKey(place.account, place.day));
      const now = book ? undamaged(() => entriesIn(book)) : [];
      const rows = now && asOfCapture(place, now, head.seq, this.#imagesAfter(head.seq, place));
      return { account: place.account, rows };
    });
  }

  /** What rows said before this capture. */
  async changedBy({ seq }: CaptureHead): Promise<Image[]> {
    const trace = await this.#shelf.trace(seq);
    return trace ? readableImages(trace).images : [];
  }

  #imagesAfter(seq: number, { account, day }: { readonly account: string; readonly day: Day }): Image[] {
    const later = this.#changes.get(dayKey(account, day))?.filter((part) => part.seq > seq) ?? [];
    return later.flatMap((part) => readableImages(part).images);
  }
}
