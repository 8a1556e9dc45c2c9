import { areBeside, arePlaced, type Box, boxesIn, isContents, linesOf, underColumns, unwrapped } from './boxes.ts';
import { plainCell, type RawCell } from './grid.ts';
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

export interface Lines {
  readonly lines: readonly Line[];
  /** Rows that a person does not see. */
  readonly hidden: number;
}

export const MOST_BOXES = 100_000;
const TOTAL = /合计|小计|总计|total/i;
/** Elements that are read by other ways, or whose own properties their fields may shadow. */
export const isOwnKind = (el: Element): boolean => /^(?:TABLE|T?BODY|THEAD|TFOOT|TR|FORM|IFRAME)$/.test(tagOf(el));

/** The first words in an element, from few steps down. */
export function firstWords(el: Element): string {
  let node: Node | null = firstOf(el);
  for (let step = 0; node !== null && step < 12; step += 1) {
    const text = kindOf(node) === 3 ? (node as Text).data.trim() : '';
    if (text !== '') return text.slice(0, 41);
    node = (kindOf(node) === 1 ? firstOf(node) : null) ?? nextOf(node);
  }
  return '';
}

/** What rows of one list, and cells of one column, have in common. */
export const kindName = (el: Element): string => `${tagOf(el)} ${classOf(el).split(' ', 1)[0]}`;

/** The lines of `width` cells in these parts of the page, in the order in which a person sees them. */
export async function linesBelow(parts: readonly Element[], width: number, looking: Looking): Promise<Lines> {
  const lines: Line[] = [];
  let hidden = 0;
  let day = -1;
  /** Is it a row of the list that the first line began? A pager may have as many parts, an opened panel stands between the rows. */
  const belongs = (owner: Element, boxes: readonly Box[]): boolean => {
    const words = boxes.map(({ el }) => firstWords(el));
    const first = lines[0];
    const full = boxes.length === width;
    if (first === undefined) {
      day = words.findIndex((text) => DATE.test(text));
      return full && words.some(isFigure);
    }
    if (kindName(owner) === kindName(first.owner) || words.some((text) => TOTAL.test(text))) return true;
    const alike = full && boxes.every(({ el }, at) => kindName(el) === kindName(first.boxes[at]?.el ?? owner));
    return alike && (day < 0 || DATE.test(words[day] ?? ''));
  };
  const open = parts.toReversed();
  for (let el = open.pop(); el !== undefined && looking.effort > 0; el = open.pop()) {
    looking.effort -= 1;
    if (looking.turns.due()) await looking.turns.breathe();
    // A recycling list parks the rows that it keeps for later far above.
    if (looking.taken.has(el) || isOwnKind(el) || attr(el, 'style')?.includes('-9999px') === true) continue;
    if ((!isUnveiled(el) || boxOf(el).height === 0) && !isContents(el)) {
      if (childCountOf(unwrapped(el)) === width && countsAsHidden(el)) hidden += 1;
      continue;
    }
    const [one, two] = boxesIn(el, 2);
    if (areBeside(one, two)) {
      for (const boxes of linesOf(boxesIn(el, MOST_BOXES))) if (belongs(el, boxes)) lines.push({ owner: el, boxes });
    } else for (let part = el.lastElementChild; part !== null; part = part.previousElementSibling) open.push(part);
  }
  if (arePlaced(lines[0]?.owner)) lines.sort((a, b) => (a.boxes[0]?.at.top ?? 0) - (b.boxes[0]?.at.top ?? 0));
  return { lines, hidden };
}

/** Cells of a line by their number; where some are missing, by the columns that they stand below. */
function cellsOf(boxes: readonly Box[], columns: readonly Box[], read: (box: Box) => RawCell): RawCell[] {
  const cells = boxes.map(read);
  if (cells.length === columns.length) return cells;
  if (cells.length === 1) return cells.map(({ text }) => plainCell(text, false, columns.length));
  return underColumns(boxes, columns).map((below) => plainCell(below.map((box) => read(box).text).join(' '), false));
}

/** Reads lines as rows of cells. */
export async function readLines(
  lines: readonly Line[],
  columns: readonly Box[],
  head: boolean,
  looking: Looking,
  tally: Tally,
): Promise<RawCell[][]> {
  const how = { header: head, ghosts: false, nested: nestedTable, noted: tally };
  const rows: RawCell[][] = [];
  for (const { boxes } of lines) {
    if (looking.turns.due()) await looking.turns.breathe();
    const read = ({ el }: Box): RawCell => rawCell(el, how, tally, { col: 1, row: 1 }, head) ?? plainCell('', head);
    rows.push(cellsOf(boxes, columns, read));
  }
  return rows;
}
