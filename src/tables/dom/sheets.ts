import { rootOf } from './safe.ts';
import type { Turns } from './slice.ts';

const UNSIGNED = /^[¥￥$€£]?\s?\d[\d,]*\.\d{1,2}$/;
/** A rule that draws a minus, or what a variable holds, before an element. */
const DRAWS = /:before[^}]*content:\s*(?:"\s*[-−–－]|var\()/;
/** A rule that could hide, in one of two rows with the same markup, what it shows in the other. */
const TELLS_APART =
  /(?:[+~]|(?<!:):(?!:|before|after|root|is\(|not\(|where\())[^{}]*\{[^{}]*(?:display|visibility|float|position|\ball)\s*:|@keyframes[\s\S]*(?:display|visibility)\s*:|(?:display|visibility):\s*var\(/;
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

/** What the style sheets may do to rows; the worst where one of another origin does not say. */
export interface Sheets {
  /** Draw a minus before a cell, or in it. */
  drawSigns: boolean;
  /** Show rows with the same markup alike. */
  alike: boolean;
}

const WORST: Sheets = { drawSigns: true, alike: false };

export async function sheetsOver(rows: Element, turns: Turns): Promise<Sheets> {
  if (rows.childElementCount < MANY) return WORST;
  try {
    const { styleSheets, adoptedStyleSheets } = rootOf(rows) as Document | ShadowRoot;
    const sheets = { drawSigns: false, alike: true };
    await look([...styleSheets, ...adoptedStyleSheets], sheets, turns);
    return sheets;
  } catch {
    return WORST;
  }
}

async function look(list: readonly (CSSStyleSheet | null)[], sheets: Sheets, turns: Turns): Promise<void> {
  for (const sheet of list) {
    for (const rule of sheet?.cssRules ?? []) {
      if (turns.due()) await turns.breathe();
      // The text of a group holds all its rules; that of an import only an address.
      const text = rule.cssText;
      sheets.drawSigns ||= DRAWS.test(text);
      sheets.alike &&= !TELLS_APART.test(text);
      if (rule instanceof CSSImportRule) await look([rule.styleSheet], sheets, turns);
    }
  }
}
