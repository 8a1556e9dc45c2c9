import { type DateStyle, isClock, parseMoment } from './dates.ts';
import { remembered } from './plain.ts';

const BLANK = 0x20;
const YEAR_FIRST = /^\d{4}-\d{2}-\d{2}$/;

/**
 * `parseMoment` for the cells of one list. Down a list days repeat and clock times do not: a day as `YYYY-MM-DD` is read once for all rows that
 * begin with it, and what a row asks twice is answered once.
 */
export function momentReader(style: DateStyle, zone: string): (text: string) => ReturnType<typeof parseMoment> {
  const known = remembered((text) => parseMoment(text, style, zone));
  let written = '';
  let day = known(written);
  const read = (text: string): ReturnType<typeof parseMoment> => {
    const clock = text.length === 19 && text.charCodeAt(10) === BLANK ? text.slice(11) : '';
    if (!isClock(clock)) return known(text);
    if (written === '' || !text.startsWith(written)) {
      written = text.slice(0, 10);
      day = YEAR_FIRST.test(written) ? known(written) : 'not-a-day';
    }
    return typeof day === 'string' ? known(text) : { day: day.day, time: clock, at: null };
  };
  let last = '';
  let found = read(last);
  return (text) => {
    if (text === last) return found;
    last = text;
    found = read(text);
    return found;
  };
}
