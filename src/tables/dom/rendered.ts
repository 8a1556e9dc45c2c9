import { isNamedUnseen } from './cell.ts';
import { cleanText, isClean } from './clean.ts';
import type { RawCell } from './grid.ts';
import { type Beside, learn, textsIn, type Way } from './markup.ts';
import { classOf } from './safe.ts';

/** One cell: its text, or its text with its spans; null for a cell that must be read closely. */
export type RenderedCell = string | RawCell | null;

/** Tags that say nothing but how their text looks. */
const WRAPS = 'div,span,p,b,i,em,strong,font';
/** What is no such tag. Empty elements may hold a shadow root. */
const NO_WRAP = `:not(${WRAPS}),[role],:empty`;
/** What may make a cell more than its text. */
const MAY_BE_MORE = `:is(${NO_WRAP}):not(td),[class],[colspan],[rowspan]`;
/** A scrollbar's place at the end of a split header is no column; iView marks it like the hidden original of a fixed column. */
export const NO_COLUMN =
  /(?:^|\s)(?:gutter|ant-table-cell-scrollbar|layui-table-patch|el-table__cell--gutter)(?:$|\s)|^ivu-table-hidden$/;
/** Characters: a row beyond this is no row of a list. */
const LONGEST = 4000;
/** A table with more ways of writing a row writes something of its own into each (an address, an id). */
const MOST_WAYS = 100;
/** Signs of a private font may be an icon. */
const PRIVATE = /[\uE000-\uF8FF]/;

/**
 * Reads rows by the browser's own rendering of each (`innerText`: cells parted by tabs, nothing that is hidden). If that says the very same as the
 * row's source, one question has proved for all cells and all that is in them that they are shown, where asking each element costs most of a
 * reading. What else was seen in one row holds for all with the same markup. The answer is null for a row where anything differs.
 * @param alike no style sheet tells rows with the same markup apart: then one of them is proof for all.
 */
export function renderedRows(alike: boolean): (row: HTMLTableRowElement) => RenderedCell[] | null {
  const ways: Way[] = [];
  let count = 0;
  return (row) => {
    const html = count < MOST_WAYS ? row.outerHTML : '';
    const known = textsIn(ways, html);
    if (known !== null && alike) return cellsOf(known.texts, known.beside);
    // A row without height is hidden, whatever it says.
    if (row.offsetHeight === 0) return null;
    if (known !== null && shownIn(row).map(clean).join('\t') === known.texts.map(clean).join('\t'))
      return cellsOf(known.texts, known.beside);
    const shown = provedIn(row);
    const beside = shown === null ? null : besideIn(row);
    if (shown === null || shown.length !== beside?.length) return null;
    // Where blocks stand one below the other in a cell, another row could write them without a blank between.
    if (known === null && !shown.some((text) => text.includes('\n')) && learn(ways, html, beside)) count += 1;
    return cellsOf(shown, beside);
  };
}

// biome-ignore lint/performance/useDomNodeTextContent: what is rendered is what is asked.
const shownIn = (row: HTMLElement): string[] => row.innerText.split('\t').map((text) => text.trim());

const clean = (text: string): string | null => (isClean(text) ? text : PRIVATE.test(text) ? null : cleanText(text));

function cellsOf(texts: readonly string[], beside: Beside): RenderedCell[] {
  return texts.map((text, at) => {
    const more = beside[at];
    const said = more === null ? null : clean(text);
    return more && said !== null ? { text: said, head: false, colSpan: more.colSpan, rowSpan: more.rowSpan } : said;
  });
}

/** The texts of a row's cells, if each is shown as it stands in the source. */
function provedIn(row: HTMLTableRowElement): string[] | null {
  const { cells } = row;
  // Cells of a table in a cell are parted by tabs too.
  const shown = (row.textContent ?? '').length > LONGEST || row.querySelector('tr') !== null ? [] : shownIn(row);
  if (shown.length < 2 || shown.length !== cells.length || shown.join('') === '') return null;
  return shown.every((text, at) => cleanText(text) === cleanText(cells[at]?.textContent ?? '')) ? shown : null;
}

/** Looks at all elements of a row; null where something else stands between its cells. */
function besideIn(row: HTMLTableRowElement): Beside | null {
  const cells: Beside[number][] = Array.from(row.cells, () => undefined);
  for (const el of row.querySelectorAll(MAY_BE_MORE)) {
    let cell = el;
    while (cell.parentElement !== null && cell.parentElement !== row) cell = cell.parentElement;
    const { cellIndex: at, colSpan, rowSpan } = cell as HTMLTableCellElement;
    if (at === undefined) return null;
    const name = classOf(el);
    const plain =
      el === cell ? el.tagName === 'TD' && !NO_COLUMN.test(name) : !el.matches(NO_WRAP) && !isNamedUnseen(name);
    if (!plain) cells[at] = null;
    else if (cells[at] === undefined && (colSpan !== 1 || rowSpan !== 1)) cells[at] = { colSpan, rowSpan };
  }
  return cells;
}
