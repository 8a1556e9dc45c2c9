import type { Gap, Outcome } from '#records/reading.ts';
import type { Recipe, RecipeProblem } from '#records/recipe.ts';
import type { Preview, RecipeDraft, SeenTable, TeachSource } from '#records/teaching.ts';
import type { TextKey } from '#text/index.ts';
import type { Counts } from '#ui/parts/outcome.tsx';

/** What became of what was kept, read again after a recipe was saved. */
export interface ReadAgain {
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly counts: Counts;
  readonly source: 'page' | 'file';
}

/** A text key is the sentence that says why it could not be done. */
export interface TeachDeeds {
  readonly sources: () => Promise<readonly TeachSource[] | TextKey>;
  /** The tables seen there. */
  readonly open: (id: TeachSource['id']) => Promise<readonly SeenTable[] | TextKey>;
  /** What the opened source gives when it is read by this draft. */
  readonly preview: (draft: RecipeDraft) => Promise<Preview | RecipeProblem>;
  /** Keeps the draft and reads again what it is about; null where nothing kept is. */
  readonly save: (draft: RecipeDraft) => Promise<ReadAgain | null | TextKey>;
  readonly recipes: () => Promise<readonly Recipe[] | TextKey>;
  readonly remove: (id: string) => Promise<null | TextKey>;
  /** Hands the merchant a file with this recipe. */
  readonly export: (recipe: Recipe) => void;
  /** The recipes in a file, not yet kept. */
  readonly offered: (file: File) => Promise<readonly Recipe[] | TextKey>;
  readonly keep: (recipes: readonly Recipe[]) => Promise<null | TextKey>;
}
