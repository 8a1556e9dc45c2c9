import type { Found } from './found.ts';
import { aroundOf, holds } from './safe.ts';
import type { Line } from './survey.ts';

const NUMBER = '([\\d,，]{1,12})';
const THINGS = '(?:entries|rows|records|results|items|transactions)';
const SAYINGS: readonly RegExp[] = [
  `(?:共计?|[总合]计|[查询找索]到)\\s*(?:\\S{0,2}到|有|为)?\\s*[:：]?\\s*${NUMBER}\\s*(?:[条條笔筆項项件行]|个?记录|${THINGS})`,
  `(?:总记录|记录总|[总總][条條笔筆]?)[数數]\\s*(?:为|[:：])?\\s*${NUMBER}`,
  // Not a date range: in `2025/09/23 ~ 2026/11/23` nothing is counted.
  `(?<![\\d/.-])\\d+\\s*(?:-|–|—|~|to|至|到)\\s*[\\d,]+\\s*(?:of|/|[,，]?\\s*共)\\s*${NUMBER}(?![\\d/页頁]|\\s*(?:pages?|[页頁]))`,
  `(?:\\bof|\\btotal\\s*[:：]?|^|[(（])\\s*${NUMBER}\\s+${THINGS}\\b(?!\\s*per)`,
  `\\btotal\\s*[:：]?\\s*${NUMBER}$`,
].map((saying) => new RegExp(saying, 'iu'));

/** Total rows (合计, 小计, a foot of several lines) stand among the rows and are not counted by the portal. */
const MOST_TOTAL_ROWS = 6;

/** How many rows the whole list has, in the words of a line near it; null where the line says nothing of the kind. */
export function statedIn(text: string): number | null {
  for (const saying of SAYINGS) {
    const number = saying.exec(text)?.[1]?.replace(/[,，]/g, '');
    if (number !== undefined && /^\d+$/.test(number)) return Number(number);
  }
  return null;
}

/**
 * Gives each count to the table it speaks of: the nearest in the page's structure, then in reading order. A count below what the table shows
 * speaks of something else (a page's own rows, another list), except that total rows may stand beside the counted ones.
 */
export function giveStated(found: readonly Found[], lines: readonly Line[]): Map<Found, number> {
  const given = new Map<Found, number>();
  const lists = found.filter((one) => one.table.way !== 'key-value' && one.table.way !== 'vertical-table');
  for (const line of lines) {
    const count = statedIn(line.text);
    if (count === null) continue;
    const able = lists.filter(
      (one) => count >= one.table.rows.length - MOST_TOTAL_ROWS && (count > 0 || one.table.rows.length === 0),
    );
    const best = nearest(line, able, found);
    if (best === null) continue;
    const before = given.get(best);
    if (before === undefined || count > before) given.set(best, count);
  }
  return given;
}

function nearest(line: Line, able: readonly Found[], all: readonly Found[]): Found | null {
  let scope: Element | null = line.element;
  for (let level = 0; scope !== null && level < 40; level += 1) {
    const here = scope;
    const inside = able.filter((one) => holds(here, one.element));
    if (inside.length > 0) {
      // Of several in one part of the page: the one just before the count, else the first after it.
      const before = inside.filter((one) => all.indexOf(one) < line.after);
      return before.at(-1) ?? inside[0] ?? null;
    }
    scope = aroundOf(scope);
  }
  return able.length === 1 ? (able[0] ?? null) : null;
}
