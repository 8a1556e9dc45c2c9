import type { Gap } from '#records/reading.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting, Table } from '#records/sighting.ts';
import type { Columns } from '../columns/resolve.ts';
import { columnsOfRecipe, isAbout, resembles, titlesChanged } from './match.ts';

/** What the merchant's recipes say about one table. `left`: another table of this place is the only list there. */
export type Taught =
  | { readonly is: 'read'; readonly recipe: Recipe; readonly columns: Columns }
  | { readonly is: 'drifted'; readonly recipe: Recipe }
  | { readonly is: 'left'; readonly recipe: Recipe };

/** Rows from the top among which titles may stand, if the table has none of its own. */
const MOST_ABOVE = 30;

/** The header that a recipe knows: the table's own, or one of its first rows. Null where none is known. */
export function taughtHeader(
  recipes: readonly Recipe[],
  sighting: Sighting,
  table: Table,
): { readonly header: readonly string[]; readonly offset: number } | null {
  const here = table.way === 'trailer' ? [] : recipes.filter((recipe) => isAbout(recipe, sighting));
  if (here.length === 0) return null;
  const fits = (header: readonly string[]): boolean => here.some((recipe) => columnsOfRecipe(recipe, header) !== null);
  if (fits(table.header)) return { header: table.header, offset: 0 };
  const at = table.rows.slice(0, MOST_ABOVE).findIndex(fits);
  return at < 0 ? null : { header: table.rows[at] ?? [], offset: at + 1 };
}

/** What the recipes say about the tables with this header. The newest recipe that fits is asked. */
export function taughtBy(recipes: readonly Recipe[], sighting: Sighting, header: readonly string[]): Taught | null {
  const here = recipes
    .filter((recipe) => isAbout(recipe, sighting))
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0));
  for (const recipe of here) {
    const columns = columnsOfRecipe(recipe, header);
    if (columns) return { is: 'read', recipe, columns };
  }
  // Any file may come by; a page stays where it is, and what changed there changed under the recipe.
  const drifted = here.find((recipe) => recipe.place.source === 'page' && resembles(recipe, header));
  if (drifted) return { is: 'drifted', recipe: drifted };
  const only = here.find((recipe) => recipe.only && recipe.place.source === 'page');
  return only ? { is: 'left', recipe: only } : null;
}

/** As much of a group of tables as telling drift needs. */
interface Told {
  readonly taught: Taught | null;
  readonly header: readonly string[];
  readonly spots: readonly { readonly rows: readonly unknown[] }[];
}

/**
 * Recipes for the pages seen that no table there fits any more, one gap each. A page that shows no table of several columns at all
 * (signed out, maintenance) says nothing about a recipe.
 */
export function driftGaps(sightings: readonly Sighting[], groups: readonly Told[], recipes: readonly Recipe[]): Gap[] {
  const read = new Set(groups.flatMap(({ taught }) => (taught?.is === 'read' ? [taught.recipe.id] : [])));
  const tables = groups.filter(({ header, spots }) => header.length >= 2 && spots.some(({ rows }) => rows.length > 0));
  const gaps: Gap[] = [];
  for (const recipe of recipes) {
    const here = recipe.place.source === 'page' && sightings.some((sighting) => isAbout(recipe, sighting));
    if (!here || read.has(recipe.id) || tables.length === 0) continue;
    // A newer recipe for the same page has taken this one's place.
    if (recipes.some((other) => read.has(other.id) && samePlace(other, recipe))) continue;
    const drifted = tables.find(({ taught }) => taught?.is === 'drifted' && taught.recipe.id === recipe.id);
    gaps.push({
      gap: 'recipe-drift',
      params: { name: recipe.name, ...(drifted ? changesIn(recipe, drifted.header) : {}) },
    });
  }
  return gaps;
}

const samePlace = (a: Recipe, b: Recipe): boolean => JSON.stringify(a.place) === JSON.stringify(b.place);

function changesIn(recipe: Recipe, header: readonly string[]): { gone: string; fresh: string } {
  const { gone, fresh } = titlesChanged(recipe, header);
  return { gone: list(gone), fresh: list(fresh) };
}

const list = (titles: readonly string[]): string => {
  const text = titles.length === 0 ? '—' : titles.slice(0, 8).join('、');
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
};
