import { type DateStyle, isClock, parseMoment } from './dates.ts';
import { remembered } from './plain.ts';

const [BLANK, DASH] = [0x20, 0x2d];

/** `YYYY-MM-DD HH:MM:SS` by its length and signs. */
const isUsual = (text: string): boolean =>
  text.length === 19 && text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH && text.charCodeAt(10) === BLANK;

/**
 * `parseMoment` for the cells of one list. Down a list days repeat and clock times do not: each day is read once, and what a row asks
 * twice is answered once.
 */
export function momentReader(style: DateStyle, zone: string): (text: string) => ReturnType<typeof parseMoment> {
  const known = remembered((text) => parseMoment(text, style, zone));
  const read = (text: string): ReturnType<typeof parseMoment> => {
    const clock = isUsual(text) ? text.slice(11) : '';
    if (!isClock(clock)) return known(text);
    const day = known(text.slice(0, 10));
    return typeof day === 'string' ? known(text) : { day: day.day, time: clock, at: null };
  };
  let last = '';
  let found = read(last);
  return (text) => {
    if (text !== last) [last, found] = [text, read(text)];
    return found;
  };
}
