import { boxOf, childCountOf } from './safe.ts';
import { isUnveiled } from './show.ts';

/** An element and where a person sees it. */
export interface Box {
  readonly el: Element;
  readonly at: DOMRect;
}

/** The shown parts of an element: wrappers of a single part and `display: contents` are looked through. At most `most` parts. */
export function boxesIn(outer: Element, most = 2000): Box[] {
  let el = outer;
  for (let level = 0; level < 6 && childCountOf(el) === 1; level += 1) el = el.firstElementChild ?? el;
  const boxes: Box[] = [];
  for (let part = el.firstElementChild; part !== null && boxes.length < most; part = part.nextElementSibling) {
    if (isUnveiled(part)) boxes.push({ el: part, at: boxOf(part) });
    else if (childCountOf(part) > 0 && getComputedStyle(part).display === 'contents')
      boxes.push(...boxesIn(part, most - boxes.length));
  }
  return boxes;
}

/** Does the second stand to the right of the first, on one line with it? */
export const isBeside = (first: Box | undefined, second: Box | undefined): boolean =>
  first !== undefined &&
  second !== undefined &&
  second.at.left >= first.at.right - 1 &&
  second.at.top <= first.at.bottom &&
  first.at.top <= second.at.bottom;

/** Boxes of one element as lines, as they are painted: what is placed by numbers may stand in any order in the source. */
export function linesOf(boxes: Box[]): Box[][] {
  const first = boxes[0];
  if (first !== undefined && getComputedStyle(first.el).position === 'absolute')
    boxes.sort((a, b) => a.at.top - b.at.top || a.at.left - b.at.left);
  const lines: Box[][] = [];
  for (const box of boxes) {
    const line = lines.at(-1);
    if (isBeside(line?.at(-1), box)) line?.push(box);
    else lines.push([box]);
  }
  return lines;
}

/** The boxes of a line below the columns of another one, told by their middles; empty where there is none. */
export function underColumns(line: readonly Box[], columns: readonly Box[]): Box[][] {
  const cells: Box[][] = columns.map(() => []);
  for (const box of line) {
    const middle = (box.at.left + box.at.right) / 2;
    cells[columns.findLastIndex((column) => column.at.left - 4 <= middle)]?.push(box);
  }
  return cells;
}
