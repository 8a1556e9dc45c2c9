import { cellText, isCellText } from '../words/plain.ts';

/** Gives the cells of row after row as `cellText` leaves them. Nearly all are clean: then nothing is copied, and what the row above says is not looked at again. */
export function rowCleaner(): (cells: readonly string[]) => readonly string[] {
  const above: string[] = [];
  return (cells) => {
    for (let c = 0; c < cells.length; c += 1) {
      const cell = cells[c] ?? '';
      if (cell === above[c]) continue;
      if (!isCellText(cell)) return cells.map(cellText);
      above[c] = cell;
    }
    return cells;
  };
}
