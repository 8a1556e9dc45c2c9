import { type Box, boxesIn, isBeside, linesOf, underColumns } from '../boxes.ts';
import { cleanText } from '../clean.ts';
import { toFound } from '../found.ts';
import { Grid, plainCell, type RawCell } from '../grid.ts';
import { countsAsHidden, rawCell, type Tally } from '../rows.ts';
import { attr, boxOf, childCountOf, classOf, firstOf, kindOf, nextOf, tagOf } from '../safe.ts';
import { isUnveiled } from '../show.ts';
import { EMPTY_WORDS, FIGURE_LABEL, isFigure, isHeaderWord, isLabel } from '../words.ts';
import { type Looking, nestedTable, type Way } from './way.ts';

const DAY = /日期|时间|時間|date|time/i;
const MONEY = /金额|金額|手续费|净额|收入|支出|amount|fee|total|debit|credit|gross|\bnet\b/i;
const DAY_SHAPE = /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d/;
const MONEY_SHAPE = /^[-+−]?\s*[¥￥$€£]?\s*[-+−]?\d[\d,]*\.\d\d(?!\d)/;
const TOTAL = /^(?:本页)?(?:合计|小计|总计|(?:sub)?total)/i;
const INPUTS = 'input:not([type=checkbox], [type=radio]), select, textarea';
/** Read by other ways, or with properties that its fields may shadow. */
const NOT_PLAIN = /^(?:TABLE|T?BODY|THEAD|TFOOT|TR|FORM|IFRAME)$/;
const MOST_COLUMNS = 60;
const MOST_BOXES = 100_000;
const HIGHEST = 5;

/** One line of cells, and the element that it is made of. */
interface Line {
  readonly owner: Element;
  readonly boxes: readonly Box[];
}

/** The first words in an element, from few steps down. */
function firstWords(el: Element): string {
  let node: Node | null = firstOf(el);
  for (let step = 0; node !== null && step < 12; step += 1) {
    const text = kindOf(node) === 3 ? (node as Text).data.trim() : '';
    if (text !== '') return text.slice(0, 41);
    node = (kindOf(node) === 1 ? firstOf(node) : null) ?? nextOf(node);
  }
  return '';
}

/** Do the parts of this element begin with names of columns, one of them of days or of money? */
function beginsWithNames(el: Element): boolean {
  let names = 0;
  let telling = false;
  let looked = 0;
  for (let part = el.firstElementChild; part !== null && looked < 40; part = part.nextElementSibling) {
    looked += 1;
    const text = firstWords(part);
    if (isFigure(text)) break;
    if (isHeaderWord(text)) names += 1;
    telling ||= DAY.test(text) || MONEY.test(text);
  }
  return names > 1 && telling;
}

/** What rows of one list, and cells of one column, have in common. */
const kindName = (el: Element): string => `${tagOf(el)} ${classOf(el).trim().split(/\s/, 1)[0]}`;

/** Rows below each other without a header: two of one kind, each a line of cells with a day and money in the same places. */
function repeats(el: Element): boolean {
  const [first, second, third = first] = [0, 1, 2].map((at) => el.children[at]);
  if (second === undefined || third === undefined || first === undefined || beginsWithNames(first)) return false;
  if (childCountOf(second) !== childCountOf(third) || kindName(second) !== kindName(third)) return false;
  const [a, b] = [boxesIn(second, MOST_COLUMNS), boxesIn(third, MOST_COLUMNS)];
  if (a.length < 3 || a.length !== b.length || !a.every((box, at) => at === 0 || isBeside(a[at - 1], box)))
    return false;
  const both = (shape: RegExp): boolean =>
    a.some(({ el: cell }, at) => [cell, b[at]?.el ?? el].every((one) => shape.test(firstWords(one))));
  return both(DAY_SHAPE) && both(MONEY_SHAPE);
}

