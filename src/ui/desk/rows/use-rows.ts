import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Damage, ListedRow, Question } from '#book/book.ts';
import type { RowsDeeds } from './deeds.ts';
import { needsSearch } from './filter.ts';
import { type FetchDay, RowStore } from './row-store.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import type { Listing } from './use-listing.ts';

/** The rows of a listing by their place in it, fetched as they come into sight. */
export function useRows(deeds: RowsDeeds, { question, days, turn }: Listing) {
  const [, draw] = useState(0);
  const [failed, setFailed] = useState(false);
  const [damage, setDamage] = useState<readonly Damage[]>([]);
  const asked = JSON.stringify(question);
  const store = useMemo(() => {
    const fetch = fetchDay(deeds, JSON.parse(asked) as Question, (found) => {
      setDamage((known) => [...known.filter(({ account, at }) => account !== found.account || at !== found.at), found]);
    });
    return new RowStore(fetch, (lost) => {
      setFailed(lost);
      draw((count) => count + 1);
    });
  }, [deeds, asked]);
  const stretches = useMemo(() => stretchesOf(days), [days]);
  store.setStretches(stretches);
  const first = useRef({ store, turn });
  useEffect(() => {
    if (first.current.store === store && first.current.turn !== turn) void store.renew();
    first.current = { store, turn };
  }, [store, turn]);
  return { store, stretches, failed, damage };
}

/** Rows that a search found are searched for again, within their day: only how many they are has been kept. */
function fetchDay(deeds: RowsDeeds, question: Question, isDamaged: (day: Damage) => void): FetchDay {
  return async ({ account, day }: Stretch) => {
    try {
      const book = await deeds.book();
      if (!needsSearch(question)) {
        const rows = await book.day(account, day);
        if (!rows.ok && rows.error === 'damaged') isDamaged({ account, of: 'rows', at: day });
        return rows.ok ? rows.value : null;
      }
      const rows: ListedRow[] = [];
      const found = await book.find({ ...question, accounts: [account], period: { from: day, to: day } }, (some) => {
        rows.push(...some);
        return true;
      });
      return found.ok ? rows : null;
    } catch {
      return null;
    }
  };
}
