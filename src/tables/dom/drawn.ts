import { attr, childCountOf, tagOf } from './safe.ts';
import { isSeen } from './show.ts';
import { MONEY_NAME } from './words.ts';

/** A cell without any figure in it: empty, or only the marks around one. */
const BARE = /^[\s¥￥$€£元.,，+]*$/;
const PICTURE = /^(?:img|canvas|svg)$/i;
const MOST_LOOKED_AT = 4000;

/**
 * Are figures of this list drawn instead of written: pictures, canvas, sprites of a style sheet, text in `::before` or `::after`? A person sees
 * them, a reader does not. The page is looked at only where a column of money lacks figures, or nothing at all was read below the header.
 */
export function hasDrawnFigures(root: Element, header: readonly string[], rows: readonly string[][]): boolean {
  const bare = header.map((name, at) =>
    MONEY_NAME.test(name) ? rows.filter((row) => BARE.test(row[at] ?? '')).length : 0,
  );
  const most = Math.max(0, ...bare);
  if (most === 0 && rows.length > 0) return false;
  let pictures = 0;
  for (const el of [...root.querySelectorAll('*')].slice(0, MOST_LOOKED_AT)) {
    const picture = PICTURE.test(tagOf(el));
    if ((childCountOf(el) > 0 && !picture) || !isSeen(el) || el.closest('a, button, th, thead') !== null) continue;
    if (says(el, '::before') || says(el, '::after')) return true;
    const { backgroundImage, display } = getComputedStyle(el);
    const cell = picture || display.startsWith('inline') ? el.parentElement : el;
    if ((picture || backgroundImage.includes('url(')) && BARE.test(cell?.textContent ?? '')) pictures += 1;
  }
  return pictures > 0 && pictures * 2 >= Math.max(rows.length, header.length) && most * 2 >= rows.length;
}

/** Does the style sheet put digits before or behind what is written here? */
const says = (el: Element, place: string): boolean =>
  /\d/.test(
    getComputedStyle(el, place).content.replace(/(?:attr\(([\w-]+)|url\()[^)]*\)/g, (_, name?: string) =>
      name === undefined ? '' : (attr(el, name) ?? ''),
    ),
  );
