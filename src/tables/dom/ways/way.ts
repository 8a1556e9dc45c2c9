import type { Table } from '#records/sighting.ts';
import type { Found } from '../found.ts';
import { all } from '../safe.ts';
import type { Turns } from '../slice.ts';

/** What a way needs besides the element it starts from. */
export interface Looking {
  readonly turns: Turns;
  /** Elements that an earlier find has already read: not read again. */
  readonly taken: Set<Element>;
  /** How many more elements may be looked at whether they are rows: bounds the ways that search. */
  effort: number;
  /** Takes a long table as far as it was read; more rows are still added to it. */
  readonly hand?: ((table: Table) => void) | undefined;
  /** Says in a few words where an element stands, for people. */
  where(el: Element): string;
}

/** One named way of finding tables. Ways are tried in the order of `ways/list.ts`; the first that claims an element reads it. */
export interface Way {
  readonly name: string;
  /** A cheap look: could this element be the root of such a table? */
  claims(el: Element): boolean;
  /** Reads it. `null`: it is not one after all, the next way may try. Marks what it has read in `looking.taken`. */
  read(el: Element, looking: Looking): Promise<Found | null>;
}

/** What is filled in: a form, not a list. */
export const inputsIn = (el: Element): NodeListOf<Element> =>
  all(el, 'input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea');

/** True for an element inside a cell that is a table of its own, and is therefore read by itself and not as text of the cell. */
export function nestedTable(el: Element): boolean {
  if (el.tagName === 'TABLE') return isNestedData(el);
  return el.classList.length > 0 && NESTED_ROOT.test(el.className);
}

const NESTED_ROOT = /(?:^|\s)(?:el-table|ant-table|layui-table-view|ivu-table)(?:$|\s)/;

/** A table of one cell is how old pages make a border. */
const isNestedData = (table: Element): boolean => {
  const rows = (table as HTMLTableElement).rows;
  // Two numbers beside each other are a pager's.
  return rows.length > 1 || (rows[0]?.cells.length ?? 0) > (/^[\s\d]*$/.test(table.textContent) ? 1 : 2);
};
