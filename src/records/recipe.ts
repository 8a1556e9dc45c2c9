import { z } from 'zod';
import { fail, ok, type Result } from '#money/result.ts';
import { KINDS } from './entry.ts';
import { FIELDS, type Field } from './provider.ts';

/** What a recipe may hold at the most. A table of a portal has fewer columns, a list fewer words. */
export const RECIPE_LIMITS = { columns: 100, words: 200, recipes: 200, fileBytes: 512 * 1024 } as const;

/** Why a recipe cannot be used. Closed set; each has a sentence in `src/text/areas/teach.ts`. */
export const RECIPE_PROBLEMS = [
  'not-a-recipe',
  'newer-version',
  'too-large',
  'no-money',
  'no-day',
  'field-twice',
  'titles',
  'word-twice',
] as const;
export type RecipeProblem = (typeof RECIPE_PROBLEMS)[number];

/** Fields that several columns of one table may share. */
const SHARED: ReadonlySet<Field> = new Set([
  'day',
  'remark',
  'kind',
  'card-type',
  'other-deduction',
  'counterparty',
  'card-number',
  'ignore',
]);

/** Characters that are not seen, or that turn what is seen around: a name holding them would look like another. */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

const seen = (most: number): z.ZodString =>
  z
    .string()
    .max(most)
    .refine((text) => !UNSEEN.test(text));

/** How amounts are signed: as the words of their kind say, as printed, or printed without sign where the kind means money out. */
export const SIGNS = ['auto', 'printed', 'refunds-positive'] as const;
export type Signs = (typeof SIGNS)[number];

export const RecipeColumn = z.strictObject({
  /** The title above the column, levels joined with ` / `; the first 200 characters. */
  header: seen(200),
  field: z.enum(FIELDS),
  /** Null: as the title or the list itself says. */
  unit: z.enum(['major', 'minor', 'wan']).nullable(),
  /** Of several columns of one field the higher is asked first. */
  rank: z.number().int().min(0).max(200),
});
export type RecipeColumn = z.infer<typeof RecipeColumn>;

const Place = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('page'),
    /** With the port, where the address has one. */
    host: z.string().regex(/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/),
    /** Path and route (`/list#/flow`); `*` stands for one whole segment. */
    path: seen(500).regex(/^\/[^?\s]*$/),
  }),
  z.strictObject({ source: z.literal('file') }),
]);

/**
 * How to read one table, as a merchant taught it: plain data. It names columns by their titles and says what they are; it holds no code, no
 * pattern but `*` for a segment of a path, and no selector. Only columns that were masked in the reader before can be named by it.
 */
export const Recipe = z
  .strictObject({
    recipe: z.literal('arrears-radar'),
    version: z.literal(1),
    id: z.string().regex(/^[0-9a-z-]{1,40}$/),
    savedAt: z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{5,15}Z$/),
    /** What the merchant calls the provider. It names the account on screen; whose a page is, its host alone decides. */
    name: seen(60),
    place: Place,
    /** Merchant number where the source says none. */
    account: z
      .string()
      .regex(/^[0-9A-Za-z_-]{1,50}$/)
      .nullable(),
    columns: z.array(RecipeColumn).min(2).max(RECIPE_LIMITS.columns),
    signs: z.enum(SIGNS),
    kinds: z.array(z.strictObject({ word: seen(100).min(1), kind: z.enum(KINDS) })).max(RECIPE_LIMITS.words),
    /** No other table of the same page or file is a list. */
    only: z.boolean(),
  })
  .superRefine(({ columns, kinds }, context) => {
    const problem = problemIn(columns, kinds);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });
export type Recipe = z.infer<typeof Recipe>;

function problemIn(columns: readonly RecipeColumn[], kinds: Recipe['kinds']): RecipeProblem | null {
  const fields = columns.map(({ field }) => field);
  const has = (...wanted: readonly Field[]): boolean => wanted.some((field) => fields.includes(field));
  const titles = new Set(columns.map(({ header }) => header.trim()).filter((header) => header !== ''));
  if (titles.size < 2) return 'titles';
  if (!has('amount', 'income', 'expense', 'net', 'refund-amount', 'fee', 'arrears')) return 'no-money';
  if (!has('day', 'at', 'settle-day') && !(has('arrears') && has('terminal', 'kind', 'due'))) return 'no-day';
  if (fields.some((field, i) => !SHARED.has(field) && fields.indexOf(field) !== i)) return 'field-twice';
  return new Set(kinds.map(({ word }) => word)).size < kinds.length ? 'word-twice' : null;
}

/** One value that claims to be a recipe. */
export function recipeOf(value: unknown): Result<Recipe, RecipeProblem> {
  const parsed = Recipe.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  // What does not even have the shape is no recipe, whatever else is wrong with it.
  const known = parsed.error.issues.map(
    ({ message }) => RECIPE_PROBLEMS.find((problem) => problem === message) ?? null,
  );
  const [problem] = known;
  if (problem && !known.includes(null)) return fail(problem);
  return fail(isNewer(value) ? 'newer-version' : 'not-a-recipe');
}

const isNewer = (value: unknown): boolean => {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  return typeof version === 'number' && version > 1;
};

/** The recipes of an exported file: one, or an array of them. Whole or nothing. */
export function recipesIn(text: string): Result<Recipe[], RecipeProblem> {
  if (text.length > RECIPE_LIMITS.fileBytes) return fail('too-large');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('not-a-recipe');
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) return fail('not-a-recipe');
  if (list.length > RECIPE_LIMITS.recipes) return fail('too-large');
  const recipes: Recipe[] = [];
  for (const one of list) {
    const recipe = recipeOf(one);
    if (!recipe.ok) return recipe;
    recipes.push(recipe.value);
  }
  return ok(recipes);
}
