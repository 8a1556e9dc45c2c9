import type { Table } from '#records/sighting.ts';
import { inputValue, isBlock, isInput, isRaised, isSilent } from './cell.ts';
import { cleanText } from './clean.ts';
import type { Found } from './found.ts';
import { attr, childCountOf, classOf, firstOf, hasAttributes, holds, kindOf, nextOf, parentOf, tagOf } from './safe.ts';
import { isDisplayed, isUnveiled, shadowOf } from './show.ts';
import { type Turns, takeTurns } from './slice.ts';
import { divsWay } from './ways/divs.ts';
import { WAYS } from './ways/list.ts';
import { type Looking, nestedTable } from './ways/way.ts';
import { bareLabel, isLabel } from './words.ts';

/** One visible line of text outside the tables, and the element it stands in. */
export interface Line {
  readonly text: string;
  readonly element: Element;
  /** How many tables stood before it. */
  readonly after: number;
}

export interface Survey {
  readonly found: Found[];
  readonly lines: Line[];
  readonly frames: Element[];
  /** Elements shown outside the tables, in order: where pagers, masks and buttons are looked for without another pass over the page. */
  readonly outside: Element[];
  readonly passwords: boolean;
  /** Every document or shadow root that was entered. */
  readonly roots: ParentNode[];
  /** The page is larger than this survey looks at: something may be missing. */
  readonly cut: boolean;
}

export type EarlyTable = (table: Table, lines: readonly Line[]) => void;

const MOST_NODES = 600_000;
const MOST_EFFORT = 100_000;
const MOST_OUTSIDE = 50_000;
const MOST_LINES = 3000;
const MOST_TABLES = 300;
const LONGEST_LINE = 500;
const DEEPEST = 1500;
/** The classes of table libraries, and of much else: each way looks closer. */
const WORTH_A_LOOK = /table|grid|descriptions|dt-scroll/i;
/** Rows of a grid and what holds nothing but rows. */
const GRID_PART = '[role=row], [role=rowgroup], [role=columnheader], [role=gridcell], [role=cell], table';
const MOST_AROUND = 300;
const NESTED = 'table, [role=grid], [role=table], [role=treegrid], .el-table, .ant-table';

interface Level {
  readonly element: Element;
  readonly pull: () => Node | null;
  readonly block: boolean;
}

function childrenOf(parent: ParentNode): () => Node | null {
  let next: Node | null = firstOf(parent);
  return () => {
    const node = next;
    next = node === null ? null : nextOf(node);
    return node;
  };
}

function each(nodes: readonly Node[]): () => Node | null {
  let at = 0;
  return () => nodes[at++] ?? null;
}

/**
 * Walks one document once, in reading order, through open shadow roots: tables by the ways, everything else as lines. Changes nothing.
 * @param early takes a long table while it is still being read, with the lines before it
 */
export async function surveyDocument(doc: Document, early?: EarlyTable): Promise<Survey> {
  const walk = new SurveyWalk(takeTurns(), early);
  if (doc.body !== null) {
    walk.survey.roots.push(doc);
    await walk.through(doc.body);
  }
  return walk.survey;
}

class SurveyWalk {
  readonly survey: { -readonly [K in keyof Survey]: Survey[K] } = {
    found: [],
    lines: [],
    frames: [],
    outside: [],
    passwords: false,
    roots: [],
    cut: false,
  };
  readonly #turns: Turns;
  readonly #looking: Looking;
  #stack: Level[] = [];
  #line = '';
  #lineAt: Element | null = null;

  constructor(turns: Turns, early?: EarlyTable) {
    this.#turns = turns;
    const hand = early && ((table: Table): void => early(table, this.survey.lines));
    this.#looking = { turns, taken: new Set(), effort: MOST_EFFORT, where: whereIs, hand };
  }

  async through(body: Element): Promise<void> {
    this.#enter(body);
    for (let nodes = 0; this.#stack.length > 0; nodes += 1) {
      if ((nodes & 63) === 0 && this.#turns.due()) await this.#turns.breathe();
      if (nodes > MOST_NODES) {
        this.survey.cut = true;
        break;
      }
      const level = this.#stack.at(-1) as Level;
      const node = level.pull();
      if (node === null) {
        if (level.block) this.#flush();
        this.#stack.pop();
      } else if (kindOf(node) === 3) this.#say((node as Text).data, level.element);
      else if (kindOf(node) === 1) await this.#element(node as Element);
    }
    this.#flush();
  }

  #enter(el: Element): void {
    if (this.#stack.length > DEEPEST) {
      this.survey.cut = true;
      return;
    }
    const shadow = shadowOf(el);
    if (shadow !== null) this.survey.roots.push(shadow);
    const block = isBlock(el) || tagOf(el).includes('-');
    if (block) this.#flush();
    const given = el instanceof HTMLSlotElement ? el.assignedNodes() : [];
    this.#stack.push({ element: el, pull: given.length > 0 ? each(given) : childrenOf(shadow ?? el), block });
  }

  async #element(el: Element): Promise<void> {
    if (tagOf(el) === 'IFRAME' || tagOf(el) === 'FRAME') {
      this.survey.frames.push(el);
      return;
    }
    if (this.#looking.taken.has(el)) {
      this.#nested(el);
      return;
    }
    if (hasAttributes(el) && (!isDisplayed(el) || (childCountOf(el) === 0 && !isUnveiled(el)))) return;
    if (this.survey.outside.length < MOST_OUTSIDE) this.survey.outside.push(el);
    if (isInput(el)) {
      this.#input(el);
      return;
    }
    if (isSilent(el, true)) return;
    if (await this.#asTable(el)) return;
    this.#enter(el);
  }

