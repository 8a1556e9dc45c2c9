import { type Branch, isLeaf, shownIn, textOf } from './tree.ts';
import { isCommon } from './vocabulary.ts';

/** What stands above each cell, however the table is drawn, and which cells are headers themselves. */
export interface Columns {
  /** The header words above a cell, levels joined with ` / `. */
  readonly above: ReadonlyMap<Branch, string>;
  /** Cells that the page itself marks as headers, and those that repeat one. */
  readonly headers: ReadonlySet<Branch>;
}

interface Head {
  labels: string[];
  /** A header of several rows grows until the first row of data. */
  open: boolean;
  /** The page itself says that it is one. */
  marked: boolean;
}

interface Placed {
  readonly cell: Branch;
  readonly at: number;
  readonly span: number;
}

const MOST_COLUMNS = 500;
const MOST_HEADS = 40;
const LONGEST_LABEL = 60;
/** Totals may stand in a header too. */
const FIGURE = /\d[.,]\d\d(?!\d)|\d{4}/;
const PAGER = /共\s*\d+\s*[页条]|第.{0,6}页|\bpage\b|\bof\s+\d/i;

/**
 * Gives every cell of every row the words of the nearest header before it that is as wide. That holds for a table, for a header and a body in two tables,
 * and for rows of plain elements; where it finds nothing, the shape of a value decides alone.
 */
export function columnsOf(root: Branch): Columns {
  const above = new Map<Branch, string>();
  const headers = new Set<Branch>();
  const heads: Head[] = [];
  const falling = new Map<Branch, number[]>();

  const row = (branch: Branch, cells: readonly Branch[], group: Branch): void => {
    const from = falling.get(group) ?? [];
    falling.set(group, from);
    const placed = place(cells, from);
    const width = placed.reduce((most, { at, span }) => Math.max(most, at + span), 0);
    if (width < 2) return;
    const marked = group.tag === 'thead' || (group.tag !== 'tfoot' && cells.every(isMarked));
    if (marked || readsAsHeader(cells)) {
      if (marked) for (const cell of cells) if (!FIGURE.test(textOf(cell, 200))) headers.add(cell);
      const last = heads.at(-1);
      const head = last?.open === true ? last : { labels: [], open: true, marked: true };
      head.marked &&= marked;
      if (head !== last) heads.push(head);
      if (heads.length > MOST_HEADS) heads.shift();
      for (const { cell, at, span } of placed) {
        const text = textOf(cell, 200).replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL);
        for (let column = at; column < at + span; column += 1) {
          const before = head.labels[column] ?? '';
          head.labels[column] = before === '' || before === text ? text : `${before} / ${text}`;
        }
      }
      return;
    }
    const last = heads.at(-1);
    if (last) last.open = false;
    // A pager is often a table of its own, as wide as another by chance.
    if (PAGER.test(textOf(branch, 200))) return;
    const wide = (off: number) => heads.findLast(({ labels }) => Math.abs(labels.length - width) <= off);
    const head = wide(0) ?? wide(1);
    if (!head) return;
    for (const { cell, at } of placed) {
      const label = head.labels[at] ?? '';
      if (label === '' || branch === cell) continue;
      // A header repeated amid the rows, or below them, is one again.
      const again = head.marked && textOf(cell, 200).replace(/\s+/g, ' ').trim() === label;
      if (again && !FIGURE.test(label)) headers.add(cell);
      else above.set(cell, label);
    }
  };

  const visit = (branch: Branch, parent: Branch, depth: number): void => {
    if (depth > 400) return;
    const inside = shownIn(branch).filter((twig): twig is Branch => !isLeaf(twig));
    const cells = cellsOf(branch, inside);
    if (cells !== null) row(branch, cells, parent);
    for (const child of inside) visit(child, branch, depth + 1);
  };
  visit(root, root, 0);
  return { above, headers };
}

/** The cells of a row; null where this is none. */
function cellsOf(branch: Branch, inside: readonly Branch[]): readonly Branch[] | null {
  if (branch.tag === 'tr' || branch.attrs.get('role') === 'row') return inside;
  if (
    inside.length < 3 ||
    inside.length > MOST_COLUMNS ||
    branch.tag === 'table' ||
    /^t(?:body|head|foot)$/.test(branch.tag)
  )
    return null;
  const [first] = inside;
  // Items of a list are a pager or a menu.
  return first && /^(?:div|span|td|dd)$|-/.test(first.tag) && inside.every(({ tag }) => tag === first.tag)
    ? inside
    : null;
}

/** Columns that the cells of a row take, beside those that cells of rows above still fill. `from`: how many rows each column stays filled. */
function place(cells: readonly Branch[], from: number[]): Placed[] {
  const placed: Placed[] = [];
  const fresh: [column: number, rows: number][] = [];
  let at = 0;
  for (const cell of cells) {
    while ((from[at] ?? 0) > 0) at += 1;
    const span = Math.min(spanOf(cell, 'colspan'), MOST_COLUMNS - at);
    if (span < 1) break;
    placed.push({ cell, at, span });
    const rows = spanOf(cell, 'rowspan');
    if (rows > 1) for (let column = at; column < at + span; column += 1) fresh.push([column, rows]);
    at += span;
  }
  for (let column = 0; column < from.length; column += 1) from[column] = Math.max(0, (from[column] ?? 0) - 1);
  for (const [column, rows] of fresh) from[column] = rows - 1;
  return placed;
}

function spanOf(cell: Branch, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.attrs.get(name) ?? '1');
  return Number.isSafeInteger(value) && value > 0 ? Math.min(value, 10_000) : 1;
}

const isMarked = ({ tag, attrs }: Branch): boolean => tag === 'th' || attrs.get('role') === 'columnheader';

/** Old portals mark no header: short words of which most are words that everybody prints, and none holds a figure. */
function readsAsHeader(cells: readonly Branch[]): boolean {
  const texts = cells.map((cell) => textOf(cell, 80).trim()).filter((text) => text !== '');
  if (texts.length < 2 || texts.some((text) => text.length > 30 || /\d{2}/.test(text))) return false;
  const common = texts.filter((text) => /\p{L}/u.test(text) && isCommon(text)).length;
  return common * 3 >= texts.length * 2 && common >= 2 && new Set(texts).size * 3 > texts.length * 2;
}
