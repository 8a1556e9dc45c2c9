/** Height of a row, px; `rows.css` draws it so. */
export const ROW_PX = 34;
/** No element is made taller: Firefox lays out 17.8 million px, Chromium 33.5 million device px, which a zoomed page divides by its zoom. */
const TALLEST_PX = 8_000_000;

/** How many rows there are, and how much of them the window shows, px. */
export interface Extent {
  readonly rows: number;
  readonly view: number;
}

/** Where the scroll bar stands (`top`), and how far into the list the window has moved (`offset`), px. The same, but for a list taller than any element. */
export interface Position {
  readonly top: number;
  readonly offset: number;
}

export const START: Position = { top: 0, offset: 0 };

/** The height that the rows would have. */
const listHeight = (rows: number): number => rows * ROW_PX;

/** The height of the element that gives the scroll bar its length. */
export const spaceHeight = (rows: number): number => Math.min(listHeight(rows), TALLEST_PX);

export const isScaled = (rows: number): boolean => listHeight(rows) > TALLEST_PX;

const farthest = ({ rows, view }: Extent): number => Math.max(0, listHeight(rows) - view);
const lowest = ({ rows, view }: Extent): number => Math.max(0, spaceHeight(rows) - view);
const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** How far into the list the scroll bar points. */
export function offsetAt(top: number, extent: Extent): number {
  if (!isScaled(extent.rows)) return clamp(top, farthest(extent));
  return (clamp(top, lowest(extent)) / lowest(extent)) * farthest(extent);
}

/** Where the scroll bar stands for it. */
export function topAt(offset: number, extent: Extent): number {
  if (!isScaled(extent.rows)) return clamp(offset, lowest(extent));
  return (clamp(offset, farthest(extent)) / farthest(extent)) * lowest(extent);
}

/**
 * The position after the scroll bar has moved. In a list taller than any element a wheel or a finger still moves the rows by as much as it moved,
 * and only a longer way, a drag of the bar, is taken in proportion; either end of the bar is that end of the list.
 */
export function scrolled({ top, offset }: Position, to: number, extent: Extent): Position {
  const end = lowest(extent);
  const step = to - top;
  if (!isScaled(extent.rows) || Math.abs(step) > extent.view || to <= 0 || to >= end - 1) {
    const isEnd = to > 0 && to >= end - 1;
    return { top: to, offset: isEnd ? farthest(extent) : offsetAt(to, extent) };
  }
  return { top: to, offset: clamp(offset + step, farthest(extent)) };
}

/** The rows of which anything shows: first, and one after the last. */
export function shownRows(offset: number, { rows, view }: Extent): { readonly first: number; readonly end: number } {
  const first = Math.min(Math.floor(offset / ROW_PX), Math.max(0, rows - 1));
  return { first, end: Math.min(rows, Math.ceil((offset + view) / ROW_PX)) };
}

/** The offset nearest to this one at which the whole row shows. */
export function offsetShowing(index: number, offset: number, extent: Extent): number {
  const start = index * ROW_PX;
  const most = start + ROW_PX - extent.view;
  return clamp(Math.max(Math.min(offset, start), most), farthest(extent));
}
