import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountRecord } from '#book/coverage/accounts.ts';
import { lastPublished } from '#book/coverage/at-risk.ts';
import { DAY_STATES, dayCoverage, openRuns } from '#book/coverage/day-coverage.ts';
import { addMonths, type Day, dayAt, earlierOf, laterOf, type Period } from '#money/day.ts';
import { useSay } from '#ui/parts/speak.ts';
import { DayNote } from './day-note.tsx';
import type { CoverageDeeds } from './deeds.ts';
import { isBuyersList, keepingOfList } from './keeping-of.ts';
import { MonthGrid } from './month-grid.tsx';
import { dayFor, monthEnd, monthStart, newestDay } from './months.ts';
import { SIGNS } from './signs.ts';

interface CalendarProps {
  readonly record: AccountRecord;
  readonly list: string;
  readonly deeds: CoverageDeeds;
  readonly version: string;
  readonly now: number;
}

/** Months shown at once. */
const SHOWN = 3;
/** How far back a calendar goes where nothing older was read, in months. */
const BACK = 3;

/** Month grids of one list: each day with its state and its rows. One day at a time can be reached by Tab, the others by the arrow keys. */
export function Calendar({ record, list, deeds, version, now }: CalendarProps) {
  const say = useSay();
  const keeping = useMemo(() => keepingOfList(record, list), [record, list]);
  const today = dayAt(now, keeping.zone);
  const bounds = useMemo(
    () => boundsOf(record, today, keeping.retention.months?.value ?? BACK),
    [record, today, keeping],
  );
  const days = useMemo(
    () => new Map(dayCoverage(record.spans, list, bounds, lastPublished(now, keeping)).map((of) => [of.day, of])),
    [record, list, bounds, now, keeping],
  );
  const runs = useMemo(() => openRuns([...days.values()]), [days]);
  // What was read is to be seen, not months of which nothing is known.
  const [chosen, setChosen] = useState<Day>(() => newestDay(record.spans, list, today));
  const [last, setLast] = useState<Day>(() =>
    earlierOf(laterOf(monthStart(chosen), addMonths(bounds.from, SHOWN - 1)), monthStart(bounds.to)),
  );
  const months = Array.from({ length: SHOWN }, (_, n) => addMonths(last, n + 1 - SHOWN));
  const rows = useRows(deeds, record.id, { from: months[0] ?? last, to: monthEnd(last) }, version);
  const grids = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  const show = (day: Day) => {
    const within = earlierOf(laterOf(day, bounds.from), bounds.to);
    const month = monthStart(within);
    setChosen(within);
    if (month > last) setLast(month);
    else if (month < addMonths(last, 1 - SHOWN)) setLast(addMonths(month, SHOWN - 1));
  };
  // The grid of a month that was not shown before is there only after drawing.
  useEffect(() => {
    if (moved.current) grids.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
    moved.current = false;
  }, [chosen]);

  const move = (event: KeyboardEvent) => {
    const to = dayFor(event.key, chosen);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moved.current = true;
    show(to);
  };
  const page = (by: number) => {
    const to = addMonths(last, by);
    setLast(to);
    const [first, end] = [addMonths(to, 1 - SHOWN), monthEnd(to)];
    // What Tab reaches is to be on the screen.
    if (chosen < first || chosen > end) setChosen(by < 0 ? earlierOf(end, bounds.to) : first);
  };
  const current = days.get(chosen);
  return (
    <div class="calendar">
      <div class="calendar-head">
        <button
          type="button"
          class="button small"
          data-testid="calendar-earlier"
          disabled={addMonths(last, 1 - SHOWN) <= monthStart(bounds.from)}
          onClick={() => page(-SHOWN)}
        >
          {say('coverage.earlier')}
        </button>
        <button
          type="button"
          class="button small"
          data-testid="calendar-later"
          disabled={last >= monthStart(bounds.to)}
          onClick={() => page(SHOWN)}
        >
          {say('coverage.later')}
        </button>
        <Legend />
      </div>
      <div class="calendar-months" ref={grids}>
        {months.map((month) => (
          <MonthGrid key={month} month={month} days={days} rows={rows} chosen={chosen} choose={show} move={move} />
        ))}
      </div>
      <p class="quiet">{say('coverage.keys')}</p>
      {current && (
        <DayNote
          coverage={current}
          rows={rows === null ? null : (rows.get(chosen) ?? 0)}
          run={runs.find(({ from, to }) => from <= chosen && chosen <= to) ?? null}
          provider={record.provider}
          retention={keeping.retention}
          isBuyers={isBuyersList(record, list)}
          today={today}
        />
      )}
    </div>
  );
}

function Legend() {
  const say = useSay();
  return (
    <ul class="legend">
      {DAY_STATES.map((state) => (
        <li key={state} data-state={state}>
          <span class="day-sign" aria-hidden="true">
            {SIGNS[state]}
          </span>{' '}
          {say(`day.${state}`)}
        </li>
      ))}
    </ul>
  );
}

/** From the first month that was read, or that the provider still shows, to the end of this month. */
function boundsOf({ spans }: AccountRecord, today: Day, back: number): Period {
  const froms = spans.flatMap(({ from }) => (from === null ? [] : [from]));
  // A misread year must not make a calendar of centuries.
  const oldest = addMonths(today, -120);
  const first = [addMonths(today, -back), ...froms].reduce(earlierOf);
  return { from: monthStart(laterOf(first, oldest)), to: monthEnd(today) };
}

/** Rows by day of these months; null until they are there: those of other months say nothing of these. */
function useRows(
  deeds: CoverageDeeds,
  account: string,
  { from, to }: Period,
  version: string,
): ReadonlyMap<Day, number> | null {
  const [got, setGot] = useState<{ of: string; rows: ReadonlyMap<Day, number> | null } | null>(null);
  const of = `${account} ${from} ${to}`;
  useEffect(() => {
    let current = true;
    deeds.rows(account, { from, to }).then(
      (answer) => current && setGot({ of, rows: typeof answer === 'string' ? null : answer }),
      () => current && setGot({ of, rows: null }),
    );
    return () => {
      current = false;
    };
  }, [deeds, account, from, to, of, version]);
  return got?.of === of ? got.rows : null;
}
