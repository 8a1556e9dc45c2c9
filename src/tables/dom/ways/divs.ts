import { addLines, firstWords, isOwnKind, kindName, type Line, linesBelow, MOST_BOXES } from '../box-rows.ts';
import { type Box, boxesIn, linesOf, underColumns } from '../boxes.ts';
import { cleanText } from '../clean.ts';
import { toFound } from '../found.ts';
import { Grid, plainCell } from '../grid.ts';
import type { Tally } from '../rows.ts';
import { childCountOf, openShadowOf, parentOf } from '../safe.ts';
import { DATE, DAY_NAME, EMPTY_WORDS, FIGURE_LABEL, isFigure, isHeaderWord, isLabel, MONEY_NAME } from '../words.ts';
import { inputsIn, type Looking, type Way } from './way.ts';

const SUM = /^\D{0,4}\d[\d,.\s]*[.,]\d{2,3}(?:[^\d.]|$)/;
const MOST_COLUMNS = 60;
const HIGHEST = 5;

/** Do the parts of this element begin with names of columns, one of them of days or of money? */
function beginsWithNames(el: Element): boolean {
  let names = 0;
  let telling = false;
  let part = el.firstElementChild;
  for (let at = 0; part !== null && at < MOST_COLUMNS; at += 1) {
    const text = firstWords(part);
    if (isFigure(text)) break;
    if (isHeaderWord(text)) names += 1;
    telling ||= DAY_NAME.test(text) || MONEY_NAME.test(text);
    part = part.nextElementSibling;
  }
  return names > 1 && telling;
}

/** Rows below each other without a header: two of one kind, each a line of cells with a day and money in the same places. */
function repeats(el: Element): boolean {
  const [first, one, two = first] = [0, 1, 2].map((at) => el.children[at]);
  if (first === undefined || one === undefined || two === undefined) return false;
  if (kindName(one) !== kindName(two) || beginsWithNames(first)) return false;
  const [a, b] = [boxesIn(one, MOST_COLUMNS), boxesIn(two, MOST_COLUMNS)];
  const both = (shape: RegExp): boolean =>
    a.some((box, at) => [box, b[at]].every((cell) => shape.test(firstWords(cell?.el))));
  return a.length > 2 && a.length === b.length && linesOf(a).length === 1 && both(DATE) && both(SUM);
}

/** Lines of a list with one element for each column: as many cells in each, one below the other, days in one of them. */
function acrossColumns(owner: Element, columns: readonly Box[]): Line[] {
  const stacks = columns.map(({ el }) => boxesIn(el, MOST_BOXES));
  const [stack = []] = stacks;
  return stack.length > 2 &&
    stacks.every(({ length }) => length === stack.length) &&
    stacks.some(([, second]) => DATE.test(firstWords(second?.el)))
    ? stack.map((_, at) => ({ owner, boxes: stacks.flatMap((other) => other[at] ?? []) }))
    : [{ owner, boxes: columns }];
}

const wordsOf = (line: Line | undefined): string[] =>
  line?.boxes.map(({ el }) => cleanText(el.textContent ?? '', 60)) ?? [];
const isName = (text: string): boolean => text === '' || (isLabel(text) && !/\d{3}|\d\.\d/.test(text));

/** The lines of a list that begins with this header, and the part of the page that holds them: the element's own, or those after it. */
async function listFrom(el: Element, looking: Looking, tally: Tally): Promise<[Element, Line[]]> {
  const [line = [], ...more] = linesOf(boxesIn(el, MOST_BOXES));
  const lines = more.length > 0 ? [line, ...more].map((boxes) => ({ owner: el, boxes })) : acrossColumns(el, line);
  const header = wordsOf(lines[0]);
  if (!header.every(isName) || header.filter(isHeaderWord).length < 2 || inputsIn(el).length > 0) return [el, []];
  let up: Element | null = lines.length > 1 ? null : el;
  for (let level = 0; up !== null && level < HIGHEST; level += 1) {
    const after: Element[] = [];
    for (let next = up.nextElementSibling; next !== null; next = next.nextElementSibling) after.push(next);
    const below = await linesBelow(after, line.length, looking, tally);
    up = up.parentElement;
    if (up !== null && below.length > 0) return [up, [...lines, ...below]];
  }
  return [el, lines];
}

