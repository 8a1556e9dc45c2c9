import type { Pager } from '#records/sighting.ts';
import { all, aroundOf, classOf, is, parentOf, tagOf } from '#tables/dom/safe.ts';
import { isDisplayed, isSeen, isUnveiled } from '#tables/dom/show.ts';
import { type Control, CURRENT, isInput, type Move, readControl, WORDS } from './controls.ts';
import { viewsAround } from './links.ts';

/** A pager found in the page. */
export interface FoundPager {
  readonly root: Element;
  readonly state: Pager;
  readonly next: Control | null;
  /** The way back to the first page, if it can be pressed now. */
  readonly first: Control | null;
  readonly previous: Control | null;
}

/** Bootstrap Table: the last page's next leads to the first. */
const LOOPING = '.fixed-table-pagination .pagination';
/** Pagers of libraries, by their container; what is in them is read like any other. In the order in which they are tried. */
const PAGER_FAMILIES = [
  '.el-pagination',
  '.ant-pagination',
  '.layui-laypage',
  '.ivu-page',
  LOOPING,
  '.dt-paging, .dataTables_paginate',
  '.ui-pg-table',
  '.n-pagination',
  '.ag-paging-panel',
  '.datagrid-pager, .pagination-info',
  'ul.pagination, nav > .pagination',
  '[aria-label^=pag i], [role=navigation][class*=pag]',
];

const PAGER_ROOTS = PAGER_FAMILIES.join(', ');
const PRESSABLE =
  'a, button, li, input[type=button], input[type=submit], [role=button], [role=link], [class*=more], span[onclick], span[class*=number], span[tabindex], td[onclick], .ui-pg-button, em, i[onclick], .n-pagination-item';
const NO_PAGER = /date|calendar|picker|carousel|swiper|slick|stepper|wizard|\bsteps?\b|tour|guide|gallery|slider/i;
/** Where a pager offers page sizes: their numbers are no pages. */
const PAGE_SIZES =
  '[class*=sizes], [class*=sizer], [class*=page-size], [class*=size-picker], [class*=page-list], [class*=per-page], [class*=pagination-options], [class*=-limits], [class*=dt-length], [class*=s_length], [class*=r__select], [class*=n__select], [class*=tion-select], [class*=-rpp-], .ui-pg-selbox, .ant-select, [class*=dropdown], .n-base-select-menu, .ag-paging-row-summary-panel';
export const isForSize = (el: Element): boolean => el.closest(PAGE_SIZES) !== null;
const MOST_CONTROLS = 400;
const MOST_NUMBERED = 999_999;

/** A number of pages as far as one can be true; an order number beside a pager is none. */
function counted(digits: string | undefined): number | null {
  const number = Number(digits);
  return number > 0 && number <= MOST_NUMBERED ? number : null;
}

/** What the words in a pager say: `第 2 / 5 页`, `共 5 页`, `Page 2 of 5`. */
export function pageWords(text: string): { page: number | null; pages: number | null } {
  const words = text.replace(/\s+/g, ' ');
  const both =
    /第\s*(\d+)\s*页?\s*[/／,，]?\s*共?\s*(\d+)\s*页/.exec(words) ??
    /第\s*(\d+)\s*页?\s*[,，]?\s*共\s*(\d+)(?!\s*[\d条笔项个行])/.exec(words) ??
    /(?:page|seite|p[áa]gina)\s*(\d+)\s*(?:of|sur|von|d[ei]|\/)\s*(\d+)/i.exec(words) ??
    /(?:^|[\s(（])(\d+)\s*[/／]\s*(\d+)\s*(?:页|pages?|$|[)）])/.exec(words);
  if (both !== null) return { page: counted(both[1]), pages: counted(both[2]) };
  const page = /第\s*(\d+)\s*页/.exec(words)?.[1];
  const pages = /(?:共|总计|\/)\s*(\d+)\s*页/.exec(words)?.[1] ?? /\bof\s+(\d+)\s+pages?\b/i.exec(words)?.[1];
  return { page: counted(page), pages: counted(pages) };
}

/** The innermost pressable of each: a list item that holds a link is pressed at the link. */
function controlsIn(root: Element): Control[] {
  const controls: Control[] = [];
  let looked = 0;
  for (const el of all(root, PRESSABLE)) {
    looked += 1;
    if (looked > MOST_CONTROLS) break;
    if (el.querySelector('a, button') !== null || isForSize(el)) continue;
    const control = readControl(el);
    if (control === null || !isDisplayed(el) || controls.some((other) => other.element.contains(el))) continue;
    controls.push(control);
  }
  return controls;
}

/** ag-Grid 22 and older lay a transparent button over an icon: what is seen is the icon's box. */
const isShown = (el: Element): boolean => isSeen(el) || isSeen(el.closest('.ag-paging-button') ?? el);

