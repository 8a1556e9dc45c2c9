import { boxOf, childCountOf } from './safe.ts';
import { isUnveiled } from './show.ts';

/** An element and where a person sees it. */
export interface Box {
  readonly el: Element;
  readonly at: DOMRect;
}

/** The element itself, or what a wrapper of a single part wraps. */
export function unwrapped(outer: Element): Element {
  let el = outer;
  for (let level = 0; level < 6 && childCountOf(el) === 1; level += 1) el = el.firstElementChild ?? el;
  return el;
}

export const isContents = (el: Element): boolean => getComputedStyle(el).display === 'contents';

/** The shown parts of an element, at most `most`: wrappers of a single part and `display: contents` are looked through. */
export function boxesIn(el: Element, most: number, deepest = 6): Box[] {
  const boxes: Box[] = [];
  let part = unwrapped(el).firstElementChild;
  for (; part !== null && boxes.length < most; part = part.nextElementSibling) {
    if (isUnveiled(part)) boxes.push({ el: part, at: boxOf(part) });
    else if (deepest > 0 && isContents(part)) boxes.push(...boxesIn(part, most, deepest - 1));
  }
  return boxes;
}

/** Do these stand on one line? Columns that stay in view while others scroll may lie over them. */
export const areBeside = (one?: Box, two?: Box): boolean =>
  one !== undefined &&
  two !== undefined &&
  one.at.left !== two.at.left &&
  one.at.top < two.at.bottom - 1 &&
  two.at.top < one.at.bottom - 1;

/** Are these placed by numbers? Then they may stand in any order in the source. */
export const arePlaced = (el: Element | undefined): boolean =>
  el !== undefined && getComputedStyle(el).position === 'absolute';

export const byPlace = (one?: Box, two?: Box): number =>
  one === undefined || two === undefined ? 0 : one.at.top - two.at.top || one.at.left - two.at.left;

/** Boxes of one element as lines, in the order in which a person sees them. */
export function linesOf(boxes: Box[]): Box[][] {
  if (arePlaced(boxes[0]?.el)) boxes.sort(byPlace);
  const lines: Box[][] = [];
  for (const box of boxes) {
    const line = lines.at(-1);
    if (areBeside(line?.at(-1), box)) line?.push(box);
    else lines.push([box]);
  }
  return lines;
}

/** The boxes of a line below the columns of another one, told by their middles; none where a cell is missing. */
export function underColumns(line: readonly Box[], columns: readonly Box[]): Box[][] {
  const cells: Box[][] = columns.map(() => []);
  for (const box of line) {
    const middle = (box.at.left + box.at.right) / 2;
    cells[columns.findLastIndex(({ at }) => at.left - 4 <= middle)]?.push(box);
  }
  return cells;
}
