import type { Book, BookError, Question } from '#book/book.ts';

/** What the list of rows cannot do by itself. */
export interface RowsDeeds {
  /** The book; fetched at its first use. */
  readonly book: () => Promise<Book>;
  /** Works out anew what is owed, because what the merchant said of a row changes what counts; null where it could. */
  readonly refresh: () => Promise<BookError | null>;
  /** Saves the rows that the list shows; without it none is offered. */
  readonly exportView?: (question: Question) => void;
}
