import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Column, Columns } from '../columns/resolve.ts';
import { plain } from '../words/plain.ts';
import { bareRateOfHeader, unitOfHeader } from '../words/units.ts';

/** Titles are compared as headers of formats are, by their first 200 characters. */
export const titleKey = (header: string): string => plain(header.slice(0, 200));

/** Host (with port) and path (with route) of a page's address; null for files. */
export function hostAndPath(place: string): { readonly host: string; readonly path: string } | null {
  const parts = /^https?:\/\/(?:[^/@]*@)?([^/?#]+)([^?]*)/i.exec(place);
  if (!parts?.[1]) return null;
  const path = parts[2] ?? '';
  return { host: parts[1].toLowerCase(), path: path.startsWith('/') ? path : `/${path}` };
}

/** Whether the recipe is about this place: the same host, and a path that is the same segment by segment; for a file, any file. */
export function isAbout(recipe: Recipe, { place, frame }: Pick<Sighting, 'place' | 'frame'>): boolean {
  if (recipe.place.source === 'file') return frame === 'file';
  const at = frame === 'file' ? null : hostAndPath(place);
  if (at === null || at.host !== recipe.place.host) return false;
  const wanted = recipe.place.path.split('/');
  const found = at.path.split('/');
  return wanted.length === found.length && wanted.every((segment, i) => segment === '*' || segment === found[i]);
}

/**
 * The columns as the recipe says, if the titles are exactly its titles, in any order. Null if one is missing, new, or there once more or less:
 * then the table is not the one that was taught. Titles that occur several times are taken in their order.
 */
export function columnsOfRecipe(recipe: Recipe, header: readonly string[]): Columns | null {
  if (header.length !== recipe.columns.length) return null;
  const places = new Map<string, number[]>();
  for (const [index, text] of header.entries()) {
    const key = titleKey(text);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  const columns = new Map<Column['field'], Column[]>();
  for (const { header: title, field, unit, rank } of recipe.columns) {
    const index = places.get(titleKey(title))?.shift();
    if (index === undefined) return null;
    if (field === 'ignore') continue;
    const text = header[index] ?? '';
    const own = { unit: unit ?? unitOfHeader(text), bareRate: bareRateOfHeader(text) };
    columns.set(field, [...(columns.get(field) ?? []), { index, header: text, field, score: 1000 + rank, ...own }]);
  }
  for (const list of columns.values()) {
    list.sort((a, b) => b.score - a.score || (a.header < b.header ? -1 : a.header > b.header ? 1 : a.index - b.index));
  }
  return columns;
}

/** How a header differs from the taught one: titles that are gone, and titles that are new. */
export function titlesChanged(
  recipe: Recipe,
  header: readonly string[],
): { readonly gone: readonly string[]; readonly fresh: readonly string[] } {
  const left = header.map((text) => ({ text, key: titleKey(text) }));
  const gone: string[] = [];
  for (const { header: title } of recipe.columns) {
    const at = left.findIndex(({ key }) => key === titleKey(title));
    if (at < 0) gone.push(title);
    else left.splice(at, 1);
  }
  return { gone, fresh: left.map(({ text }) => text) };
}

/** Whether a header is the taught one with some titles changed: at least half of its titles are there. */
export function resembles(recipe: Recipe, header: readonly string[]): boolean {
  if (header.length === 0 || header.length > 1000) return false;
  const { gone } = titlesChanged(recipe, header);
  return (recipe.columns.length - gone.length) * 2 >= recipe.columns.length;
}
