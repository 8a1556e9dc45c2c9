import {
  firstWords,
  isOwnKind,
  kindName,
  type Line,
  type Lines,
  linesBelow,
  MOST_BOXES,
  readLines,
} from '../box-rows.ts';
import { areBeside, type Box, boxesIn, linesOf } from '../boxes.ts';
import { cleanText } from '../clean.ts';
import { toFound } from '../found.ts';
import { Grid, plainCell, type RawCell } from '../grid.ts';
import { childCountOf, tagOf } from '../safe.ts';
import { DATE, DAY_NAME, EMPTY_WORDS, FIGURE_LABEL, isFigure, isHeaderWord, isLabel, MONEY_NAME } from '../words.ts';
import type { Looking, Way } from './way.ts';

const SUM = /^\D{0,4}\d[\d,]*\.\d\d(?:[^\d.]|$)/;
const INPUTS = 'input:not([type=checkbox], [type=radio]), select, textarea';
const MOST_COLUMNS = 60;
const HIGHEST = 5;

/** Do the parts of this element begin with names of columns, one of them of days or of money? */
function beginsWithNames(el: Element): boolean {
  let names = 0;
  let telling = false;
  let looked = 0;
  for (let part = el.firstElementChild; part !== null && looked < MOST_COLUMNS; part = part.nextElementSibling) {
    looked += 1;
    const text = firstWords(part);
    if (isFigure(text)) break;
    if (isHeaderWord(text)) names += 1;
    telling ||= DAY_NAME.test(text) || MONEY_NAME.test(text);
  }
  return names > 1 && telling;
}

/** Rows below each other without a header: two of one kind, each a line of cells with a day and money in the same places. */
function repeats(el: Element): boolean {
  const [first, one, two = first] = [0, 1, 2].map((at) => el.children[at]);
  if (first === undefined || one === undefined || two === undefined || beginsWithNames(first)) return false;
  if (childCountOf(one) !== childCountOf(two) || kindName(one) !== kindName(two)) return false;
  const [a, b] = [boxesIn(one, MOST_COLUMNS), boxesIn(two, MOST_COLUMNS)];
  const both = (shape: RegExp): boolean =>
    a.some((box, at) => shape.test(firstWords(box.el)) && shape.test(firstWords(b[at]?.el ?? el)));
  return a.length > 2 && a.length === b.length && linesOf(a).length === 1 && both(DATE) && both(SUM);
}

/** Lines of a list with one element for each column: as many cells in each, one below the other, days in one of them. */
function acrossColumns(owner: Element, columns: readonly Box[]): Line[] | null {
  const stacks = columns.map(({ el }) => boxesIn(el, MOST_BOXES));
  const [stack = []] = stacks;
  const even =
    stack.length > 2 && !areBeside(stack[0], stack[1]) && stacks.every(({ length }) => length === stack.length);
  return even && stacks.some(([, second]) => DATE.test(firstWords(second?.el ?? owner)))
    ? stack.map((_, at) => ({ owner, boxes: stacks.flatMap((other) => other[at] ?? []) }))
    : null;
}

/** Where a list stands, the line of its header, and its rows. */
interface Drawn extends Lines {
  readonly element: Element;
  readonly head: Line | undefined;
}

async function drawnFrom(el: Element, looking: Looking): Promise<Drawn | null> {
  if (!beginsWithNames(el)) {
    const width = boxesIn(el.children[1] ?? el, MOST_COLUMNS).length;
    return { element: el, head: undefined, ...(await linesBelow([...el.children], width, looking)) };
  }
  const own = linesOf(boxesIn(el, MOST_BOXES)).map((boxes) => ({ owner: el, boxes }));
  const [head, ...lines] = own.length > 1 ? own : (acrossColumns(el, own[0]?.boxes ?? []) ?? own);
  const width = head?.boxes.length ?? 0;
  if (width < 2 || width > MOST_COLUMNS || el.querySelector(INPUTS) !== null) return null;
  let up: Element | null = lines.length > 0 ? null : el;
  for (let level = 0; up !== null && tagOf(up) !== 'BODY' && level < HIGHEST; level += 1) {
    const after: Element[] = [];
    for (let next = up.nextElementSibling; next !== null; next = next.nextElementSibling) after.push(next);
    const below = await linesBelow(after, width, looking);
    up = up.parentElement;
    if (up !== null && below.lines.length > 0) return { element: up, head, ...below };
  }
  return { element: el, head, lines, hidden: 0 };
}

/** The portal's own word below a header that there is nothing. */
function saysNothing(el: Element | null, level = 0): string {
  if (el === null || level > 1) return '';
  const text = cleanText(el.nextElementSibling?.textContent ?? '', 80);
  return text.length < 60 && EMPTY_WORDS.test(text) ? text : saysNothing(el.parentElement, level + 1);
}

const isName = (text: string): boolean => text === '' || (isLabel(text) && !/\d{3}|\d\.\d/.test(text));

/** Do these rows bear out that it is a list: a day in most of them, or figures below the name of money? */
function isList(header: readonly string[], rows: readonly RawCell[][]): boolean {
  const money = header.findIndex((name) => MONEY_NAME.test(name));
  const days = rows.filter((row) => row.some(({ text }) => DATE.test(text))).length;
  const sums = rows.filter((row) => isFigure(row[money]?.text ?? '')).length;
  return rows.length > 1
    ? Math.max(days, sums) * 2 >= rows.length
    : days > 0 && !header.every((name) => FIGURE_LABEL.test(name));
}

/** A list drawn with elements that say nothing of themselves (`div`, `li`, `uni-view`), known by its header's words or by its rows' likeness. */
export const divsWay: Way = {
  name: 'div-grid',
  claims: (el) => childCountOf(el) > 1 && !isOwnKind(el) && (beginsWithNames(el) || repeats(el)),
  async read(el, looking) {
    looking.effort -= 20;
    const drawn = looking.effort > 0 ? await drawnFrom(el, looking) : null;
    if (drawn === null) return null;
    const { element, head, lines, hidden } = drawn;
    const columns = (head ?? lines[0])?.boxes ?? [];
    const tally = { hidden, links: 0 };
    const [names = []] = head === undefined ? [] : await readLines([head], columns, true, looking, tally);
    const header = names.map(({ text }) => text);
    if (!header.every(isName) || (head !== undefined && header.filter(isHeaderWord).length < 2)) return null;
    const rows = await readLines(lines, columns, false, looking, tally);
    const nothing = rows.length > 0 || header.length < 3 ? '' : saysNothing(el);
    if (nothing !== '') rows.push([plainCell(nothing, false, header.length)]);
    else if (!isList(header, rows)) return null;
    const grid = new Grid();
    if (head !== undefined) grid.add(names, 'head');
    for (const row of rows) grid.add(row, 'body');
    for (const { owner } of head === undefined ? lines : [head, ...lines]) looking.taken.add(owner);
    const where = looking.where(element);
    return toFound({ element, way: 'div-grid', where, caption: null, grid, hiddenRows: tally.hidden });
  },
};