/** Reads a container as a pager. Null where it has neither a next nor numbers to go by. */
export function readPager(root: Element): FoundPager | null {
  const controls = controlsIn(root);
  const numbers = controls.filter((control) => control.move === 'number');
  const current = numbers.find((control) => control.current);
  const words = pageWords(wordsOf(root));
  const typed = [...all(root, 'input')].find(
    (el): el is HTMLInputElement => isInput(el) && /^\d+$/.test(el.value) && el.type !== 'hidden',
  )?.value;
  const page = current?.page ?? words.page ?? counted(typed) ?? activeText(root);
  const highest = numbers.reduce((most, control) => Math.max(most, control.page ?? 0), 0);
  const nextByWord = controls.find((control) => control.move === 'next') ?? lastAsNext(controls);
  const byNumber = page === null ? undefined : numbers.find((control) => control.page === page + 1);
  // An arrow that an icon font draws has no size until the font is there.
  const unseen = nextByWord !== undefined && !nextByWord.disabled && !isShown(nextByWord.element);
  const next = (unseen ? byNumber : nextByWord) ?? nextByWord ?? byNumber ?? null;
  const back = controls.some((control) => control.move === 'previous');
  // On the last page the highest number that can be pressed is the one before.
  const last = page !== null && (back || numbers.length > 0) && next === null && page === highest + 1 ? page : null;
  const pages = words.pages ?? last ?? (highest > 0 && (page === null || highest >= page) ? highest : null);
  if (next === null && numbers.length === 0 && page === null && !back) return null;
  if (next === null && !back && last === null && current === undefined && words.pages === null) return null;
  const atEnd = page !== null && pages !== null && page >= pages && words.pages !== null;
  const loops = page !== null && is(root, LOOPING) && page >= highest && highest > 0;
  const first =
    numbers.find((control) => control.page === 1) ?? controls.find((control) => control.move === 'first') ?? null;
  return {
    root,
    state: { page, pages, hasNext: next !== null && !next.disabled && isShown(next.element) && !atEnd && !loops },
    next,
    first: first !== null && !first.disabled ? first : null,
    previous: controls.find((control) => control.move === 'previous' && !control.disabled) ?? null,
  };
}

/** Bootstrap's plain pager writes `«` and `»` for one page back and on: double arrows mean that where there are no single ones. */
function lastAsNext(controls: readonly Control[]): Control | undefined {
  if (controls.some((control) => control.move === 'next' || control.move === 'previous')) return undefined;
  return controls.find(
    (control) => control.move === 'last' && /^[»>]+$/.test((control.element.textContent ?? '').trim()),
  );
}

/** The current page where it is no control but plain text (`<b>2</b>`, `<span class="current">2</span>`, layui's `em`). */
function activeText(root: Element): number | null {
  const bare = NUMBERS.test(root.textContent ?? '');
  for (const el of all(root, 'b, strong, em, span, li, td, font, a, [aria-current]')) {
    const text = (el.textContent ?? '').trim();
    if (!/^\d{1,6}$/.test(text)) continue;
    const marked = CURRENT.test(`${classOf(el)} ${el.parentElement?.className ?? ''}`);
    // Among numbers to press, the one that cannot be pressed.
    const plain = bare && el.firstElementChild === null && el.closest('a, button, [onclick]') === null;
    if (marked || plain || is(el, 'b, strong, font, [aria-current]')) return Number(text) || null;
  }
  return null;
}

/** True where pressing on shows more below instead of another page. */
export const isMore = (pager: FoundPager): boolean => WORDS.more.test((pager.next?.element.textContent ?? '').trim());

const wordsOf = (root: Element): string => {
  const around = root.parentElement;
  const own = (root.textContent ?? '').slice(0, 2000);
  if (around === null || around.getElementsByTagName('table').length > 0) return own;
  const near = around.textContent ?? '';
  return near.length < 600 ? near : own;
};

const MAYBE_TURN = /下|后|next|[›>»→〉▶]|上|前|prev|newer|[‹<«←〈◀]/i;
const namesOf = (el: Element): string =>
  `${classOf(el)} ${el.getAttribute('aria-label') ?? ''} ${el.getAttribute('title') ?? ''} ${el.getAttribute('rel') ?? ''} ${el.id}`;

/**
 * Elements that may be a pager by what they say: the smallest part of the page around a 下一页 that also has another sign of paging;
 * on the last page, where many portals leave no 下一页 to press, around the 上一页.
 */
function genericRoots(parts: readonly Element[]): Element[] {
  const roots: Element[] = [];
  const numbered: Element[] = [];
  for (const el of parts) {
    if (!is(el, PRESSABLE)) continue;
    const text = isInput(el) ? el.value : (el.textContent ?? '');
    if (/^\s*[[(]?\d{1,4}[\])]?\s*$/.test(text)) {
      const row = roots.length === 0 ? numbersAlone(el) : null;
      if (row !== null && !numbered.includes(row)) numbered.push(row);
      continue;
    }
    const says = text.trim();
    const maybe = [MAYBE_TURN, ...Object.values(WORDS)].some((words) => words.test(says));
    if (text.length > 30 || !(maybe || (says.length < 2 && MAYBE_TURN.test(namesOf(el))))) continue;
    if (el.querySelector('a, button') !== null) continue;
    const control = readControl(el);
    if (control === null || (control.move !== 'next' && control.move !== 'previous')) continue;
    const root = aroundTurn(el, control.move);
    if (root !== null && !roots.includes(root)) roots.push(root);
    if (roots.length > 20) break;
  }
  return [...roots, ...numbered];
}

