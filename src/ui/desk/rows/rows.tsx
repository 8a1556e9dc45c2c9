import { useMemo, useState } from 'preact/hooks';
import type { ListedRow } from '#book/book.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import { DamagedDays } from '../damaged-days.tsx';
import { ExportRows } from '../export/export-rows.tsx';
import type { RowsDeeds } from './deeds.ts';
import { Detail } from './detail/detail.tsx';
import { EVERYTHING, type Filter, type FilterForm, type FilterProblem, filterOf, NO_FILTER } from './filter.ts';
import { Filters, shortNameOf } from './filters.tsx';
import { problemKey } from './keys.ts';
import { List } from './list.tsx';
import { newest } from './newest.ts';
import { countOf } from './stretches.ts';
import { Totals } from './totals.tsx';
import { type Listing, useListing } from './use-listing.ts';
import { useRows } from './use-rows.ts';

/** Every row of the book: what to show of it, what that comes to, the list itself, and one row in full. `version` changes when there may be new rows. */
export function Rows({ deeds, version }: { deeds: RowsDeeds; version: string }) {
  const say = useSay();
  const [form, setForm] = useState<FilterForm>(NO_FILTER);
  const [filter, setFilter] = useState(EVERYTHING);
  const [problem, setProblem] = useState<FilterProblem | null>(null);
  const [marked, setMarked] = useState(0);
  const [opened, setOpened] = useState<ListedRow | null>(null);
  const ask = (now: FilterForm) => {
    const asked = filterOf(now);
    setForm(now);
    setProblem(asked.ok ? null : asked.error);
    // What cannot be asked leaves the list as it was.
    if (asked.ok) setFilter(asked.value);
  };
  return (
    <section class="book-rows" aria-labelledby="list-title">
      <h2 id="list-title">{say('list.title')}</h2>
      <Asked
        deeds={deeds}
        filter={filter}
        version={`${version} ${marked}`}
        form={form}
        setForm={ask}
        problem={problem === null ? null : say(problemKey(problem))}
        open={setOpened}
      />
      {opened !== null && (
        <Detail
          key={`${opened.entry.account} ${opened.entry.key}`}
          opened={opened}
          deeds={deeds}
          marked={() => setMarked((count) => count + 1)}
          close={() => setOpened(null)}
        />
      )}
    </section>
  );
}

interface AskedProps {
  readonly deeds: RowsDeeds;
  readonly filter: Filter;
  readonly version: string;
  readonly form: FilterForm;
  readonly setForm: (form: FilterForm) => void;
  readonly problem: string | null;
  readonly open: (row: ListedRow) => void;
}

function Asked({ deeds, filter, version, form, setForm, problem, open }: AskedProps) {
  const say = useSay();
  const { listing, stop } = useListing(deeds, filter, version);
  if (listing === null) return <p class="quiet">{say('desk.loading')}</p>;
  const isEmpty = listing.days.length === 0 && form === NO_FILTER && listing.problem === null;
  if (isEmpty) return <p class="quiet">{say('list.none')}</p>;
  return (
    <>
      <Filters form={form} setForm={setForm} accounts={listing.accounts} terminals={listing.terminals} />
      {problem !== null && (
        <p class="outcome tone-bad" role="alert" data-testid="filter-problem">
          {problem}
        </p>
      )}
      <Answer deeds={deeds} listing={listing} stop={stop} open={open} />
    </>
  );
}

interface AnswerProps {
  readonly deeds: RowsDeeds;
  readonly listing: Listing;
  readonly stop: () => void;
  readonly open: (row: ListedRow) => void;
}

function Answer({ deeds, listing, stop, open }: AnswerProps) {
  const say = useSay();
  const language = useLanguage();
  const { store, stretches, failed, damage } = useRows(deeds, listing);
  const count = countOf(stretches);
  const names = useMemo(() => {
    const isOne = listing.accounts.length < 2 || listing.question.accounts?.length === 1;
    return isOne ? null : new Map(listing.accounts.map((account) => [account.id, shortNameOf(account, language)]));
  }, [listing.accounts, listing.question, language]);
  const isPast = listing.question.asOf !== undefined;
  const openNewest = (row: ListedRow) => void newest(deeds, row, isPast).then(open);
  return (
    <>
      {isPast && (
        <p class="warns" data-testid="list-marks-now">
          {say('list.marks-now')}
        </p>
      )}
      <Totals days={listing.days} />
      <div class="list-line">
        <p class="list-status" role="status" data-testid="list-status" data-count={count}>
          <Status listing={listing} count={count} />
        </p>
        {listing.search?.state === 'running' && (
          <button type="button" class="button small" data-testid="search-stop" onClick={stop}>
            {say('list.stop')}
          </button>
        )}
      </div>
      {count > 0 && (
        <details class="list-export">
          <summary>{say('list.export')}</summary>
          <ExportRows exportOf={deeds.export} question={listing.question} count={count} testId="list-export" />
        </details>
      )}
      <DamagedDays damage={listing.search?.damage ?? damage} />
      {failed && damage.length === 0 && (
        <p class="outcome tone-bad" role="alert">
          {say('list.failed')}
        </p>
      )}
      {count > 0 && <List store={store} count={count} names={names} open={openNewest} />}
    </>
  );
}

function Status({ listing, count }: { listing: Listing; count: number }) {
  const say = useSay();
  const language = useLanguage();
  const { search, problem } = listing;
  if (problem !== null) return <>{say(problem)}</>;
  if (search === null) return <>{count === 1 ? say('list.count-one') : say('list.count', { count: grouped(count) })}</>;
  const words = { day: search.day === null ? '' : dayText(search.day, language), count: grouped(search.found) };
  switch (search.state) {
    case 'running':
      return <>{say(search.day === null ? 'list.search-begins' : 'list.searching', words)}</>;
    case 'stopped':
      return <>{say('list.search-stopped', words)}</>;
    case 'done':
      return <>{say(search.found === 0 ? 'list.nothing-found' : 'list.searched', words)}</>;
  }
}

/** `1,000,000`: a count that long is not read without its commas. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
