import { isNamedUnseen } from './cell.ts';
import { cleanText } from './clean.ts';
import { attr, classOf, hasAttributes, openShadowOf, renderedTextOf } from './safe.ts';

/** Tags that say nothing but how their text looks. */
const WRAPS = ['DIV', 'SPAN', 'P', 'B', 'I', 'EM', 'STRONG', 'FONT'];
/**
 * Where this finds nothing in a row, its cells hold text in plain wrappers and nothing else. Empty elements may hold a shadow root; the pieces
 * of class names are in all that `UNSEEN_CLASS` (cell.ts) knows, and in few others. Asked in one go, because to hold each element in hand costs more.
 */
const MAY_BE_MORE = `:not(td,th,${WRAPS}),[role],:is(:empty,[class*=er],[class*=dd],[class*=nly],[class*=menu]):not(td,th)`;
const DEEPEST = 20;
/** Characters: a row beyond this is no row of a list, and to paint its text would take long. */
const LONGEST = 20_000;
/** Signs of a private font may be an icon. */
const PRIVATE = /[\uE000-\uF8FF]/;

/**
 * The texts of a row's cells, if the browser's own rendering of the row (`innerText`: cells parted by tabs, nothing that is hidden) says the very
 * same as its source. One question then proves for all cells and all that is in them that it is shown, where asking each element costs most of a
 * reading. Null for a cell that holds more than text, and for the row where anything at all differs: those are read closely.
 */
export function renderedTexts(row: HTMLElement, cells: readonly Element[]): (string | null)[] | null {
  if (cells.length < 2 || (row.textContent ?? '').length > LONGEST) return null;
  const rendered = renderedTextOf(row);
  const parts = rendered.split('\t');
  if (parts.length !== cells.length || PRIVATE.test(rendered)) return null;
  const texts: (string | null)[] = [];
  let mayBeMore: boolean | null = null;
  let filled = false;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as Element;
    const source = cell.textContent ?? '';
    // A tab in the source itself could stand for a cell that is hidden.
    if (source.includes('\t')) return null;
    const text = cleanText(source);
    const shown = parts[at] as string;
    if (shown !== text && cleanText(shown) !== text) return null;
    filled ||= text !== '';
    if (cell.firstElementChild === null) texts.push(text);
    else {
      mayBeMore ??= row.querySelector(MAY_BE_MORE) !== null;
      texts.push(text !== '' && (!mayBeMore || holdsOnlyText(cell, 0)) ? text : null);
    }
  }
  // A row without height is hidden, whatever it says.
  return filled && row.offsetHeight > 0 ? texts : null;
}

/** Text in plain wrappers: nothing whose text is no data, or is not where it seems to be. */
function holdsOnlyText(el: Element, depth: number): boolean {
  for (let inner = el.firstElementChild; inner !== null; inner = inner.nextElementSibling) {
    if (!WRAPS.includes(inner.tagName) || depth > DEEPEST || openShadowOf(inner) !== null) return false;
    if (hasAttributes(inner) && (attr(inner, 'role') !== null || isNamedUnseen(classOf(inner)))) return false;
    if (!holdsOnlyText(inner, depth + 1)) return false;
  }
  return true;
}