/** The lines of `width` cells in these parts of the page, in the order in which a person sees them; and how many are hidden. */
async function linesBelow(
  parts: readonly Element[],
  width: number,
  looking: Looking,
): Promise<{ lines: Line[]; hidden: number }> {
  const lines: Line[] = [];
  let hidden = 0;
  let day = -1;
  const open = parts.toReversed();
  for (let el = open.pop(); el !== undefined && looking.effort > 0; el = open.pop()) {
    looking.effort -= 1;
    if ((looking.effort & 31) === 0 && looking.turns.due()) await looking.turns.breathe();
    // How a recycling list parks the rows that it keeps for later.
    if (looking.taken.has(el) || NOT_PLAIN.test(tagOf(el)) || /-9999px/.test(attr(el, 'style') ?? '')) continue;
    if (!isUnveiled(el) || boxOf(el).height === 0) {
      if (getComputedStyle(el).display !== 'contents') {
        let row = el;
        while (childCountOf(row) === 1) row = row.firstElementChild ?? row;
        if (childCountOf(row) === width && countsAsHidden(el)) hidden += 1;
        continue;
      }
    }
    const [one, two] = boxesIn(el, 2);
    if (!isBeside(one, two)) {
      for (let part = el.lastElementChild; part !== null; part = part.previousElementSibling) open.push(part);
      continue;
    }
    for (const boxes of linesOf(boxesIn(el, MOST_BOXES))) {
      const first = lines[0];
      const words = boxes.map((box) => firstWords(box.el));
      if (first === undefined) {
        if (boxes.length !== width || !words.some(isFigure)) continue;
        day = words.findIndex((text) => DAY_SHAPE.test(text));
      } else if (kindName(el) !== kindName(first.owner) && !TOTAL.test(words.join(''))) {
        const alike = boxes.every((box, at) => kindName(box.el) === kindName(first.boxes[at]?.el ?? el));
        if (boxes.length !== width || !alike || (day >= 0 && !DAY_SHAPE.test(words[day] ?? ''))) continue;
      }
      lines.push({ owner: el, boxes });
    }
  }
  const first = lines[0];
  if (first !== undefined && getComputedStyle(first.owner).position === 'absolute')
    lines.sort((a, b) => (a.boxes[0]?.at.top ?? 0) - (b.boxes[0]?.at.top ?? 0));
  return { lines, hidden };
}

/** Lines of a list with one element for each column: as many cells in each, one below the other. */
function acrossColumns(owner: Element, columns: readonly Box[]): Line[] | null {
  const stacks = columns.map((column) => boxesIn(column.el, MOST_BOXES));
  const [stack = []] = stacks;
  if (stack.length < 3 || isBeside(stack[0], stack[1])) return null;
  if (!stacks.every((other) => other.length === stack.length)) return null;
  if (!stacks.some(([, second]) => second !== undefined && DAY_SHAPE.test(firstWords(second.el)))) return null;
  return stack.map((_, at) => ({ owner, boxes: stacks.flatMap((other) => other[at] ?? []) }));
}

/** Elements after this one in its parent. */
function after(el: Element): Element[] {
  const parts: Element[] = [];
  for (let next = el.nextElementSibling; next !== null; next = next.nextElementSibling) parts.push(next);
  return parts;
}

/** Where a list stands, its header and its rows. */
interface Drawn {
  readonly element: Element;
  readonly head: readonly Box[];
  readonly lines: readonly Line[];
  readonly hidden: number;
}

async function drawnFrom(el: Element, looking: Looking): Promise<Drawn | null> {
  if (!beginsWithNames(el)) {
    const width = boxesIn(el.children[1] ?? el, MOST_COLUMNS).length;
    return { element: el, head: [], ...(await linesBelow([...el.children], width, looking)) };
  }
  const own = linesOf(boxesIn(el, MOST_BOXES)).map((boxes) => ({ owner: el, boxes }));
  const [line] = own;
  if (line === undefined || el.querySelector(INPUTS) !== null) return null;
  const [head, ...rest] = own.length > 1 ? own : (acrossColumns(el, line.boxes) ?? own);
  if (head === undefined || head.boxes.length < 2 || head.boxes.length > MOST_COLUMNS) return null;
  const drawn = { element: el, head: head.boxes, lines: rest, hidden: 0 };
  if (rest.length > 0) return drawn;
  let up: Element | null = el;
  for (let level = 0; up !== null && tagOf(up) !== 'BODY' && level < HIGHEST; level += 1) {
    const below = await linesBelow(after(up), head.boxes.length, looking);
    const element: Element | null = up.parentElement;
    if (element !== null && below.lines.length > 0) return { ...drawn, element, ...below };
    up = element;
  }
  return drawn;
}