const NUMBERS = /^[\s\d[\]()|…._·«»‹›-]{2,200}$/;

/** A row of page numbers and nothing else, the current one no link: `1 [2] [3]`. */
function numbersAlone(el: Element): Element | null {
  const row = is(el.parentElement ?? el, 'li, td') ? parentOf(el.parentElement ?? el) : el.parentElement;
  if (row === null || !NUMBERS.test(row.textContent ?? '') || NO_PAGER.test(classOf(row))) return null;
  const pages = new Set(controlsIn(row).flatMap((control) => control.page ?? []));
  const current = activeText(row);
  if (current !== null) pages.add(current);
  return pages.size > 1 && pages.has(1) && pages.has(2) && current !== null ? row : null;
}

function aroundTurn(turn: Element, move: Move): Element | null {
  let at = parentOf(turn);
  for (let level = 0; level < 5 && at !== null && tagOf(at) !== 'BODY'; level += 1, at = parentOf(at)) {
    if (NO_PAGER.test(classOf(at))) return null;
    const controls = controlsIn(at);
    const others = controls.filter((control) => control.move !== move);
    const words = pageWords((at.textContent ?? '').slice(0, 500));
    if (others.length > 0 || words.pages !== null || words.page !== null) return at;
  }
  const says = (turn.textContent ?? '').trim();
  return /[页頁ペ]|page|^older$|(?=.{4}).*[‹«<←›»>→]/i.test(says) ||
    WORDS.more.test(says) ||
    turn.getAttribute('rel') === 'next'
    ? turn.parentElement
    : null;
}

/** In a row of its own, which holds nothing else (ASP.NET). */
const isAcross = (root: Element): boolean =>
  NUMBERS.test(root.closest('table:not(table table) > * > tr')?.textContent ?? '');

/** The pager that belongs to `near` (the table to be walked): nearest in the page's structure, libraries' own before generic ones. */
export function findPager(parts: readonly Element[], near: Element | null): FoundPager | null {
  const candidates: FoundPager[] = [];
  const taken: Element[] = [];
  const consider = (root: Element): void => {
    if (
      taken.some((other) => other.contains(root) || root.contains(other)) ||
      !isUnveiled(root) ||
      (near?.contains(root) === true && root.closest('td, th') !== null && !isAcross(root))
    )
      return;
    const pager = readPager(root);
    if (pager === null) return;
    taken.push(root);
    candidates.push(pager);
  };
  const known = parts.filter((el) => is(el, PAGER_ROOTS));
  for (const selector of PAGER_FAMILIES) for (const root of known) if (is(root, selector)) consider(root);
  for (const root of genericRoots(parts)) consider(root);
  if (near === null) return candidates[0] ?? null;
  let best: FoundPager | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const pager of candidates) {
    const distance = distanceBetween(near, pager.root);
    if (distance < nearest) [best, nearest] = [pager, distance];
  }
  return best;
}

/**
 * The pager of a list without one, in another frame beside it or in the page around it (old framesets: the list above, its pager below); only where
 * that document can be reached and holds no list itself.
 */
export function pagerBeside(doc: Document): FoundPager | null {
  for (const view of viewsAround(doc)) {
    try {
      const there = view.document;
      if (there === doc || there.querySelector('[role=row], tr:nth-child(3)') !== null) continue;
      const pager = findPager(partsOf([there]), null);
      if (pager !== null) return pager;
    } catch {
      // Of another origin.
    }
  }
  return null;
}

/** The pager of the list `near`, looked for anew, without reading the page. `roots`: the document, and the shadow trees that may hold it. */
export const pagerNow = (doc: Document, roots: readonly ParentNode[], near: Element | null): FoundPager | null =>
  findPager(partsOf(roots), near) ?? pagerBeside(doc);

const partsOf = (roots: readonly ParentNode[]): Element[] =>
  roots.flatMap((root) => [...root.querySelectorAll(`${PAGER_ROOTS}, ${PRESSABLE}`)]);

/** How many levels above `near` the two meet; what stands in another shadow tree meets at the host. */
function distanceBetween(near: Element, other: Element): number {
  let level = 0;
  const around = new Set<Element>();
  for (let at: Element | null = other; at !== null; at = aroundOf(at)) around.add(at);
  for (let at: Element | null = near; at !== null; level += 1, at = aroundOf(at)) if (around.has(at)) return level;
  return 10_000;
}
