import type { Found } from './found.ts';
import { aroundOf, holds } from './safe.ts';
import type { Line } from './survey.ts';

const NUMBER = '([\\d,，]{1,12})';
const SAYINGS: readonly RegExp[] = [
  new RegExp(
    `共\\s*(?:查询到|查到|搜索到|找到|检索到|有|计|为)?\\s*[:：]?\\s*${NUMBER}\\s*(?:[条條笔筆项項件行]|个?记录|rows|records)`,
    'iu',
  ),
  new RegExp(`(?:总共|总计|合计|共计)\\s*[:：]?\\s*${NUMBER}\\s*(?:条|笔|项|行|个?记录)`, 'u'),
  new RegExp(`(?:查询到|查到|找到|检索到)\\s*${NUMBER}\\s*(?:条|笔|项|个?记录)`, 'u'),
  new RegExp(`(?:总记录数|记录总数|[总總][条條笔筆]?[数數])\\s*(?:为|[:：])?\\s*${NUMBER}`, 'u'),
  // Not a date range: in `2025/09/23 ~ 2026/11/23` nothing is counted.
  new RegExp(
    `(?<![\\d/.-])\\d+\\s*(?:-|–|—|~|to|至|到)\\s*[\\d,]+\\s*(?:of|/)\\s*${NUMBER}(?![\\d/]|\\s*pages?)`,
    'iu',
  ),
  new RegExp(`(?<![\\d/.-])\\d+\\s*(?:-|–|—|~|至|到)\\s*[\\d,]+\\s*[,，]?\\s*共\\s*${NUMBER}(?!\\s*[\\d页頁])`, 'u'),
  new RegExp(`\\bof\\s+${NUMBER}\\s+(?:entries|rows|records|results|items|transactions)`, 'iu'),
  new RegExp(`\\btotal\\s*[:：]?\\s*${NUMBER}(?:\\s+(?:entries|rows|records|results|items|transactions)|$)`, 'iu'),
  new RegExp(`^${NUMBER}\\s+(?:entries|rows|records|results|items|transactions)\\b(?!\\s*per)`, 'iu'),
];

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
