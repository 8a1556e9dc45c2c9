import { useEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '#book/book.ts';
import type { Account } from '#records/capture.ts';
import type { TextKey } from '#text/index.ts';
import type { RowsDeeds } from './deeds.ts';
import { type Filter, needsSearch, questionOf } from './filter.ts';
import { type Search, search } from './search.ts';
import type { DayOfAccount } from './stretches.ts';

/** What the list shows, and what can be asked for. */
export interface Listing {
  readonly question: Question;
  readonly days: readonly DayOfAccount[];
  /** Null where the book's figures answered without a search. */
  readonly search: Search | null;
  readonly problem: TextKey | null;
  readonly accounts: readonly Account[];
  readonly terminals: readonly string[];
  /** Counts up when the rows behind the same days may have changed. */
  readonly turn: number;
}

interface Asked {
  readonly listing: Listing | null;
  readonly stop: () => void;
}

/**
 * The days that answer a filter, with what their rows come to. Asked again whenever `version` changes; what was shown stays until the new answer is whole.
 */
export function useListing(deeds: RowsDeeds, filter: Filter, version: string): Asked {
  const [listing, setListing] = useState<Listing | null>(null);
  const running = useRef(new AbortController());
  const shown = useRef<Filter | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    running.current = stop;
    const isNew = shown.current !== filter;
    let current = true;
    const show = (next: Omit<Listing, 'turn'>) => {
      if (!current) return;
      if (next.search?.state !== 'running') shown.current = filter;
      setListing((old) => ({ ...next, turn: (old?.turn ?? 0) + 1 }));
    };
    const grow = (days: readonly DayOfAccount[], search: Search) => {
      if (current && search.state !== 'running') shown.current = filter;
      if (current) setListing((old) => (old === null ? old : { ...old, days, search }));
    };
    ask(deeds, filter, isNew, stop.signal, show, grow).catch(() => {
      if (current) setListing((old) => ({ ...(old ?? NOTHING), problem: 'list.failed' }));
    });
    return () => {
      current = false;
      stop.abort();
    };
  }, [deeds, filter, version]);
  return { listing, stop: () => running.current.abort() };
}

const NOTHING: Listing = { question: {}, days: [], search: null, problem: null, accounts: [], terminals: [], turn: 0 };

async function ask(
  deeds: RowsDeeds,
  filter: Filter,
  isNew: boolean,
  signal: AbortSignal,
  show: (listing: Omit<Listing, 'turn'>) => void,
  grow: (days: readonly DayOfAccount[], search: Search) => void,
): Promise<void> {
  const book = await deeds.book();
  const [figures, accounts] = [await book.figures(), await book.accounts()];
  const heads = filter.asOf === null ? null : await book.captures();
  for (const asked of [figures, accounts, heads]) {
    if (asked !== null && !asked.ok) return show({ ...NOTHING, problem: `book.${asked.error}` });
  }
  if (!figures.ok || !accounts.ok) return;
  const choices = { accounts: accounts.value, terminals: terminalsIn(figures.value), problem: null };
  const question = questionOf(filter, heads?.ok ? heads.value : []);
  if (question === null) {
    return show({ ...choices, question: filter.question, days: [], search: null, problem: 'list.nothing-then' });
  }
  if (!needsSearch(question)) {
    const { accounts: wanted, period } = question;
    const days = figures.value.filter(
      ({ account, day }) =>
        (wanted === undefined || wanted.includes(account)) &&
        (period === undefined || (day >= period.from && day <= period.to)),
    );
    return show({ ...choices, question, days, search: null });
  }
  // The answer to the same question as before is swapped in whole: the list would else jump under the merchant's eyes.
  if (isNew) show({ ...choices, question, days: [], search: { day: null, found: 0, state: 'running', damage: [] } });
  const searched = await search(book, question, signal, isNew ? grow : () => undefined);
  if (typeof searched === 'string') return show({ ...choices, question, days: [], search: null, problem: searched });
  if (isNew) grow(searched.days, searched.search);
  else if (searched.search.state === 'done') show({ ...choices, question, ...searched });
}

function terminalsIn(days: readonly DayOfAccount[]): string[] {
  const terminals = new Set<string>();
  for (const { totals } of days) for (const { terminal } of totals) if (terminal !== null) terminals.add(terminal);
  return [...terminals].sort();
}
