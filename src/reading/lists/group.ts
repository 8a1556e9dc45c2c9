import type { Format } from '#records/provider.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting, Table } from '#records/sighting.ts';
import { type Columns, formatFits, headerKey, resolveColumns } from '../columns/resolve.ts';
import { type Taught, taughtBy, taughtHeader } from '../recipes/taught.ts';
import { cellText, plain } from '../words/plain.ts';
import { withDayLines } from './day-lines.ts';
import type { Whose } from './place.ts';
import { type Role, roleOf } from './role.ts';
import { sampleOf } from './sample.ts';

/** Where a table stands in the capture. */
export interface Spot {
  readonly sighting: number;
  readonly table: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly source: Table;
  /** Rows of the table above `rows`, taken for its header. */
  readonly offset: number;
}

/** All tables of one header: one list, seen in several pages or files. */
export interface Group {
  readonly role: Role;
  readonly header: readonly string[];
  readonly spots: readonly Spot[];
  readonly format: Format | null;
  readonly providerId: string | null;
  readonly columns: Columns;
  /** What the merchant's own recipes say about it. */
  readonly taught: Taught | null;
}

/** Finds the lists of a source. Order of columns and of tables does not matter to what a column means. */
export function groupsOf(sightings: readonly Sighting[], whose: Whose, recipes: readonly Recipe[] = []): Group[] {
  const byHeader = new Map<string, Spot[]>();
  for (const [s, sighting] of sightings.entries()) {
    for (const [t, seen] of headed(sighting.tables)) {
      const table = isBare(seen) ? titled(seen, whose) : withDayLines(seen);
      const taught = taughtHeader(recipes, sighting, table);
      const spot = taught ? spotUnder(s, t, table, taught) : spotOf(s, t, table);
      const key = JSON.stringify([table.way === 'trailer', sighting.frame, ...spot.header.map(plain)]);
      const spots = byHeader.get(key);
      if (spots) spots.push(spot);
      else byHeader.set(key, [spot]);
    }
  }
  return [...byHeader.values()].map((spots) => groupOf(spots, sightings, whose, recipes));
}

/**
 * Tables with their place. Old grids draw their titles as a table of its own, and the rows as the next one, of the same width and without
 * any title: such two are one, and so are all where each row is a table of its own.
 */
function headed(tables: readonly Table[]): [number, Table][] {
  let titles: readonly string[] | null = null;
  return [...tables.entries()].flatMap(([t, table]): [number, Table][] => {
    if (titlesFor(tables, t + 1) !== null) return [];
    const goesOn = titles !== null && table.rows.length === 1 && isBare(table) && titles.length === table.header.length;
    titles = goesOn ? titles : titlesFor(tables, t);
    return [[t, titles === null ? table : { ...table, header: [...titles] }]];
  });
}

function titlesFor(tables: readonly Table[], at: number): readonly string[] | null {
  const [above, table] = [tables[at - 1], tables[at]];
  if (!above || !table || table.rows.length === 0 || !isBare(table) || above.header.length !== table.header.length)
    return null;
  if (above.rows.length === 0) return known(above.header) >= 2 ? above.header : null;
  const [only] = above.rows;
  return above.rows.length === 1 && isBare(above) && only && known(only) >= 3 ? only : null;
}

/** A file without titles, if its width and the look of its cells are those of a format that has none. */
function titled(table: Table, { candidates }: Whose): Table {
  const formats = candidates.flatMap(({ formats }) => formats.flatMap(({ untitled }) => untitled ?? []));
  const found = formats.find(
    ({ columns, where }) =>
      columns.length === table.header.length &&
      table.rows.every((cells) => columns.every((title, i) => where[title]?.test(cellText(cells[i])) ?? true)),
  );
  return found ? { ...table, header: [...found.columns] } : table;
}

const isBare = ({ header }: Table): boolean => header.every((title) => title === '');

function groupOf(
  spots: readonly Spot[],
  sightings: readonly Sighting[],
  whose: Whose,
  recipes: readonly Recipe[],
): Group {
  const header = spots[0]?.header ?? [];
  const isTrailer = spots.some((spot) => spot.source.way === 'trailer');
  const place = sightings[spots[0]?.sighting ?? 0];
  const taught = isTrailer || !place ? null : taughtBy(recipes, place, header);
  if (taught?.is === 'read') {
    const { columns } = taught;
    return {
      role: 'rows',
      header,
      spots: withoutRepeats(spots, sightings),
      format: null,
      providerId: null,
      columns,
      taught,
    };
  }
  const keys = new Set(header.map(headerKey));
  const found = whose.candidates
    .flatMap((provider) => provider.formats.map((format) => ({ provider, format })))
    .filter(({ format }) => formatFits(format, keys))
    .sort((a, b) => b.format.needs.length - a.format.needs.length)[0];
  const format = found?.format ?? null;
  const sample = sampleOf(spots);
  const columns = resolveColumns(header, sample, format);
  const role = taught ? 'other' : isTrailer || format?.role === 'totals' ? 'totals' : roleOf(header, columns, spots);
  return {
    role,
    header,
    spots: role === 'rows' ? withoutRepeats(spots, sightings) : spots,
    format,
    providerId: found?.provider.id ?? null,
    columns,
    taught,
  };
}

/** A table whose titles stand among its rows (no `th`, a line above the titles) is tried again from the first row that reads as titles. */
function spotOf(sighting: number, table: number, source: Table): Spot {
  const plainSpot = { sighting, table, header: source.header, rows: source.rows, source, offset: 0 };
  if (source.rows.length < 2 || known(source.header) >= 2) return plainSpot;
  for (let i = 0; i < Math.min(source.rows.length - 1, 30); i += 1) {
    const row = source.rows[i] ?? [];
    if (known(row) >= 3) return { ...plainSpot, header: row, rows: source.rows.slice(i + 1), offset: i + 1 };
  }
  return plainSpot;
}

const spotUnder = (
  sighting: number,
  table: number,
  source: Table,
  { header, offset }: { readonly header: readonly string[]; readonly offset: number },
): Spot => ({ sighting, table, header, rows: source.rows.slice(offset), source, offset });

const known = (header: readonly string[]): number => {
  const columns = resolveColumns(header, [], null);
  return [...columns.values()].flat().filter((column) => column.score >= 20).length;
};

/**
 * A table that stands unchanged beside a list on every page of it, or a page that was looked at twice, is one table.
 * Two pages with the same rows are two only if the pager numbers them differently and nothing else changed between them.
 */
function withoutRepeats(spots: readonly Spot[], sightings: readonly Sighting[]): readonly Spot[] {
  if (spots.length === 1) return spots;
  const seen = new Map<string, number>();
  return spots.filter((spot) => {
    const pager = sightings[spot.sighting]?.pager ?? null;
    if (spot.rows.length === 0 || sightings[spot.sighting]?.frame === 'file') return true;
    const key = JSON.stringify(spot.rows);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, spot.sighting);
      return true;
    }
    if (before === spot.sighting) return true;
    const page = sightings[before]?.pager?.page ?? null;
    const alone = (sightings[spot.sighting]?.tables.filter((table) => table.rows.length > 0).length ?? 0) <= 1;
    return alone && page !== null && pager?.page != null && pager.page !== page;
  });
}
