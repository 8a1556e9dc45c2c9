import { firstReadable } from '#book/coverage/at-risk.ts';
import type { DayCoverage } from '#book/coverage/day-coverage.ts';
import { addMonths, type Day, laterOf, type Period } from '#money/day.ts';
import type { Fact, Retention } from '#records/provider.ts';
import { Gaps } from '#ui/parts/gaps.tsx';
import { portalName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import { rowsText } from './month-grid.tsx';
import { toRead } from './to-read.ts';

interface DayNoteProps {
  readonly coverage: DayCoverage;
  /** Null: not known yet. */
  readonly rows: number | null;
  /** The days around it that are missing, too. */
  readonly run: Period | null;
  readonly provider: string;
  readonly retention: Retention;
  /** The bill of someone who buys: exported in an app, not read on a portal. */
  readonly isBuyers: boolean;
  readonly today: Day;
}

/** One day in words: its state, why it is no better, and what to do about it until when. */
export function DayNote({ coverage, rows, run, provider, retention, isBuyers, today }: DayNoteProps) {
  const say = useSay();
  const language = useLanguage();
  const { day, state, gaps, early } = coverage;
  return (
    <div class="panel day-note" data-testid="day-note" data-state={state}>
      <h3>
        {dayText(day, language)}
        <span class="quiet"> {rowsText(rows, say)}</span>
      </h3>
      <p>{say(state === 'part' && early ? 'day.note.early' : `day.note.${state}`)}</p>
      {state === 'part' && !early && <Gaps gaps={gaps} />}
      {run !== null && (
        <ToDo day={day} run={run} provider={provider} retention={retention} isBuyers={isBuyers} today={today} />
      )}
    </div>
  );
}

type ToDoProps = Pick<DayNoteProps, 'provider' | 'retention' | 'isBuyers' | 'today'> & {
  readonly day: Day;
  readonly run: Period;
};

function ToDo({ day, run, provider, retention, isBuyers, today }: ToDoProps) {
  const say = useSay();
  const language = useLanguage();
  const { months, longestDays } = retention;
  const until = months ? addMonths(day, months.value) : null;
  if (until !== null && until < today) return <p>{say('day.lost', { until: dayText(until, language) })}</p>;
  const oldest = months ? laterOf(run.from, firstReadable(today, months.value)) : run.from;
  const { from, to } = toRead({ from: oldest, to: run.to }, day, longestDays?.value ?? null);
  const params = {
    provider: portalName(provider, language),
    from: dayText(from, language),
    to: dayText(to, language),
  };
  return (
    <p data-testid="day-do" data-from={from} data-to={to}>
      {say(`${from === to ? 'day.do-one' : 'day.do'}${isBuyers ? '-buyer' : ''}`, params)}{' '}
      {longestDays && say('day.at-once', { days: longestDays.value })}
      <Doubt fact={longestDays} /> {until !== null && say('day.until', { until: dayText(until, language) })}
      <Doubt fact={months} />
    </p>
  );
}

/** A fact that is not the provider's own is told with its doubt. */
function Doubt({ fact }: { fact: Fact | undefined }) {
  const say = useSay();
  if (!fact || fact.confidence === 'official') return null;
  return <span class="quiet"> ({say(`keeping.${fact.confidence}`)})</span>;
}
