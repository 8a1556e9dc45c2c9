import { isNamedUnseen } from './cell.ts';
import { cleanText } from './clean.ts';
import type { RawCell } from './grid.ts';
import { attr, classOf } from './safe.ts';

/** One cell: its text, or its text with its spans; null for a cell that must be read closely. */
export type RenderedCell = string | RawCell | null;

/** The markup of a row without its texts, and what was learned from a row that is written so. */
interface Pattern {
  readonly tags: readonly string[];
  /** For each cell the spans; null for a cell that must be read closely, undefined where there is nothing to say. */
  readonly cells: readonly (Pick<RawCell, 'colSpan' | 'rowSpan'> | null | undefined)[];
}

/** Tags that say nothing but how their text looks. */
const WRAPS = 'div,span,p,b,i,em,strong,font';
/** What may make a cell more than its text. Empty elements may hold a shadow root. */
const MAY_BE_MORE = `:not(td,${WRAPS}),[class],[colspan],[rowspan],:is([role],:empty):not(td)`;
/** A scrollbar's place at the end of a split header is no column; iView marks it like the hidden original of a fixed column. */
export const NO_COLUMN =
  /(?:^|\s)(?:gutter|ant-table-cell-scrollbar|layui-table-patch|el-table__cell--gutter)(?:$|\s)|^ivu-table-hidden$/;
/** Characters: a row beyond this is no row of a list, and no cell within it is too long. */
const LONGEST = 4000;
/** A table with more patterns writes something of its own into each row (an address, an id): then there is no pattern. */
const MOST_PATTERNS = 100;
/** Tags side by side. A browser writes every value of an attribute between double quotes. */
const TAGS = /(?:<(?:[^<>"]|"[^<>"]*")*>)+/g;
/** Signs of a private font may be an icon. */
const PRIVATE = /[\uE000-\uF8FF]/;
/** Beyond ASCII, Han and the signs that stand beside them: may be no sign at all. */
const MAY_NEED_CLEANING = / {2}|[^\t\n -~¥×–—…、-〗\u4E00-\u9FFF！-～￥]/;

/**
 * Reads rows by the browser's own rendering of each (`innerText`: cells parted by tabs, nothing that is hidden). If that says the very same as the
 * row's source, one question has proved for all cells and all that is in them that they are shown, where asking each element costs most of a
 * reading. What else the elements of a row say is looked at once for all rows with the same markup. Null for a row where anything differs.
 */
export function renderedRows(): (row: HTMLTableRowElement) => RenderedCell[] | null {
  const patterns = new Map<number, Pattern[]>();
  let count = 0;
  const patternOf = (row: HTMLTableRowElement, sourceLength: number): Pattern | null => {
    if (count > MOST_PATTERNS) return patternFrom(row, '');
    const html = row.innerHTML;
    const alike = patterns.get(html.length - sourceLength);
    const known = alike?.find(({ tags }) => isWritten(html, tags));
    if (known !== undefined) return known;
    const pattern = patternFrom(row, html);
    if (pattern === null || pattern.tags.length === 0) return pattern;
    count += 1;
    if (alike === undefined) patterns.set(html.length - sourceLength, [pattern]);
    else alike.push(pattern);
    return pattern;
  };
  return (row) => {
    const source = row.textContent ?? '';
    const texts = source.length > LONGEST ? null : textsOf(row, source);
    // A row without height is hidden, whatever it says.
    const pattern = texts === null || row.offsetHeight === 0 ? null : patternOf(row, source.length);
    if (texts === null || texts.length < 2 || pattern?.cells.length !== texts.length) return null;
    return texts.map((text, at) => {
      const more = pattern.cells[at];
      return more ? { text, head: false, ...more } : more === null ? null : text;
    });
  };
}

/** The texts of a row's cells, if all of its source is shown and nothing else. */
function textsOf(row: HTMLTableRowElement, source: string): string[] | null {
  // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is what is asked.
  const shown = row.innerText;
  const clean = MAY_NEED_CLEANING.test(shown);
  if (clean && PRIVATE.test(shown)) return null;
  // A tab in a cell itself could stand for a cell that is hidden; between cells it is how the source is written.
  if (source.includes('\t') && [...row.cells].some((cell) => cell.textContent?.includes('\t'))) return null;
  const texts: string[] = [];
  for (let from = 0, to = 0; to >= 0; from = to + 1) {
    to = shown.indexOf('\t', from);
    const text = (to < 0 ? shown.slice(from) : shown.slice(from, to)).trim();
    texts.push(clean || text.includes('\n') ? cleanText(text) : text);
  }
  return says(source, texts) || says(cleanText(source), texts) ? texts : null;
}

/** Does the source say these texts, one after the other, and nothing else but blanks? */
function says(source: string, texts: readonly string[]): boolean {
  let at = 0;
  for (const text of texts) {
    while (!source.startsWith(text, at)) {
      if (source.charCodeAt(at) > 32 || at >= source.length) return false;
      at += 1;
    }
    at += text.length;
  }
  return at > 0 && source.slice(at).trim() === '';
}

/** Is this markup made of these tags and texts between them, and of nothing else? */
function isWritten(html: string, tags: readonly string[]): boolean {
  let at = html.indexOf('<');
  for (const tag of tags) {
    if (!html.startsWith(tag, at)) return false;
    at = html.indexOf('<', at + tag.length);
  }
  return at < 0;
}

/** Looks at all elements of a row. Without tags where the markup is no pattern; null where its cells are not its only parts. */
function patternFrom(row: HTMLTableRowElement, html: string): Pattern | null {
  const cells: Pattern['cells'][number][] = Array.from(row.cells, () => undefined);
  for (const el of row.querySelectorAll(MAY_BE_MORE)) {
    let cell = el;
    while (cell.parentElement !== null && cell.parentElement !== row) cell = cell.parentElement;
    const at = (cell as HTMLTableCellElement).cellIndex;
    const { colSpan, rowSpan } = cell as HTMLTableCellElement;
    if (at === undefined) return null;
    const name = classOf(el);
    const plain = el === cell ? el.tagName === 'TD' && !NO_COLUMN.test(name) : isWrap(el) && !isNamedUnseen(name);
    if (!plain) cells[at] = null;
    else if (cells[at] === undefined && (colSpan !== 1 || rowSpan !== 1)) cells[at] = { colSpan, rowSpan };
  }
  return { tags: /[<>]/.test(html.replace(TAGS, '')) ? [] : (html.match(TAGS) ?? []), cells };
}

const isWrap = (el: Element): boolean => !el.matches(`:not(${WRAPS}),:empty`) && attr(el, 'role') === null;
