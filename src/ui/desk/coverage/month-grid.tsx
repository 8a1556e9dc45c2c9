import type { DayCoverage } from '#book/coverage/day-coverage.ts';
import type { Day } from '#money/day.ts';
import { type Say, useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText, monthText } from '#ui/parts/time-text.ts';
import { weeksOf } from './months.ts';
import { SIGNS } from './signs.ts';

interface MonthGridProps {
  readonly month: Day;
  readonly days: ReadonlyMap<Day, DayCoverage>;
  /** Null: not known yet. */
  readonly rows: ReadonlyMap<Day, number> | null;
  readonly chosen: Day;
  readonly choose: (day: Day) => void;
  /** By the arrow keys, from the chosen day. */
  readonly move: (event: KeyboardEvent) => void;
}

/** One month. A day says its state by a sign, by colour, and in words to who hears it. */
export function MonthGrid({ month, days, rows, chosen, choose, move }: MonthGridProps) {
  const say = useSay();
  const language = useLanguage();
  const name = monthText(month, language);
  return (
    <div class="month">
      <h3>{name}</h3>
      <table aria-label={name} data-testid="month" data-month={month.slice(0, 7)}>
        <thead>
          <tr>
            {say('coverage.weekdays')
              .split(' ')
              .map((weekday) => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, at) => {
                const of = day === null ? undefined : days.get(day);
                if (!of) return <td key={`none ${at}`} />;
                const count = rows === null ? null : (rows.get(of.day) ?? 0);
                return (
                  <td key={of.day}>
                    <button
                      type="button"
                      class="day"
                      data-testid="day"
                      data-day={of.day}
                      data-state={of.state}
                      data-rows={count ?? ''}
                      aria-pressed={of.day === chosen}
                      tabIndex={of.day === chosen ? 0 : -1}
                      aria-label={say('day.label', {
                        day: dayText(of.day, language),
                        state: say(`day.${of.state}`),
                        rows: rowsText(count, say),
                      })}
                      onClick={() => choose(of.day)}
                      onKeyDown={move}
                    >
                      <span class="day-date">{Number(of.day.slice(8))}</span>
                      <span class="day-sign">{SIGNS[of.state]}</span>
                      <span class="day-rows">{count === null || count === 0 ? '' : count}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many rows a day has, in words; nothing while that is not known. */
export function rowsText(count: number | null, say: Say): string {
  if (count === null) return '';
  if (count === 0) return say('day.rows-none');
  return count === 1 ? say('day.rows-one') : say('day.rows', { count });
}
