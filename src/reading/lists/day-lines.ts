import type { Table } from '#records/sighting.ts';
import { parseMoment } from '../words/dates.ts';

const STYLE = { order: null, short: null, period: null } as const;

/**
 * A list that prints the day once, on a line of its own above the rows of that day (`Friday, November 20, 2026`): the same list with a first column
 * of days, and the lines left blank, so that every row keeps its place. Any other table as it is.
 */
export function withDayLines(table: Table): Table {
  const { header, rows } = table;
  const [first] = rows;
  if (header.length < 2 || first === undefined || dayOf(first) === null) return table;
  const next = rows.find((row) => dayOf(row) === null);
  if (next === undefined || next.some((cell) => typeof parseMoment(cell, STYLE, 'UTC') !== 'string')) return table;
  let day = '';
  const dated = rows.map((row) => {
    const said = dayOf(row);
    day = said ?? day;
    return said === null ? [day, ...row] : ['', ...row.map(() => '')];
  });
  return { ...table, header: ['Date', ...header], rows: dated };
}

/** The day of a line that says nothing else. */
function dayOf(row: readonly string[]): string | null {
  const said = new Set(row.filter((cell) => cell !== ''));
  const [text = ''] = said;
  if (said.size !== 1 || text.length > 40 || !/\d/.test(text)) return null;
  const moment = parseMoment(text, STYLE, 'UTC');
  return typeof moment === 'string' || moment.time !== null ? null : moment.day;
}
