import { Sighting } from '#records/sighting.ts';
import { ByteReader, ByteWriter, Damaged } from '../codec/bytes.ts';
import { readNumbers, writeNumbers } from '../codec/numbers.ts';
import { readTexts, writeTexts } from '../codec/texts.ts';

type Table = Sighting['tables'][number];

/** More than any reader gives (`src/tables/files/limits.ts`). */
const MOST_ROWS = 2_000_000;
const MOST_COLUMNS = 1000;
const MOST_CELLS = 100_000_000;

/** What a capture saw, as it is kept. */
export type Seen =
  /** gzip of the sightings' JSON: books before version 2. */
  | { readonly codec: 1; readonly bytes: Uint8Array }
  /** The sightings by column; where an earlier capture saw the same, that one's bytes with the instants of this one. */
  | { readonly codec: 2; readonly instants: readonly string[]; readonly bytes: Uint8Array };

/** Everything of the sightings but their instants: tables by column, which is a third of what they are as text. */
export function writeSightings(sightings: readonly Sighting[]): Uint8Array<ArrayBuffer> {
  const to = new ByteWriter();
  to.count(sightings.length);
  for (const { at: _, tables, ...rest } of sightings) {
    to.text(JSON.stringify(rest));
    to.count(tables.length);
    for (const table of tables) writeTable(to, table);
  }
  return to.sealed();
}

/** Throws `Damaged`, or `SyntaxError`. */
export function readSeen({ instants, bytes }: Extract<Seen, { codec: 2 }>): Sighting[] {
  const from = new ByteReader(bytes);
  return Array.from({ length: from.count() }, (_, n) => {
    const { place, frame, title, ...rest } = JSON.parse(from.text()) as Omit<Sighting, 'at' | 'tables'>;
    const tables = Array.from({ length: from.count() }, () => readTable(from));
    return { place, frame, title, at: instants[n] ?? '', tables, ...rest };
  });
}

function writeTable(to: ByteWriter, { rows, ...rest }: Table): void {
  to.text(JSON.stringify(rest));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  to.count(rows.length);
  to.count(columns);
  writeNumbers(
    to,
    rows.map((row) => row.length),
  );
  for (let column = 0; column < columns; column += 1) {
    writeTexts(
      to,
      rows.map((row) => row[column] ?? null),
    );
  }
}

function readTable(from: ByteReader): Table {
  const { where, way, caption, header, hiddenRows, stated } = JSON.parse(from.text()) as Omit<Table, 'rows'>;
  const length = from.count();
  const count = from.count();
  // A table that says little can claim to be endless: equal cells take no bytes.
  if (length > MOST_ROWS || count > MOST_COLUMNS || length * count > MOST_CELLS) throw new Damaged();
  const widths = readNumbers(from, length);
  const columns = Array.from({ length: count }, () => readTexts(from, length));
  const rows = widths.map((width, at) => columns.slice(0, width ?? 0).map((column) => column[at] ?? ''));
  return { where, way, caption, header, rows, hiddenRows, stated };
}

/** Sightings that stand as JSON in a book before version 2. */
export const parseSightings = (json: string): Sighting[] => Sighting.array().parse(JSON.parse(json));
