import { cleanText } from './clean.ts';
import {
  attr,
  childCountOf,
  classOf,
  firstOf,
  hasAttributes,
  kindOf,
  nextOf,
  openShadowOf,
  parentOf,
  tagOf,
} from './safe.ts';
import { isDisplayed, isUnveiled, shadowOf } from './show.ts';

/** How a cell is read. */
export interface CellReading {
  /** A header cell: the text of a sort button in it is the column's name. */
  readonly header: boolean;
  /** `visibility: hidden` is how a library hides the columns that it shows in a fixed clone: then it does not count as hidden. */
  readonly ghosts: boolean;
  /** A nested table that is read by itself. */
  readonly nested: (el: Element) => boolean;
  /** Counts the links that were read, so that a cell without any is not searched for them. */
  readonly noted?: { links: number };
}

const NEVER = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT svg CANVAS VIDEO AUDIO OBJECT EMBED IFRAME FRAME IMG PICTURE PROGRESS METER DATALIST OPTION HEAD TITLE MAP'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'DIV P UL OL LI TABLE TR TD TH DL DT DD SECTION ARTICLE HEADER FOOTER H1 H2 H3 H4 H5 H6 PRE BLOCKQUOTE FORM FIELDSET BR HR TBODY THEAD TFOOT CAPTION BODY MAIN NAV ASIDE CENTER BUTTON FIGURE DETAILS SUMMARY LEGEND ADDRESS'.split(
    ' ',
  ),
);
const INPUTS = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
const TYPED = new Set([
  'text',
  'search',
  'tel',
  'url',
  'email',
  'number',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
  '',
]);
const UNSEEN_CLASS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|slds-assistive-text|a11y-hidden)(?:$|\s)|__popper|-popper\b|tooltip-inner|dropdown-menu|caret-wrapper|column-sorter(?:$|\s)|dt-column-order|material-(?:icons|symbols)/;
const STRUCK = new Set(['DEL', 'S', 'STRIKE']);
const BUTTON_CLASS = /(?:^|\s)(?:btn|layui-btn|el-button|ant-btn|ivu-btn|l-btn|button)(?:$|\s)/;
/** One or two signs of a private font, in an element of their own: an icon. */
const ICON = /^\s*[\uE000-\uF8FF]{1,2}\s*$/;
const DEEPEST = 60;

/** What an input shows. Passwords, hidden fields, ticks and buttons show nothing that is data. */
export function inputValue(el: Element): string {
  if (el instanceof HTMLInputElement) return TYPED.has(el.type) ? el.value : '';
  if (el instanceof HTMLTextAreaElement) return el.value;
  if (el instanceof HTMLSelectElement) {
    const chosen: string[] = [];
    for (const option of el.selectedOptions) chosen.push(option.label);
    return chosen.join(' ');
  }
  return '';
}

export const isInput = (el: Element): boolean => INPUTS.has(tagOf(el));

/** True for elements whose text is never data for a person: code, pictures, tooltips, sort icons, text for screen readers only. */
export function isSilent(el: Element, header: boolean): boolean {
  if (NEVER.has(tagOf(el))) return true;
  if (!header && (tagOf(el) === 'BUTTON' || attr(el, 'role') === 'button' || isButtonLink(el))) return true;
  return UNSEEN_CLASS.test(classOf(el)) || attr(el, 'role') === 'tooltip';
}

const isButtonLink = (el: Element): boolean => tagOf(el) === 'A' && BUTTON_CLASS.test(classOf(el));

export const isBlock = (el: Element): boolean => BLOCK.has(tagOf(el));

/** One cell as a person reads it. Never longer than `LONGEST_CELL`; sets nothing, changes nothing. */
export function readCell(cell: Element, how: CellReading): string {
  return cell.firstChild === null && shadowOf(cell) === null ? '' : cleanText(gather(cell, how, 0));
}

export const isNamedUnseen = (name: string): boolean => UNSEEN_CLASS.test(name) || /icon/i.test(name);

function gather(el: Element | ShadowRoot, how: CellReading, depth: number): string {
  if (depth > DEEPEST) return el.textContent ?? '';
  // Closed roots are asked for only where they are likely: asking costs, and cells are many.
  const shadow = el instanceof Element ? (tagOf(el).includes('-') ? shadowOf(el) : openShadowOf(el)) : null;
  if (shadow !== null) return gather(shadow, how, depth + 1);
  const given = el instanceof HTMLSlotElement ? el.assignedNodes() : [];
  const several = el instanceof Element && childCountOf(el) > 1;
  let out = '';
  let at = 0;
  for (let node: Node | null = given[0] ?? firstOf(el); node !== null && out.length <= 20_000; ) {
    if (kindOf(node) === 3) out += (node as Text).data;
    else if (kindOf(node) === 1) out += gatherElement(node as Element, how, depth, several);
    at += 1;
    node = given.length > 0 ? (given[at] ?? null) : nextOf(node);
  }
  return out;
}

function gatherElement(el: Element, how: CellReading, depth: number, several: boolean): string {
  if (isSilent(el, how.header) || how.nested(el)) return '';
  // A struck figure beside another is the one that no longer holds (`<del>100.00</del> 88.00`).
  if (STRUCK.has(tagOf(el)) && (parentOf(el)?.textContent ?? '').trim() !== (el.textContent ?? '').trim()) return '';
  // Elements without attributes are taken as shown: asking the style of each would double the time of a reading.
  if (hasAttributes(el)) {
    if (!isUnveiled(el) && !(how.ghosts && isDisplayed(el)) && !isContents(el)) return '';
  }
  if (isInput(el)) return ` ${inputValue(el)} `;
  if (how.noted !== undefined && tagOf(el) === 'A') how.noted.links += 1;
  const text = gather(el, how, depth + 1);
  if (ICON.test(text)) return '';
  if (isBlock(el)) return ` ${text} `;
  if (isRaised(el, text)) return `.${text}`;
  return several && text !== '' && hasAttributes(el) && standsAlone(el) ? ` ${text} ` : text;
}

/** Two small digits behind a figure are its cents (`12` `⁵⁰`): joined as they stand, they would make it a hundredfold. */
export const isRaised = (el: Element, text: string): boolean => tagOf(el) === 'SUP' && /^\d\d$/.test(text);

/** An element without a box of its own (a slot with a name) is as visible as what it holds. */
const isContents = (el: Element): boolean => isDisplayed(el) && getComputedStyle(el).visibility === 'visible';

const standsAlone = (el: Element): boolean => !/^inline|^contents|^ruby/.test(getComputedStyle(el).display);
