import type { TerminalTotal, Total } from '#book/figures/totals.ts';
import type { DayOfAccount } from './stretches.ts';

/** By what rows can be put together. */
export const GROUPINGS = ['kind', 'month', 'day', 'terminal'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the rows of one group, ledger, kind and currency come to. */
export interface Line extends Total {
  /** The month, the day, or the terminal; empty where rows are put together by kind alone, null for rows without a terminal. */
  readonly group: string | null;
}

/** Kinds that tell how something stands. Two of them do not add up to anything. */
const STATES: ReadonlySet<Total['kind']> = new Set(['balance', 'stated-arrears']);

/** Whether the amounts of these rows add up to something. */
export const addsUp = ({ kind }: Pick<Total, 'kind'>): boolean => !STATES.has(kind);

/**
 * Totals by group, and within it by ledger, kind and currency: figures of two ledgers tell the same facts twice, and those of two currencies
 * have no sum. The newest day or month first, terminals by name.
 */
export function linesBy(by: Grouping, days: readonly DayOfAccount[]): Line[] {
  const lines = new Map<string, Sum>();
  for (const { day, totals } of days) {
    for (const total of totals) {
      const group = groupOf(by, day, total);
      const name = `${group === null ? '-' : `+${group}`}|${total.ledger}|${total.kind}|${total.currency}`;
      const line = lines.get(name);
      if (line) add(line, total);
      else lines.set(name, { ...total, group, silent: { ...total.silent } });
    }
  }
  const newest = by === 'day' || by === 'month' ? -1 : 1;
  return [...lines.values()].sort(
    (a, b) =>
      newest * order(a.group ?? '\uffff', b.group ?? '\uffff') ||
      order(a.ledger, b.ledger) ||
      order(a.kind, b.kind) ||
      order(a.currency, b.currency),
  );
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Sum = Mutable<Omit<Line, 'silent'>> & { readonly silent: Mutable<Line['silent']> };

function groupOf(by: Grouping, day: string, { terminal }: TerminalTotal): string | null {
  switch (by) {
    case 'kind':
      return '';
    case 'day':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'terminal':
      return terminal;
  }
}

function add(line: Sum, { count, amount, fee, net, silent }: Total): void {
  line.count += count;
  line.amount += amount;
  line.fee += fee;
  line.net += net;
  line.silent.amount += silent.amount;
  line.silent.fee += silent.fee;
  line.silent.net += silent.net;
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
