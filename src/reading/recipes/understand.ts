import { RECIPE_LIMITS, type Recipe, type RecipeColumn } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { SeenTable, SeenWord } from '#records/teaching.ts';
import type { Columns } from '../columns/resolve.ts';
import { type Group, groupsOf } from '../lists/group.ts';
import { whoseIs } from '../lists/place.ts';
import { kindOfWords } from '../words/kinds.ts';
import { cellText, plain } from '../words/plain.ts';
import { hostAndPath, titleKey } from './match.ts';

const SAMPLE = 5;
/** Below this, a second column of kinds is not asked when there is a surer one (`rows/meaning.ts`). */
const WEAK_KIND = 60;

/** The tables of a source that could be taught, lists first, then by size; with what each column is taken for. */
export function seenTables(sightings: readonly Sighting[], recipes: readonly Recipe[] = []): SeenTable[] {
  const groups = groupsOf(sightings, whoseIs(sightings, undefined), recipes);
  return groups
    .flatMap((group, index) => seenTable(group, index, sightings) ?? [])
    .sort((a, b) => Number(b.isList) - Number(a.isList) || b.rowCount - a.rowCount || a.index - b.index);
}

function seenTable(group: Group, index: number, sightings: readonly Sighting[]): SeenTable | null {
  const [spot] = group.spots;
  const sighting = spot && sightings[spot.sighting];
  if (!spot || !sighting || spot.source.way === 'trailer') return null;
  const place = placeOf(sighting);
  const bare = group.header.every((text) => clean(text) === '');
  const header = (bare ? (spot.rows[0] ?? []) : group.header).map(clean);
  const isTeachable = place !== null && header.length >= 2 && header.length <= RECIPE_LIMITS.columns;
  const rows = group.spots.flatMap((other) => (bare ? other.rows.slice(1) : other.rows));
  if (!isTeachable || rows.length === 0) return null;
  const recipe = group.taught?.is === 'left' ? null : (group.taught?.recipe ?? null);
  const meant = bare ? new Map<number, Meant>() : meantBy(group.columns);
  // What a changed table still shares with the one that was taught need not be taught twice.
  if (recipe && group.taught?.is === 'drifted')
    for (const [at, known] of stillKnown(recipe, header)) meant.set(at, known);
  const columns = header.map((title, at): RecipeColumn => {
    const { field, rank, unit } = meant.get(at) ?? { field: 'ignore' as const, rank: 0, unit: null };
    return { header: title, field, unit, rank };
  });
  const { caption } = spot.source;
  return {
    index,
    place,
    caption,
    rowCount: rows.length,
    sample: rows.slice(0, SAMPLE),
    columns,
    isList: group.role === 'rows',
    recipe,
  };
}

type Meant = Pick<RecipeColumn, 'field' | 'rank' | 'unit'>;

function stillKnown(recipe: Recipe, header: readonly string[]): Map<number, Meant> {
  const left = [...recipe.columns];
  const known = new Map<number, Meant>();
  for (const [at, title] of header.entries()) {
    const found = left.findIndex((column) => titleKey(column.header) === titleKey(title));
    const [column] = found < 0 ? [] : left.splice(found, 1);
    if (column) known.set(at, column);
  }
  return known;
}

/** Without what cannot be seen, and no longer than a recipe may hold. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu, ' ')
    .trim()
    .slice(0, 200);

function meantBy(columns: Columns): Map<number, Meant> {
  const meant = new Map<number, Meant>();
  for (const [field, list] of columns) {
    for (const [at, { index, score, unit }] of list.entries()) {
      const isAsked = field !== 'kind' || at === 0 || score >= WEAK_KIND;
      const rank = Math.max(0, Math.min(200, score >= 1000 ? score - 1000 : score));
      meant.set(index, { field: isAsked ? field : 'ignore', rank, unit });
    }
  }
  return meant;
}

/** Where a recipe for this sighting holds: any file, or this host and path, with `*` for segments that look like numbers of single things. */
function placeOf({ place, frame }: Sighting): Recipe['place'] | null {
  if (frame === 'file') return { source: 'file' };
  const at = hostAndPath(place);
  if (at === null || !/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/.test(at.host) || at.path.length > 500) return null;
  const path = at.path.split('/').map((segment) => (/^(?:\d{3,}|[0-9a-f-]{20,})$/i.test(segment) ? '*' : segment));
  return { source: 'page', host: at.host, path: path.join('/') };
}

const MOST_WORDS = 60;

/** The words of the columns that say the kind, the unknown first, then the most frequent. */
export function kindWords(sightings: readonly Sighting[], recipe: Recipe): SeenWord[] {
  const groups = groupsOf(sightings, whoseIs(sightings, undefined), [recipe]);
  const counts = new Map<string, number>();
  for (const { taught, spots, columns } of groups) {
    if (taught?.is !== 'read') continue;
    for (const { index } of columns.get('kind') ?? []) {
      for (const { rows } of spots) {
        for (const row of rows) {
          const word = cellText(row[index]);
          if (word !== '' && word.length <= 100 && clean(word) === word) counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
    }
  }
  const said = new Map(recipe.kinds.map(({ word, kind }) => [plain(word), kind]));
  return [...counts]
    .map(([word, count]) => ({ word, count, kind: said.get(plain(word)) ?? kindOfWords(word)?.kind ?? null }))
    .sort(
      (a, b) => Number(a.kind !== null) - Number(b.kind !== null) || b.count - a.count || (a.word < b.word ? -1 : 1),
    )
    .slice(0, MOST_WORDS);
}
