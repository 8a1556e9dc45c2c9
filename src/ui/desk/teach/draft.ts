import type { Kind } from '#records/entry.ts';
import type { Field } from '#records/provider.ts';
import type { RecipeColumn } from '#records/recipe.ts';
import type { RecipeDraft, SeenTable } from '#records/teaching.ts';
import { isMoney } from './fields.ts';

/** A table as it is understood now, to be corrected. */
export function draftOf({ place, columns, recipe }: SeenTable): RecipeDraft {
  const host = place.source === 'page' ? place.host : '';
  return {
    place,
    columns: [...columns],
    name: recipe?.name ?? host.slice(0, 60),
    account: recipe?.account ?? null,
    signs: recipe?.signs ?? 'auto',
    kinds: recipe?.kinds ?? [],
    only: recipe?.only ?? false,
  };
}

const changed = (draft: RecipeDraft, index: number, change: Partial<RecipeColumn>): RecipeDraft => ({
  ...draft,
  columns: draft.columns.map((column, i) => (i === index ? { ...column, ...change } : column)),
});

/** A column that is no figure has no unit. What was just said is asked before what stood there. */
export const withField = (draft: RecipeDraft, index: number, field: Field): RecipeDraft =>
  changed(draft, index, { field, rank: 200, ...(isMoney(field) ? {} : { unit: null }) });

export const withUnit = (draft: RecipeDraft, index: number, unit: RecipeColumn['unit']): RecipeDraft =>
  changed(draft, index, { unit });

/** Null: as the word itself says. */
export function withKind(draft: RecipeDraft, word: string, kind: Kind | null): RecipeDraft {
  const others = draft.kinds.filter((other) => other.word !== word);
  return { ...draft, kinds: kind === null ? others : [...others, { word, kind }] };
}
