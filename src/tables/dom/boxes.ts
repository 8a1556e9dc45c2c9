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

/** In the order in which a person sees them: what is placed by numbers may stand in any order in the source. */
export function inOrder<T>(things: T[], boxOfThing: (thing: T) => Box | undefined, owner?: Element): T[] {
  if (owner === undefined || getComputedStyle(owner).position !== 'absolute') return things;
  const place = (thing: T): number => {
    const at = boxOfThing(thing)?.at;
    return at === undefined ? 0 : at.top * 1e5 + at.left;
  };
  return things.sort((a, b) => place(a) - place(b));
}

/** Boxes of one element as lines. */
export function linesOf(boxes: Box[]): Box[][] {
  const lines: Box[][] = [];
  for (const box of inOrder(boxes, (one) => one, boxes[0]?.el)) {
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