/** Titles of columns above rows that are known by their likeness, in whatever language: a line of as many short names, in the list or right before it. */
function titlesAbove(el: Element, width: number): Line | undefined {
  let owner = el.firstElementChild;
  for (let up: Element | null = el, level = 0; owner !== null && level < 4; level += 1) {
    const boxes = boxesIn(owner, MOST_COLUMNS);
    const line = { owner, boxes };
    if (boxes.length === width && linesOf(boxes).length === 1 && wordsOf(line).every(isName)) return line;
    owner = up?.previousElementSibling ?? owner;
    up = parentOf(up ?? el);
  }
  return undefined;
}

/** The portal's own word below a header that there is nothing. */
const saysNothing = (el: Element): string | undefined =>
  [el, el.parentElement]
    .map((above) => cleanText(above?.nextElementSibling?.textContent ?? '', 60))
    .find((text) => text.length < 60 && EMPTY_WORDS.test(text));

/** Do most of these rows bear out that it is a list: with a day, or with a figure below the name of money? */
function isList(header: readonly string[], lines: readonly Line[]): boolean {
  const most = (has: (line: Line) => boolean): boolean => lines.filter(has).length * 2 >= lines.length;
  const money = header.findIndex((name) => MONEY_NAME.test(name));
  // Figures below their labels, once, are a card.
  if (lines.length < 2 && header.every((name) => FIGURE_LABEL.test(name))) return false;
  if (most(({ boxes }) => boxes.some(({ el }) => DATE.test(firstWords(el))))) return lines.length > 0;
  return lines.length > 1 && most(({ boxes }) => isFigure(firstWords(boxes[money]?.el)));
}

/** A line of fewer names right above the titles: groups of columns, each as wide as the titles below it. */
function addGroups(grid: Grid, { owner, boxes }: Line): void {
  const above = owner.previousElementSibling;
  const groups = above === null ? [] : boxesIn(above, boxes.length);
  const words = wordsOf({ owner, boxes: groups });
  const below = underColumns(boxes, groups);
  if (groups.length > 1 && words.every(isName) && below.every(({ length }) => length > 0))
    grid.add(
      words.map((text, at) => plainCell(text, true, below[at]?.length)),
      'head',
    );
}

/** Rows that are alike, below their titles where they have any. */
async function alikeIn(el: Element, looking: Looking, tally: Tally): Promise<[Element, Line[]]> {
  const width = boxesIn(el.children[1] ?? el, MOST_COLUMNS).length;
  const titles = titlesAbove(el, width);
  const rows = await linesBelow([...el.children], width, looking, tally);
  return [el, titles === undefined ? rows : [titles, ...rows]];
}

/** A list drawn with elements that say nothing of themselves (`div`, `li`, `uni-view`), known by its header's words or by its rows' likeness. */
export const divsWay: Way = {
  name: 'div-grid',
  // What a component shows stands in its shadow, whatever was put into it and in which order.
  claims: (el) => childCountOf(el) > 1 && !isOwnKind(el) && (beginsWithNames(el) || repeats(el)) && !openShadowOf(el),
  async read(el, looking) {
    looking.effort -= 20;
    if (looking.effort < 0) return null;
    const tally = { hidden: 0, links: 0 };
    const grid = new Grid();
    const named = beginsWithNames(el);
    const [element, lines] = named ? await listFrom(el, looking, tally) : await alikeIn(el, looking, tally);
    const [head] = lines;
    if (head === undefined) return null;
    const header = wordsOf(head);
    const titled = named || header.every(isName);
    const rows = titled ? lines.slice(1) : lines;
    const nothing = rows.length === 0 && header.length > 2 ? saysNothing(el) : undefined;
    if (nothing === undefined && !isList(titled ? header : [], rows)) return null;
    if (titled) addGroups(grid, head);
    if (titled) await addLines(grid, [head], 'head', looking, tally);
    await addLines(grid, rows, 'body', looking, tally, head.boxes);
    if (nothing !== undefined) grid.add([plainCell(nothing, false, header.length)], 'body');
    const where = looking.where(element);
    return toFound({ element, way: 'div-grid', where, grid, hiddenRows: tally.hidden }, looking.turns);
  },
};
