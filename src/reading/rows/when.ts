import type { Day } from '#money/day.ts';
import { ok, type Result } from '#money/result.ts';
import type { Column } from '../columns/resolve.ts';
import { instantOf, isClock, type Moment, parseTime } from '../words/dates.ts';
import { zoneNamed } from '../words/zones.ts';
import { type Refusal, refuse } from './figures.ts';
import type { Plan } from './plan.ts';

export interface When {
  readonly day: Day;
  readonly at: string | null;
  readonly settleDay: Day | null;
}

/** Of several columns (交易日, 记账日) the surest that says something in this row. */
const filled = (columns: readonly Column[], cells: readonly string[]): Column | null =>
  columns.find(({ index }) => !blank(cells[index] ?? '')) ?? columns[0] ?? null;

const blank = (text: string): boolean => text.length <= 3 && /^[-－–—/*]{0,3}$/.test(text);

/** Reads when a row happened: from a day, a clock time, an instant, a settlement day, whichever columns the list has. */
export function whenReader(plan: Plan): (cells: readonly string[]) => Result<When, Refusal> {
  const days = plan.columnsOf('day');
  const instants = plan.columnsOf('at');
  const time = plan.first('time');
  const settle = plan.first('settle-day');
  const beside = days.length > 0 || instants.length > 0 || time !== null;

  return (cells) => {
    const dayCell = momentIn(plan, filled(days, cells), cells);
    if (!dayCell.ok) return dayCell;
    const settleCell = momentIn(plan, settle, cells);
    if (!settleCell.ok) return settleCell;

    const atColumn = filled(instants, cells) ?? time;
    const atText = atColumn ? (cells[atColumn.index] ?? '') : '';
    let moment: Moment | null = null;
    let clock: string | null = null;
    if (atColumn && !blank(atText)) {
      if (isClock(atText)) clock = atText;
      else {
        const read = plan.moment(atText);
        if (typeof read !== 'string') moment = read;
        else {
          clock = parseTime(atText);
          if (clock === null) return refuse('bad-day', atColumn, atText);
        }
      }
    }

    const own = dayCell.value ?? moment;
    const day = own?.day ?? settleCell.value?.day ?? null;
    if (day === null) {
      const column = days[0] ?? atColumn ?? settle;
      return refuse('no-day', column, column ? (cells[column.index] ?? '') : '');
    }
    const zone = zoneIn(plan, cells);
    return ok({
      day,
      at: zone === null ? null : instant(zone, own, moment, clock, day),
      settleDay: beside ? (settleCell.value?.day ?? null) : null,
    });
  };
}

/** The row's own clock where a column names one; null if it names one that is not known: then the instant is not known either. */
function zoneIn(plan: Plan, cells: readonly string[]): string | null {
  if (plan.format?.clock === 'unknown') return null;
  const named = plan.clock === null ? '' : (cells[plan.clock] ?? '');
  return named === '' ? plan.zone : zoneNamed(named);
}

function instant(
  zone: string,
  own: Moment | null,
  moment: Moment | null,
  clock: string | null,
  day: Day,
): string | null {
  if (moment !== null && moment.time !== null) return instantOf(moment, zone);
  if (clock !== null) return instantOf({ day, time: clock, at: null }, zone);
  return own === null ? null : instantOf(own, zone);
}

function momentIn(plan: Plan, column: Column | null, cells: readonly string[]): Result<Moment | null, Refusal> {
  if (!column) return ok(null);
  const text = cells[column.index] ?? '';
  if (blank(text)) return ok(null);
  const read = plan.moment(text);
  return typeof read === 'string' ? refuse('bad-day', column, text) : ok(read);
}

/** The day by which something must be paid; null where the row does not say or says it unreadably. */
export function dueOf(plan: Plan, cells: readonly string[]): Result<Day | null, Refusal> {
  const column = plan.first('due');
  if (!column) return ok(null);
  const text = cells[column.index] ?? '';
  if (blank(text)) return ok(null);
  const read = plan.dueMoment(text);
  return typeof read === 'string' ? refuse('bad-day', column, text) : ok(read.day);
}
