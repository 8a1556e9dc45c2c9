import { PROVIDERS } from '#providers/list.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import { isAbout } from './match.ts';
import { taughtHeader } from './taught.ts';

/**
 * Whose rows the recipe in use says they are. The merchant number stands in where the source names none. The provider is only said for files: a
 * page belongs to its host, whatever a recipe calls it. A provider that is not in the directory is kept by its name, as a portal is by its host.
 */
export function saidByRecipe(
  sightings: readonly Sighting[],
  recipes: readonly Recipe[],
): { readonly provider: string | undefined; readonly account: string | null } | null {
  for (const sighting of sightings) {
    const here = recipes.filter((recipe) => isAbout(recipe, sighting));
    for (const recipe of here) {
      if (!sighting.tables.some((table) => taughtHeader([recipe], sighting, table) !== null)) continue;
      return {
        provider: recipe.place.source === 'file' ? providerNamed(recipe.name) : undefined,
        account: recipe.account,
      };
    }
  }
  return null;
}

function providerNamed(name: string): string | undefined {
  const text = name.trim();
  if (text === '') return undefined;
  const known = PROVIDERS.find(({ id, names }) => [id, names.zh, names.en].includes(text));
  return known?.id ?? `site:${text.replaceAll(':', ' ')}`;
}
