import { rootOf } from './safe.ts';
import type { Turns } from './slice.ts';

const UNSIGNED = /^[¥￥$€£]?\s?\d[\d,]*\.\d{1,2}$/;
/** A rule that draws a minus, or what a variable holds, before an element; of an imported sheet only the address is known. */
const DRAWS = /^@import|:before[^}]*content:\s*(?:"\s*[-−–－]|var\()/;
/** A rule that could hide, in one of two rows with the same markup, what it shows in the other. */
const TELLS_APART =
  /^@import|(?:[+~]|(?<!:):(?!:|before|after|root|is\(|not\(|where\())[^{}]*\{[^{}]*(?:display|visibility|float|position|font(?:-size)?|height|\ball)\s*:|@keyframes[\s\S]*(?:display|visibility)\s*:|(?:display|visibility):\s*var\(/;
/** Below this many rows it is quicker to ask the cells than to read all style sheets. */
const MANY = 100;
/** A figure with the minus that only the style sheet draws before it (`.out::before { content: '-' }`): a person sees it. */
export const withDrawnSign = (cell: Element | undefined, text: string): string =>
  cell !== undefined && UNSIGNED.test(text) ? drawnSign(cell) + text : text;

function drawnSign(cell: Element): string {
  let at: Element | null = cell;
  for (let level = 0; at !== null && level < 4; level += 1) {
    if (/^"\s*[-−–－]/.test(getComputedStyle(at, '::before').content)) return '-';
    at = at.firstElementChild;
  }
  return '';
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
  // To count the rows of a long table would be to walk through all of them.
  if (rows.children[MANY] === undefined) return WORST;
  try {
    const { styleSheets, adoptedStyleSheets } = rootOf(rows) as Document | ShadowRoot;
    const sheets = { drawSigns: false, alike: true };
    for (const { cssRules } of [...styleSheets, ...adoptedStyleSheets]) {
      for (const rule of cssRules) {
        if (turns.due()) await turns.breathe();
        // The text of a group holds all its rules.
        const text = rule.cssText;
        sheets.drawSigns ||= DRAWS.test(text);
        sheets.alike &&= !TELLS_APART.test(text);
      }
    }
    return sheets;
  } catch {
    return WORST;
  }
}
