import {
  areBeside,
  arePlaced,
  type Box,
  boxesIn,
  byPlace,
  isContents,
  linesOf,
  underColumns,
  unwrapped,
} from './boxes.ts';
import { type Grid, plainCell, type RawCell, type Section } from './grid.ts';
import { countsAsHidden, rawCell, type Tally } from './rows.ts';
import { attr, boxOf, childCountOf, classOf, firstOf, kindOf, nextOf, tagOf } from './safe.ts';
import { isUnveiled } from './show.ts';
import { type Looking, nestedTable } from './ways/way.ts';
import { DATE, isFigure } from './words.ts';

/** One line of cells, and the element that it is made of. */
export interface Line {
  readonly owner: Element;
  readonly boxes: readonly Box[];
}

export const MOST_BOXES = 100_000;
const TOTAL = /合计|小计|总计|total/i;
/** Elements that are read by other ways (tables and their parts), or whose properties their fields may shadow. */
export const isOwnKind = (el: Element): boolean => /^(?:T|FORM|IFR)/.test(tagOf(el));

/** The first words in an element, from few steps down. */
export function firstWords(el: Element | undefined): string {
  let node: Node | null = el === undefined ? null : firstOf(el);
  for (let step = 0; node !== null && step < 12; step += 1) {
    const text = kindOf(node) === 3 ? (node as Text).data.trim() : '';
    if (text !== '') return text.slice(0, 41);
    node = firstOf(node) ?? nextOf(node);
  }
  return '';
}

/** What rows of one list, and cells of one column, have in common. */
export const kindName = (el: Element): string => `${tagOf(el)} ${classOf(el).split(' ', 1)[0]}`;

const wordsOf = ({ boxes }: Line): string[] => boxes.map(({ el }) => firstWords(el));

/** Is this a row of the list that `first` began? A pager may have as many parts, an opened panel stands between the rows. */
function belongs(line: Line, first: Line): boolean {
  const words = wordsOf(line);
  if (kindName(line.owner) === kindName(first.owner) || words.some((text) => TOTAL.test(text))) return true;
  if (line.boxes.length !== first.boxes.length) return false;
  return line.boxes.every(({ el }, at) => {
    const other = first.boxes[at]?.el ?? line.owner;
    return kindName(el) === kindName(other) && (!DATE.test(firstWords(other)) || DATE.test(words[at] ?? ''));
  });
}

/** The lines of `width` cells in these parts of the page, in the order in which a person sees them. Hidden rows are counted. */
export async function linesBelow(
  parts: readonly Element[],
  width: number,
  looking: Looking,
  tally: Tally,
): Promise<Line[]> {
  const lines: Line[] = [];
  const open = parts.toReversed();
  for (let el = open.pop(); el !== undefined && looking.effort > 0; el = open.pop()) {
    looking.effort -= 1;
    if (looking.turns.due()) await looking.turns.breathe();
    // A recycling list parks the rows that it keeps for later far above.
    if (looking.taken.has(el) || isOwnKind(el) || attr(el, 'style')?.includes('-9999px')) continue;
    if ((!isUnveiled(el) || boxOf(el).height === 0) && !isContents(el)) {
      if (childCountOf(unwrapped(el)) === width && countsAsHidden(el)) tally.hidden += 1;
    } else if (areBeside(...boxesIn(el, 2))) {
      for (const boxes of linesOf(boxesIn(el, MOST_BOXES))) {
        const line = { owner: el, boxes };
        const [first] = lines;
        if (first === undefined ? boxes.length === width && wordsOf(line).some(isFigure) : belongs(line, first))
          lines.push(line);
      }
    } else for (let part = el.lastElementChild; part !== null; part = part.previousElementSibling) open.push(part);
  }
  if (arePlaced(lines[0]?.owner)) lines.sort((a, b) => byPlace(a.boxes[0], b.boxes[0]));
  return lines;
}

/** Cells of a line by their number; where some are missing, by the columns that they stand below. */
function cellsOf(boxes: readonly Box[], columns: readonly Box[], read: (box: Box) => RawCell): RawCell[] {
  const cells = boxes.map(read);
  if (cells.length === columns.length) return cells;
  if (cells.length === 1) return cells.map(({ text }) => plainCell(text, false, columns.length));
  return underColumns(boxes, columns).map((below) => plainCell(below.map((box) => read(box).text).join(' '), false));
}

/** Reads lines as rows below these columns, and marks what they are made of as read. */
export async function addLines(
  grid: Grid,
  lines: readonly Line[],
  section: Section,
  looking: Looking,
  tally: Tally,
  columns = lines[0]?.boxes ?? [],
): Promise<void> {
  const head = section === 'head';
  const how = { header: head, ghosts: false, nested: nestedTable, noted: tally };
  const read = ({ el }: Box): RawCell => rawCell(el, how, tally, { col: 1, row: 1 }, head) ?? plainCell('', head);
  for (const { owner, boxes } of lines) {
    if (looking.turns.due()) await looking.turns.breathe();
    grid.add(cellsOf(boxes, columns, read), section, owner);
    looking.taken.add(owner);
  }
}
