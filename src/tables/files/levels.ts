import { isValue } from './cells.ts';

/**
 * Joins the levels of a header whose upper cells span several columns (`金额` above `收入` and `支出`) into one row of paths: `金额 / 收入`.
 * `spanned` names the rows with such cells. Rows stay as they are where no such header is found; only the first 50 are looked at.
 */
export function joinLevels(rows: readonly string[][], spanned: ReadonlySet<number>): string[][] {
  for (const top of [...spanned].sort((a, b) => a - b)) {
    if (top > 50) break;
    let bottom = top;
    let joined = rows[top] ?? [];
    while (bottom - top < 3) {
      const next = rows[bottom + 1];
      if (!next || !isLevelAbove(joined, next)) break;
      joined = joined.map((cell, c) => path(cell, next[c] ?? ''));
      bottom++;
      if (!spanned.has(bottom)) break;
    }
    if (bottom > top) return [...rows.slice(0, top), joined, ...rows.slice(bottom + 1)];
  }
  return [...rows];
}

/** Titles over titles: words in both, several different ones above, and a column that both levels share. */
function isLevelAbove(upper: readonly string[], lower: readonly string[]): boolean {
  if (upper.some(isValue) || lower.some(isValue)) return false;
  const titles = new Set(upper.filter((cell) => cell !== ''));
  const shared = upper.some((cell, c) => cell !== '' && cell === lower[c]);
  const full = upper.every((cell) => cell !== '') && lower.every((cell) => cell !== '');
  return titles.size >= 2 && lower.some((cell) => cell !== '') && (shared || full) && upper.length === lower.length;
}

function path(upper: string, lower: string): string {
  if (upper === lower || lower === '') return upper;
  return upper === '' ? lower : `${upper} / ${lower}`;
}
