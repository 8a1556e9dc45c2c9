import { aroundOf, attr, boxOf, holds, parentOf, tagOf } from '#tables/dom/safe.ts';

/** Rows that stand in the page at one moment of scrolling, in order, each with its place in the whole list: a row number, or pixels from the top. `NaN`: not known. */
export interface RowWindow {
  readonly rows: readonly (readonly string[])[];
  readonly places: readonly number[];
}

/** A list as it stands in the page: the element that is walked, and its rows with the elements they are drawn in. */
export interface Listed {
  readonly main: Element | null;
  readonly rows: readonly (readonly string[])[];
  readonly elements: readonly (Element | undefined)[];
}

/** What has to be scrolled to see more of the list: the nearest box around its rows that scrolls, or the page; null where all of it is in view. */
export function scrollBoxOf({ main, elements }: Listed): Element | null {
  if (main === null) return null;
  const page = main.ownerDocument.scrollingElement;
  const scrolls = (el: Element): boolean => el.clientHeight > 0 && el.scrollHeight > el.clientHeight + 1;
  let at: Element | null = parentOf(elements.find((el) => el !== undefined) ?? main);
  while (at !== null && tagOf(at) !== 'BODY' && at !== page) {
    // Libraries that draw a scroll bar of their own hide the browser's.
    const ways = at !== main && holds(main, at) ? /auto|scroll|overlay|hidden/ : /auto|scroll|overlay/;
    if (scrolls(at) && ways.test(getComputedStyle(at).overflowY)) return at;
    at = aroundOf(at);
  }
  return page !== null && scrolls(page) ? page : null;
}

const numberOf = (row: Element | undefined): number =>
  Number((row && (attr(row, 'aria-rowindex') ?? attr(row, 'row-index'))) ?? Number.NaN);

/** Rows that stay where they are while the list is scrolled: totals at the foot. */
const isPinned = (row: Element | undefined, box: Element): boolean =>
  row !== undefined && (!holds(box, row) || row.closest('tfoot') !== null);

/** What scrolls of the list, each row with its number or else its distance from the list's top; and what stays. */
export function windowOf({ rows, elements }: Listed, box: Element): RowWindow & { readonly pinned: RowWindow['rows'] } {
  const all = rows.map((row, at) => ({ row, el: elements[at], place: numberOf(elements[at]) }));
  const moving = all.filter(({ el }) => !isPinned(el, box));
  if (moving.some(({ place }) => Number.isNaN(place)))
    for (const one of moving) one.place = one.el ? boxOf(one.el).top - topOf(box) : Number.NaN;
  // Recycled rows stand in the page in any order.
  moving.sort((a, b) => a.place - b.place);
  return {
    rows: moving.map(({ row }) => row),
    places: moving.map(({ place }) => place),
    pinned: all.filter((one) => !moving.includes(one)).map(({ row }) => row),
  };
}

/** Where the content of a box begins, seen from the window. */
const topOf = (box: Element): number =>
  boxOf(box).top - (box === box.ownerDocument.scrollingElement ? 0 : box.scrollTop);

/** How much room a list may have below its rows, and above them for its header, before rows must be missing: in heights of a row. */
const SLACK = 1.5;
const HEADER = 5;
/** No library keeps so many rows in the page to show a window. */
const MOST_IN_WINDOW = 1000;

export type Room = 'below' | 'above' | null;

/** Where there is room for more rows than are drawn, if only a window of the list is in the page. */
export function roomOf({ main, elements }: Listed, box: Element | null): Room {
  if (main === null || box === null || elements.length > MOST_IN_WINDOW) return null;
  const moving = elements.flatMap((el) => (el && !isPinned(el, box) ? boxOf(el) : []));
  const first = Math.min(...moving.map(({ top }) => top));
  const last = Math.max(...moving.map(({ bottom }) => bottom));
  const height = (last - first) / moving.length;
  // A box that says nothing else belongs to the list.
  const whole = holds(main, box) || textOf(box) === textOf(main);
  const own = boxOf(main);
  const top = whole ? topOf(box) : own.top;
  const bottom = whole ? top + box.scrollHeight : own.bottom;
  return bottom - last > height * SLACK ? 'below' : first - top > height * HEADER ? 'above' : null;
}

const textOf = (el: Element): string => (el.textContent ?? '').trim();

/** How many rows a grid counts beyond the last one shown, by their numbers (`aria-rowcount`, WAI-ARIA); null where it does not count. */
export function missingOf({ main, elements }: Listed): number | null {
  // What counts inside a table's cells is another list: a long table is not searched for it.
  const inside = main !== null && tagOf(main) !== 'TABLE' ? main.querySelector('[aria-rowcount]') : null;
  const grid = main?.closest('[aria-rowcount]') ?? inside;
  const count = Number(grid?.getAttribute('aria-rowcount'));
  if (!(count > 0)) return null;
  // The last element may be a row of totals, which some grids number anew.
  const last = elements.map(numberOf).reduce((most, at) => (at <= most || Number.isNaN(at) ? most : at), Number.NaN);
  return Math.max(0, count - last);
}
