import type { Sighting } from '#records/sighting.ts';

/** One table, or the lines outside the tables of one page, as they were seen. */
export interface Shown {
  readonly is: 'table' | 'texts';
  /** As the source counts its pages, else in the order of reading; null for what stood beside the list (a card in another frame). */
  readonly page: number | null;
  readonly table: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly caption: string | null;
}

/** Every table and every page's lines, tables counted from 1. */
export function shownOf(sightings: readonly Sighting[]): Shown[] {
  const list = listFrame(sightings);
  const pages = sightings.filter(({ frame }) => frame === list);
  const isCounted = pages.every(({ pager }) => (pager?.page ?? null) !== null);
  return sightings.flatMap((sighting): Shown[] => {
    const { tables, texts, frame, pager } = sighting;
    const page = frame !== list ? null : isCounted ? (pager?.page ?? null) : pages.indexOf(sighting) + 1;
    const shown = tables.map(
      ({ header, rows, caption }, table): Shown => ({ is: 'table', page, table: table + 1, header, rows, caption }),
    );
    const lines = texts.map((text) => [text]);
    return lines.length === 0
      ? shown
      : [...shown, { is: 'texts', page, table: 0, header: [], rows: lines, caption: null }];
  });
}

/** The frame that was walked: the one in which most rows were seen. */
function listFrame(sightings: readonly Sighting[]): string | undefined {
  const rows = new Map<string, number>();
  for (const { frame, tables } of sightings) {
    rows.set(
      frame,
      tables.reduce((sum, table) => sum + table.rows.length, rows.get(frame) ?? 0),
    );
  }
  return [...rows].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Most likely the list that was read, not what stands beside it: the place of the longest table. */
export function longestOf(shown: readonly Shown[]): number {
  const lengths = shown.map(({ is, rows }) => (is === 'table' ? rows.length : -1));
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}