/** One line as the cells of a row: by their number, or where some are missing, by the columns that they stand below. */
function cellsOf(boxes: readonly Box[], columns: readonly Box[], read: (el: Element) => RawCell): RawCell[] {
  const [only] = boxes;
  if (boxes.length === columns.length) return boxes.map((box) => read(box.el));
  if (boxes.length === 1 && only !== undefined) return [{ ...read(only.el), colSpan: columns.length }];
  return underColumns(boxes, columns).map((several) => {
    const [cell, ...more] = several.map((box) => read(box.el));
    return plainCell(
      [cell, ...more]
        .map((one) => one?.text ?? '')
        .join(' ')
        .trim(),
      false,
    );
  });
}

/** The portal's own word below a header that there is nothing. */
function saysNothing(el: Element): string {
  let up: Element | null = el;
  for (let level = 0; up !== null && level < 2; level += 1) {
    const next: Element | null = up.nextElementSibling;
    const text = next === null ? '' : cleanText(next.textContent ?? '', 80);
    if (text !== '' && text.length < 60 && EMPTY_WORDS.test(text)) return text;
    up = up.parentElement;
  }
  return '';
}

const isName = (text: string): boolean => text === '' || (isLabel(text) && !/\d{3}|\d\.\d/.test(text));

/** Do these rows bear out that it is a list: a day in most of them, or money below its name? */
function isList(header: readonly string[], rows: readonly RawCell[][]): boolean {
  const money = header.findIndex((name) => MONEY.test(name));
  const days = rows.filter((row) => row.some((cell) => DAY_SHAPE.test(cell.text))).length;
  const sums = rows.filter((row) => isFigure(row[money]?.text ?? '')).length;
  if (rows.length < 2) return days > 0 && !header.every((name) => FIGURE_LABEL.test(name));
  return Math.max(days, header.length === 0 ? 0 : sums) * 2 >= rows.length;
}

/** A list drawn with elements that say nothing of themselves (`div`, `li`, `uni-view`), known by its header's words or by its rows' likeness. */
export const divsWay: Way = {
  name: 'div-grid',
  claims: (el) => childCountOf(el) > 1 && !NOT_PLAIN.test(tagOf(el)) && (beginsWithNames(el) || repeats(el)),
  async read(el, looking) {
    if (looking.effort <= 0) return null;
    looking.effort -= 20;
    const drawn = await drawnFrom(el, looking);
    const columns = drawn?.head[0] === undefined ? drawn?.lines[0]?.boxes : drawn.head;
    if (drawn === null || columns === undefined) return null;
    const tally: Tally = { hidden: drawn.hidden, links: 0 };
    const how = { header: false, ghosts: false, nested: nestedTable, noted: tally };
    const read = (head: boolean) => (cell: Element) =>
      rawCell(cell, how, tally, { col: 1, row: 1 }, head) ?? plainCell('', head);
    const head = drawn.head.map((box) => read(true)(box.el));
    const header = head.map((cell) => cell.text);
    if (!header.every(isName) || (head.length > 0 && header.filter(isHeaderWord).length < 2)) return null;
    const rows: RawCell[][] = [];
    for (const { boxes } of drawn.lines) {
      if (looking.turns.due()) await looking.turns.breathe();
      rows.push(cellsOf(boxes, columns, read(false)));
    }
    const nothing = rows.length === 0 && header.length > 2 ? saysNothing(el) : '';
    if (nothing !== '') rows.push([plainCell(nothing, false, header.length)]);
    else if (!isList(header, rows)) return null;
    const grid = new Grid();
    if (head.length > 0) grid.add(head, 'head');
    for (const row of rows) grid.add(row, 'body');
    for (const { owner } of drawn.lines) looking.taken.add(owner);
    if (head.length > 0) looking.taken.add(el);
    return toFound({
      element: drawn.element,
      way: 'div-grid',
      where: looking.where(drawn.element),
      caption: null,
      grid,
      hiddenRows: tally.hidden,
    });
  },
};
