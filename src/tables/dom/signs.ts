import { rootOf } from './safe.ts';
import type { Turns } from './slice.ts';

const UNSIGNED = /^[¥￥$€£]?\s?\d[\d,]*\.\d{1,2}$/;
/** A rule that draws a minus, or what a variable holds, before an element. */
const DRAWS = /:before[^}]*content:\s*(?:"\s*[-−–－]|var\()/;
/** Below this many rows it is quicker to ask the cells than to read all style sheets. */
const MANY = 100;
/** Class names repeat through a table: each chain of them is asked for its style once. */
const signs = new Map<string, string>();

/** A figure with the minus that only the style sheet draws before it (`.out::before { content: '-' }`): a person sees it. */
export const withDrawnSign = (cell: Element | undefined, text: string): string =>
  cell !== undefined && UNSIGNED.test(text) ? drawnSign(cell) + text : text;

function drawnSign(cell: Element): string {
  let chain = cell.parentElement?.className ?? '';
  const parts: Element[] = [];
  for (let at: Element | null = cell; at !== null && parts.length < 4; at = at.firstElementChild) {
    parts.push(at);
    chain += `>${at.tagName}.${at.getAttribute('class') ?? ''}`;
  }
  if (!/\.[^>]/.test(chain)) return '';
  let sign = signs.get(chain);
  if (sign === undefined) {
    if (signs.size > 500) signs.clear();
    const drawn = parts.some((at) => /^"\s*[-−–－]/.test(getComputedStyle(at, '::before').content));
    sign = drawn ? '-' : '';
    signs.set(chain, sign);
  }
  return sign;
}

/** Could any rule draw a minus before the cells of these rows? True, too, where a style sheet of another origin does not say. */
export async function mayDrawSigns(rows: Element, turns: Turns): Promise<boolean> {
  if (rows.childElementCount < MANY) return true;
  try {
    const { styleSheets, adoptedStyleSheets } = rootOf(rows) as Document | ShadowRoot;
    return await anyDraws([...styleSheets, ...adoptedStyleSheets], turns);
  } catch {
    return true;
  }
}

async function anyDraws(sheets: readonly (CSSStyleSheet | null)[], turns: Turns): Promise<boolean> {
  for (const sheet of sheets) {
    for (const rule of sheet?.cssRules ?? []) {
      if (turns.due()) await turns.breathe();
      // The text of a group holds all its rules; that of an import only an address.
      if (DRAWS.test(rule.cssText)) return true;
      if (rule instanceof CSSImportRule && (await anyDraws([rule.styleSheet], turns))) return true;
    }
  }
  return false;
}
