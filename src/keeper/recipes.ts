import { openBook } from '#book/store.ts';
import type { Recipe } from '#records/recipe.ts';

/** What the merchant taught. A book that cannot be opened teaches nothing; taking in from it will say why. */
export async function keptRecipes(): Promise<readonly Recipe[]> {
  const recipes = await openBook().recipes();
  return recipes.ok ? recipes.value : [];
}
