import { formatAmount } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';

const money = (value: number | null): string => (value === null ? '-' : formatAmount(value));
/** Day, kind, amount, fee, net of each row. */
export const lines = (entries: readonly Entry[]): string[] =>
  entries.map(({ day, kind, amount, fee, net }) => [day, kind, money(amount), money(fee), money(net)].join(' '));

/** A row by its titles; what is not given is empty. */
export const table = (
  titles: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  between = ',',
): string =>
  [titles, ...rows.map((row) => titles.map((title) => row[title] ?? ''))]
    .map((cells) => cells.join(between))
    .join('\n');
