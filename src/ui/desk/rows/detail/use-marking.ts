import { useRef, useState } from 'preact/hooks';
import { countTheSame } from '#book/acts/marks.ts';
import type { Book, BookError, ListedRow } from '#book/book.ts';
import type { Result } from '#money/result.ts';
import type { Mark } from '#records/mark.ts';
import type { TextKey } from '#text/index.ts';
import type { RowsDeeds } from '../deeds.ts';
import { type Refusal, refusalKey } from '../keys.ts';

/** Says something of the row; answers the sentence that says why it was not kept, or null. */
export type Say = (
  change: (book: Book, row: ListedRow) => Promise<Result<Mark | null, Refusal>>,
) => Promise<TextKey | null>;

/** What the merchant says of one row, and the one way to say more: one thing after another, and what is owed follows. */
export function useMarking(deeds: RowsDeeds, opened: ListedRow, marked: () => void) {
  const [mark, setMark] = useState(opened.mark);
  const latest = useRef(mark);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const change: Say = (by) => {
    const done = queue.current.then(async (): Promise<TextKey | null> => {
      try {
        const book = await deeds.book();
        const before = latest.current;
        const said = await by(book, { ...opened, mark: before });
        if (!said.ok) return refusalKey(said.error);
        latest.current = said.value;
        setMark(said.value);
        marked();
        if (countTheSame(before, said.value)) return null;
        const refused: BookError | null = await deeds.refresh();
        return refused === null ? null : 'mark.saved-no-summary';
      } catch {
        return 'mark.failed';
      }
    });
    queue.current = done;
    return done;
  };
  return { mark, change };
}
