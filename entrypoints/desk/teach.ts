import type { SeenSource } from '#keeper/teach.ts';
import type { Recipe } from '#records/recipe.ts';
import type { RecipeDraft } from '#records/teaching.ts';
import type { TextKey } from '#text/index.ts';
import type { TeachDeeds } from '#ui/desk/teach/deeds.ts';

/** What was opened to be taught stays here: the page shows its first rows only. */
let opened: SeenSource | null = null;

const load = () => import('#keeper/teach.ts');

/** Saved now, under a name of its own. */
const signed = (draft: RecipeDraft): Recipe => ({
  ...draft,
  recipe: 'arrears-radar',
  version: 1,
  id: crypto.randomUUID(),
  savedAt: new Date().toISOString(),
});

export const teachDeeds: TeachDeeds = {
  sources: async () => {
    const { teachSources } = await load();
    const sources = await teachSources();
    return sources.ok ? sources.value : `book.${sources.error}`;
  },
  open: async (id) => {
    const { openSource, tablesOf } = await load();
    const source = await openSource(id);
    if (!source.ok) return `book.${source.error}`;
    opened = source.value;
    return opened ? tablesOf(opened) : 'teach.failed';
  },
  preview: async (draft) => {
    const [{ previewSource }, { recipeOf }] = await Promise.all([load(), import('#records/recipe.ts')]);
    const recipe = recipeOf(signed(draft));
    if (!recipe.ok) return recipe.error;
    return opened ? previewSource(opened, recipe.value) : 'not-a-recipe';
  },
  save: async (draft) => {
    const [{ teach }, { recipeOf }] = await Promise.all([load(), import('#records/recipe.ts')]);
    const recipe = recipeOf(signed(draft));
    if (!recipe.ok) return `recipe-problem.${recipe.error}`;
    const taken = await teach(recipe.value);
    if (!taken.ok) return `book.${taken.error}`;
    if (!taken.value) return null;
    const { reading, taken: counts } = taken.value;
    const source = recipe.value.place.source;
    return { outcome: reading.outcome, gaps: reading.coverage.gaps, counts, source };
  },
  recipes: async () => {
    const { openBook } = await import('#book/store.ts');
    const recipes = await openBook().recipes();
    return recipes.ok ? recipes.value : `book.${recipes.error}`;
  },
  remove: async (id) => {
    const { forget } = await load();
    const left = await forget(id);
    return left.ok ? null : `book.${left.error}`;
  },
  export: (recipe) => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(recipe, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `arrears-radar-recipe-${recipe.id.slice(0, 8)}.json`;
    link.click();
    URL.revokeObjectURL(address);
  },
  offered: async (file): Promise<readonly Recipe[] | TextKey> => {
    const { RECIPE_LIMITS, recipesIn } = await import('#records/recipe.ts');
    if (file.size > RECIPE_LIMITS.fileBytes) return 'recipe-problem.too-large';
    const recipes = recipesIn(await file.text());
    return recipes.ok ? recipes.value : `recipe-problem.${recipes.error}`;
  },
  keep: async (recipes) => {
    const { teach } = await load();
    for (const recipe of recipes) {
      // A name of its own: a file must not take the place of what the merchant taught about another table. And what was read before stays.
      const taken = await teach(signed(recipe), 'unread');
      if (!taken.ok) return `book.${taken.error}`;
    }
    return null;
  },
};
