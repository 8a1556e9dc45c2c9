import { RECIPE_LIMITS, type Recipe, recipeOf } from '#records/recipe.ts';
import { newAccount } from '../coverage/accounts.ts';
import type { Shelf } from '../shelf.ts';

/** What the merchant calls accounts that have no name here yet. A name that was given here stays. */
export async function mergeAccounts(shelf: Shelf, beside: Shelf): Promise<void> {
  const records = new Map((await shelf.accounts()).map((record) => [record.id, record]));
  const named = (await beside.accounts()).flatMap(({ id, label }) => {
    const record = records.get(id) ?? newAccount(id);
    return label === null || record.label !== null ? [] : [{ ...record, label }];
  });
  if (named.length > 0) await shelf.commit({ base: await shelf.tail(), accounts: named });
}

/** Adds the recipes that are not here; of one that is, the one that was saved later stays. Answers how many are new or newer. */
export async function mergeRecipes(shelf: Shelf, beside: Shelf): Promise<number> {
  const known = new Map<string, Recipe>();
  for (const recipe of readable(await shelf.recipes())) known.set(recipe.id, recipe);
  let count = 0;
  for (const recipe of readable(await beside.recipes())) {
    const own = known.get(recipe.id);
    const isNew = own === undefined && known.size < RECIPE_LIMITS.recipes;
    if (!isNew && !(own && own.savedAt < recipe.savedAt)) continue;
    known.set(recipe.id, recipe);
    count += 1;
  }
  if (count > 0) await shelf.commit({ base: await shelf.tail(), recipes: [...known.values()] });
  return count;
}

const readable = (recipes: readonly unknown[]): Recipe[] =>
  recipes.flatMap((kept) => {
    const recipe = recipeOf(kept);
    return recipe.ok ? [recipe.value] : [];
  });
