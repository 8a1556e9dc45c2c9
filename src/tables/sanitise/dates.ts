import { addDays, makeDay } from '#money/day.ts';

/** Most weeks by which a page's days may be moved back. */
export const MOST_WEEKS = 12;

const FULL = /(?<!\d)((?:19|20)\d\d)(\s?[-/.年]\s?)(\d{1,2})(\s?[-/.月]\s?)(\d{1,2})(?!\d)/g;
/** `20261105`, or with the clock behind it. */
const PACKED = /(?<![\dA-Za-z*.,])((?:19|20)\d\d)(\d\d)(\d\d)((?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?(?![\dA-Za-z*.,])/g;
const SHORT = /(?<![\d.,/-])(\d{1,2})(月|[-/.])(\d{1,2})(?=日|\s+\d{1,2}:\d\d)/g;

/** `05-Nov-26`, `民國114年11月05日`: days that are not moved, and must stay days. */
const NAMED =
  /(?<!\d)(?:\d{1,2}[\s-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.,]?[\s-](?:\d{4}|\d{2})|1\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})(?!\d)/gi;

/** Days whose parts could be taken two ways, or that are months only: moving them could change what the page says. */
const UNSURE =
  /(?<!\d)1\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d年:])|(?<!\d)(?:19|20)\d\d\s?[-/.年]\s?(?:0?[1-9]|1[0-2])(?:月(?!\s?\d)|(?![-/.\d月,，]|\s?[-/.月]\s?\d))|\b\d{1,2}[\s-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d{1,2}/i;

export const isUnsure = (text: string): boolean => text.length < 400 && UNSURE.test(text);

/** The first year that a text prints; null where it prints none. */
export function yearIn(text: string): number | null {
  const year = /(?<!\d)(20\d\d)\s?[-/.年]\s?\d/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** What a text holds between its days and times. */
export interface Stretch {
  readonly text: string;
  /** A day, already moved, or a clock time: nothing of it is to be changed. */
  readonly done: boolean;
}

/**
 * Moves every day in a text by whole weeks, so that weekdays, distances and the order of rows stay, and prints it as it was printed.
 * `packed`: eight digits may be a day.
 */
export function moveDays(text: string, weeks: number, year: number, packed: boolean): Stretch[] {
  const found: { at: number; length: number; now: string }[] = [];
  const note = (match: RegExpExecArray, now: string | null): void => {
    if (now === null || found.some(({ at, length }) => match.index < at + length && at < match.index + match[0].length))
      return;
    found.push({ at: match.index, length: match[0].length, now });
  };
  for (const match of text.matchAll(FULL)) {
    const [, y = '', one = '', m = '', two = '', d = ''] = match;
    const moved = move(Number(y), Number(m), Number(d), weeks);
    note(match, moved && `${moved.year}${one}${like(m, moved.month)}${two}${like(d, moved.date)}`);
  }
  if (packed) {
    for (const match of text.matchAll(PACKED)) {
      const [, y = '', m = '', d = '', clock = ''] = match;
      const moved = move(Number(y), Number(m), Number(d), weeks);
      note(match, moved && `${moved.year}${like('00', moved.month)}${like('00', moved.date)}${clock}`);
    }
  }
  for (const match of text.matchAll(SHORT)) {
    const [, m = '', mark = '', d = ''] = match;
    const moved = move(year, Number(m), Number(d), weeks);
    note(match, moved && `${like(m, moved.month)}${mark}${like(d, moved.date)}`);
  }
  for (const match of text.matchAll(NAMED)) note(match, match[0]);
  for (const match of text.matchAll(/(?<!\d)\d{1,2}[:：]\d\d(?:[:：]\d\d(?:\.\d{1,6})?)?(?!\d)/g))
    note(match, match[0]);
  const out: Stretch[] = [];
  let from = 0;
  for (const { at, length, now } of found.sort((a, b) => a.at - b.at)) {
    if (at > from) out.push({ text: text.slice(from, at), done: false });
    out.push({ text: now, done: true });
    from = at + length;
  }
  if (from < text.length) out.push({ text: text.slice(from), done: false });
  return out;
}

const like = (before: string, now: number): string =>
  before.length === 2 ? String(now).padStart(2, '0') : String(now);

function move(year: number, month: number, date: number, weeks: number) {
  const day = makeDay(year, month, date);
  if (!day.ok) return null;
  const [y = 0, m = 0, d = 0] = addDays(day.value, -7 * weeks)
    .split('-')
    .map(Number);
  return { year: y, month: m, date: d } satisfies Record<string, number>;
}
