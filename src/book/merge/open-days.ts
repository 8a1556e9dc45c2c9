import type { Day } from '#money/day.ts';
import { dayKey } from '../identity/day-key.ts';
import type { DayBook } from './day-books.ts';
import { OpenDay } from './open-day.ts';

/** The day books that one act works on, each opened once, when it is first asked for. Whatever may be asked for has been fetched before. */
export class OpenDays {
  readonly #kept: Map<string, DayBook>;
  readonly #open = new Map<string, OpenDay>();
  #last: OpenDay | null = null;

  constructor(kept: ReadonlyMap<string, DayBook>) {
    this.#kept = new Map(kept);
  }

  /** More that has been fetched since. */
  fetched(book: DayBook): void {
    this.#kept.set(dayKey(book.account, book.day), book);
  }

  /** Nothing need be fetched to open this day. */
  has(account: string, day: Day): boolean {
    return this.#kept.has(dayKey(account, day));
  }

  /** The day, open; a new one where nothing is kept. Throws `Damaged`. */
  of(account: string, day: Day): OpenDay {
    // Lists are in order of time: nearly every row is of the day of the row before it.
    if (this.#last?.day === day && this.#last.account === account) return this.#last;
    const key = dayKey(account, day);
    let book = this.#open.get(key);
    if (!book) {
      book = new OpenDay(account, day, this.#kept.get(key) ?? null);
      this.#open.set(key, book);
    }
    this.#last = book;
    return book;
  }

  /** All that were opened. */
  all(): OpenDay[] {
    return [...this.#open.values()];
  }
}