  /** True where the element was read as a table and nothing else of it is to be read. */
  async #asTable(el: Element): Promise<boolean> {
    const tag = tagOf(el);
    const isTable = tag === 'TABLE';
    const plain = !isTable && tag !== 'DL' && attr(el, 'role') === null && !WORTH_A_LOOK.test(classOf(el));
    if (plain && !divsWay.claims(el)) return false;
    if (this.survey.found.length >= MOST_TABLES) {
      this.survey.cut = true;
      return isTable;
    }
    for (const way of WAYS) {
      if (!way.claims(el)) continue;
      const found = await way.read(el, this.#looking);
      if (this.#looking.effort <= 0) this.survey.cut = true;
      if (found === null) continue;
      this.#flush();
      this.survey.found.push(found);
      if (this.#looking.taken.has(el)) {
        this.#nested(el);
        if (way.name === 'aria-grid') this.#beside(el);
        return true;
      }
      // Around a library's tables stand its tool bar, its counts and its pager: they are read as text.
      return false;
    }
    return false;
  }

  /** Tables inside the cells of a table that is read already: they are tables of their own. */
  #nested(table: Element): void {
    // Asked first by tag, which is quick: in a large table the other question takes long.
    if (table.getElementsByTagName('table').length === 0 && table.getElementsByTagName('tr').length > 1000) return;
    const inner = table.querySelectorAll(NESTED);
    if (inner.length === 0 || inner.length > MOST_TABLES) return;
    const outermost: Element[] = [];
    for (const el of inner) {
      if (el.tagName === 'TABLE' && !nestedTable(el)) continue;
      if (outermost.at(-1)?.contains(el) !== true && isDisplayed(el)) outermost.push(el);
    }
    this.#stack.push({ element: table, pull: each(outermost), block: true });
  }

  /** What a grid holds besides its rows: a pager, a count, a word that nothing was found. */
  #beside(grid: Element): void {
    const parts: Element[] = [];
    const around: Element[] = [grid];
    for (let looked = 0; looked < MOST_AROUND; looked += 1) {
      const at = around.shift();
      if (at === undefined) break;
      for (let part = at.firstElementChild; part !== null; part = part.nextElementSibling) {
        if (part.matches(GRID_PART)) continue;
        if (part.querySelector(GRID_PART) === null) parts.push(part);
        else around.push(part);
      }
    }
    if (parts.length > 0) this.#stack.push({ element: grid, pull: each(parts), block: true });
  }

  #input(el: Element): void {
    if (el instanceof HTMLInputElement && el.type === 'password') {
      if (isUnveiled(el) && el.getBoundingClientRect().width > 1) this.survey.passwords = true;
      return;
    }
    const value = cleanText(inputValue(el), 200);
    if (value === '' || (el as HTMLInputElement).type === 'hidden') return;
    const label = this.#line.trim() === '' ? this.#labelOf(el) : '';
    this.#say(` ${label === '' ? '' : `${label}: `}${value} `, el);
  }

  /** The words beside an input: its own label, or the short line right before it in the same part of the form. */
  #labelOf(el: Element): string {
    const own = cleanText((el as HTMLInputElement).labels?.[0]?.textContent ?? '', 60);
    if (own !== '') return own;
    const before = this.survey.lines.at(-1);
    const parent = before === undefined ? null : parentOf(before.element);
    const near = parent === null ? null : parentOf(parent);
    return before !== undefined && before.text.length <= 12 && isLabel(before.text) && near !== null && holds(near, el)
      ? bareLabel(before.text)
      : '';
  }

  #say(text: string, at: Element): void {
    if (text === '' || this.#line.length > LONGEST_LINE * 2) return;
    this.#lineAt ??= at;
    this.#line += isRaised(at, text) ? `.${text}` : joins(this.#line, text) ? text : ` ${text}`;
  }

  #flush(): void {
    const text = cleanText(this.#line, LONGEST_LINE);
    const element = this.#lineAt;
    this.#line = '';
    this.#lineAt = null;
    if (text === '' || element === null || this.survey.lines.length >= MOST_LINES) return;
    this.survey.lines.push({ text, element, after: this.survey.found.length });
  }
}

/** Two pieces of one figure stay together (`¥` `1,286` `.40`); a label and its value are parted. */
function joins(before: string, after: string): boolean {
  if (before === '') return true;
  const left = before.at(-1) ?? '';
  const right = after[0] ?? '';
  return !(/[\p{L}）)]/u.test(left) && /[\p{L}\d¥￥$+−-]/u.test(right) && !/\p{Script=Latin}/u.test(left + right));
}

/** Where an element stands, in a few words for people. */
function whereIs(el: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = el; at !== null && tagOf(at) !== 'BODY' && parts.length < 3; at = parentOf(at)) {
    const id = attr(at, 'id') ?? '';
    const first = classOf(at).trim().split(/\s+/, 1)[0] ?? '';
    const name = id !== '' ? `#${id}` : first !== '' ? `.${first}` : '';
    if (name !== '' || at === el) parts.unshift(tagOf(at).toLowerCase() + name);
  }
  return cleanText(parts.join(' > '), 200);
}
