import type { Sighting } from '../../../src/records/sighting.ts';

/** What a pair states: every key is compared, keys left out of a table are not. */
export interface Expected {
  readonly tables: readonly Partial<Sighting['tables'][number]>[];
  readonly cues: Sighting['cues'];
  readonly pager: Sighting['pager'];
  readonly texts?: readonly string[];
}

/** What the reader says now, as the text of an `expected.json`: to be read by a person before it is kept. */
export function expectedText(seen: Sighting): string {
  const expected: Expected = {
    tables: seen.tables.map(({ way, caption, header, rows, hiddenRows, stated }) => ({
      way,
      caption,
      header,
      rows,
      hiddenRows,
      stated,
    })),
    cues: seen.cues,
    pager: seen.pager,
  };
  return `${JSON.stringify(expected, null, 1)}\n`;
}
