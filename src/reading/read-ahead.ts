import type { Sighting } from '#records/sighting.ts';
import { type Context, knownOf } from './known.ts';
import { planOf } from './list-plan.ts';
import { rowReader } from './rows/entry.ts';
import { lineReader, type ReadLine } from './rows/line.ts';
import { isSamePlan, type Plan } from './rows/plan.ts';

/** Lines that were read, from the first of their list on, and what reads those that follow them. */
export interface Begun {
  readonly lines: readonly ReadLine[];
  readonly read: (cells: readonly string[]) => ReadLine;
}

/**
 * Reads the rows of one long list while the rest of its page is still being looked at. The first rows, and what stands before them, tell how; whether that
 * holds is asked when all is known: rows that would be read otherwise then are read again. So what is read never depends on what was read ahead.
 */
export class ReadAhead {
  readonly #context: Context;
  #header = '';
  #plan: Plan | null = null;
  #lines: ReadLine[] = [];
  #read: Begun['read'] | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  /** @param part what is known so far, with one table, and of that the rows that follow those given before */
  add(part: Sighting): void {
    if (this.#plan === null && this.#lines.length === 0) this.#begin(part);
    const read = this.#read;
    if (read !== null) for (const cells of part.tables[0]?.rows ?? []) this.#lines.push(read(cells));
  }

  #begin(part: Sighting): void {
    const { lists, setting } = knownOf([part], this.#context);
    const [list] = lists;
    const [spot] = list?.spots ?? [];
    if (!list || spot?.rows !== part.tables[0]?.rows) return;
    this.#plan = planOf(list, [part], setting);
    this.#header = JSON.stringify(list.header);
    this.#read = lineReader(this.#plan, list.header, rowReader(this.#plan, setting.today));
  }

  /** What was read of a list that is now known by its header and plan; null where it would be read otherwise. Given once: who asks may keep it. */
  under(header: readonly string[], plan: Plan): Begun | null {
    const [read, lines] = [this.#read, this.#lines];
    if (
      read === null ||
      this.#plan === null ||
      JSON.stringify(header) !== this.#header ||
      !isSamePlan(this.#plan, plan)
    )
      return null;
    this.#read = null;
    return { lines, read };
  }
}
