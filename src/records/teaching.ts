import type { Units } from '#money/amount.ts';
import type { Entry, Kind } from './entry.ts';
import type { Control, Gap, Outcome, Rejected } from './reading.ts';
import type { Recipe, RecipeColumn } from './recipe.ts';

/** One table of a source as it is understood now, all pages of it together. */
export interface SeenTable {
  /** Its place among the tables of the source; the same for the same sightings. */
  readonly index: number;
  readonly place: Recipe['place'];
  readonly caption: string | null;
  readonly rowCount: number;
  /** The first rows as they stand, below the titles. */
  readonly sample: readonly (readonly string[])[];
  /** In the order of the source. */
  readonly columns: readonly RecipeColumn[];
  /** It is read as a list about money. */
  readonly isList: boolean;
  /** The recipe by which it is read now, or was until its titles changed (`isList` tells); null where there is none. */
  readonly recipe: Recipe | null;
}

/** A word in a column of kinds, how often it stands there, and what it is taken for; null where nobody knows it. */
export interface SeenWord {
  readonly word: string;
  readonly count: number;
  readonly kind: Kind | null;
}

/** Sums of one currency over the rows of lists; null where no row gives the figure. */
export interface PreviewTotal {
  readonly currency: string;
  readonly amount: Units | null;
  readonly fee: Units | null;
}

/** What a source would give if it were read by a recipe. Nothing is kept. */
export interface Preview {
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly count: number;
  /** The first rows. */
  readonly entries: readonly Entry[];
  readonly rejectedCount: number;
  readonly rejected: readonly Rejected[];
  readonly totals: readonly PreviewTotal[];
  readonly controls: readonly Control[];
  readonly accounts: readonly string[];
  readonly words: readonly SeenWord[];
}

/** Something that was read, or not, and is still there to be taught: the last unread page, or what a capture saw. */
export interface TeachSource {
  readonly id: 'unread' | number;
  readonly source: 'page' | 'file';
  readonly place: string;
  readonly at: string;
  readonly outcome: Outcome;
  readonly rejected: number;
}

/** What the merchant says of a table; the rest of a recipe is added when it is saved. */
export type RecipeDraft = Omit<Recipe, 'recipe' | 'version' | 'id' | 'savedAt'>;
