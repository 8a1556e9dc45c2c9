import type { BookError, CaptureHead } from '#book/book.ts';
import { openBook } from '#book/store.ts';
import { ok, type Result } from '#money/result.ts';
import { hostAndPath } from '#reading/recipes/match.ts';
import { previewOf } from '#reading/recipes/preview.ts';
import { taughtHeader } from '#reading/recipes/taught.ts';
import { seenTables } from '#reading/recipes/understand.ts';
import type { Gap } from '#records/reading.ts';
import type { Recipe } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Preview, SeenTable, TeachSource } from '#records/teaching.ts';
import { clock } from './clock.ts';
import { type TakenSource, takeInSightings } from './intake.ts';
import { providerAt } from './place.ts';
import { keptRecipes } from './recipes.ts';
import { refreshSummary } from './summary.ts';

/** How many of the newest captures are offered, and looked through for what a new recipe changes. */
const MOST = 30;

/** What is known of a reading from how it ended, and cannot be read from its sightings again. */
const FROM_THE_WALK: ReadonlySet<Gap['gap']> = new Set([
  'stopped',
  'session-ended',
  'throttled',
  'page-changed',
  'frame-out-of-reach',
  'interrupted',
]);

/** A source as it was seen, with the captures that read it. */
export interface SeenSource {
  readonly source: 'page' | 'file';
  readonly place: string;
  readonly at: string;
  readonly gaps: readonly Gap[];
  readonly sightings: readonly Sighting[];
  readonly seqs: readonly number[];
}

/** What can be taught, newest first: the last unread page or file, and of each place what was read last. */
export async function teachSources(): Promise<Result<TeachSource[], BookError>> {
  const book = openBook();
  const [unread, heads] = [await book.unread(), await book.captures()];
  if (!unread.ok) return unread;
  if (!heads.ok) return heads;
  const sources: TeachSource[] = [];
  if (unread.value) {
    const { source, place, at, outcome } = unread.value;
    sources.push({ id: 'unread', source, place, at, outcome, rejected: 0 });
  }
  const places = new Set<string>();
  for (const { seq, source, place, at, outcome, rejected, undoneAt } of newestFirst(heads.value)) {
    if (source === 'told' || outcome === 'empty' || undoneAt !== null || places.has(place)) continue;
    places.add(place);
    sources.push({ id: seq, source, place, at, outcome, rejected });
  }
  return ok(sources.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST));
}

/** What was seen there; null where it is no longer kept. */
export async function openSource(id: TeachSource['id']): Promise<Result<SeenSource | null, BookError>> {
  const book = openBook();
  if (id === 'unread') {
    const unread = await book.unread();
    return unread.ok ? ok(unread.value && { ...unread.value, seqs: [] }) : unread;
  }
  const [heads, sightings] = [await book.captures(), await book.seen(id)];
  if (!heads.ok) return heads;
  if (!sightings.ok) return sightings;
  const head = heads.value.find(({ seq }) => seq === id);
  return ok(head && sightings.value ? sourceOf(head, sightings.value) : null);
}

/** The tables of a source, as they are understood with what was taught until now. */
export const tablesOf = async ({ sightings }: SeenSource): Promise<SeenTable[]> =>
  seenTables(sightings, await keptRecipes());

/** What the source would give by this recipe, as it would be read again. Keeps nothing. */
export async function previewSource({ source, place, at, sightings }: SeenSource, recipe: Recipe): Promise<Preview> {
  const provider = source === 'page' ? providerAt(place) : null;
  const context = { source, end: null, today: clock(Date.parse(at)).day, recipes: await keptRecipes() };
  return previewOf(sightings, recipe, { ...context, ...(provider === null ? {} : { provider }) });
}

/** A capture with what it saw, as it can be taught; null for what somebody told, in which there is no table. */
function sourceOf(
  { seq, source, place, at, coverage }: CaptureHead,
  sightings: readonly Sighting[],
): SeenSource | null {
  return source === 'told' ? null : { source, place, at, gaps: coverage.gaps, sightings, seqs: [seq] };
}

const newestFirst = (heads: readonly CaptureHead[]): CaptureHead[] => heads.toSorted((a, b) => b.seq - a.seq);

/**
 * Keeps a recipe and reads again, from what was kept, whatever it is about: the last unread page, and earlier captures, whose misread rows are
 * marked as gone. Asks nothing of the portal. Answers the newest reading; null where nothing kept is about it.
 * @param reach `unread`: leaves alone what was read before, because the recipe is somebody else's
 */
export async function teach(
  recipe: Recipe,
  reach: 'all' | 'unread' = 'all',
): Promise<Result<TakenSource | null, BookError>> {
  const book = openBook();
  const kept = await book.changeRecipes((recipes) => [
    ...recipes.filter((other) => !isSameTable(other, recipe)),
    recipe,
  ]);
  if (!kept.ok) return kept;
  const sources = await sourcesOf(recipe);
  if (!sources.ok) return sources;
  const taken = await readAgain(sources.value.filter(({ seqs }) => reach === 'all' || seqs.length === 0));
  if (!taken.ok || taken.value === null) return taken;
  const named = await nameAccounts(recipe, taken.value.reading.accounts);
  return named.ok ? taken : named;
}

/**
 * Lets go of a recipe, and reads again without it what was read by it (of the newest captures): rows that nothing else shows are marked as gone.
 * What is then not understood can be taught anew.
 */
export async function forget(id: string): Promise<Result<void, BookError>> {
  const book = openBook();
  const kept = await book.recipes();
  if (!kept.ok) return kept;
  const recipe = kept.value.find((one) => one.id === id);
  if (!recipe) return ok(undefined);
  const left = await book.changeRecipes((recipes) => recipes.filter((one) => one.id !== id));
  if (!left.ok) return left;
  const sources = await sourcesOf(recipe, `recipe:${id}`);
  if (!sources.ok) return sources;
  const taken = await readAgain(sources.value.filter(({ seqs }) => seqs.length > 0));
  return taken.ok ? ok(undefined) : taken;
}

/** Reads what was kept as it would be read now, oldest first, each in the place of the captures that read it before. */
async function readAgain(sources: readonly SeenSource[]): Promise<Result<TakenSource | null, BookError>> {
  let last: TakenSource | null = null;
  const replaces: number[] = [];
  for (const { source, place, at, gaps, sightings, seqs } of sources) {
    replaces.push(...seqs);
    const provider = source === 'page' ? providerAt(place) : null;
    const taken = await takeInSightings({
      sightings,
      source,
      place,
      at,
      end: null,
      gaps: gaps.filter(({ gap }) => FROM_THE_WALK.has(gap)),
      replaces: [...replaces],
      ...(provider === null ? {} : { provider }),
    });
    if (!taken.ok) return taken;
    last = taken.value;
  }
  return ok(last);
}

/** Whether two recipes are about the same table: the newer one takes the other's place. */
export function isSameTable(a: Recipe, b: Recipe): boolean {
  const titles = (recipe: Recipe): string => JSON.stringify(recipe.columns.map(({ header }) => header).sort());
  return a.id === b.id || (JSON.stringify(a.place) === JSON.stringify(b.place) && titles(a) === titles(b));
}

/**
 * Everything kept that the recipe is about, oldest first; what several captures saw alike stands once.
 * @param format only what was last read by this
 */
async function sourcesOf(recipe: Recipe, format?: string): Promise<Result<SeenSource[], BookError>> {
  const book = openBook();
  const [unread, heads] = [await book.unread(), await book.captures()];
  if (!unread.ok) return unread;
  if (!heads.ok) return heads;
  const sources = new Map<string, SeenSource>();
  const put = (found: SeenSource): void => {
    const key = `${found.at} ${found.place}`;
    const before = sources.get(key);
    // The newest capture of the same sightings comes first, and is the one that holds.
    sources.set(key, { ...(before ?? found), seqs: [...(before?.seqs ?? []), ...found.seqs] });
  };
  for (const head of newestFirst(heads.value)
    .filter((one) => mayBeAbout(recipe, one))
    .slice(0, MOST)) {
    const seen = await book.seen(head.seq);
    if (!seen.ok) return seen;
    const found = seen.value && hasTable(recipe, seen.value) ? sourceOf(head, seen.value) : null;
    if (found) put(found);
  }
  if (unread.value && hasTable(recipe, unread.value.sightings)) put({ ...unread.value, seqs: [] });
  const isAsked = ({ seqs }: SeenSource): boolean =>
    format === undefined || heads.value.find(({ seq }) => seq === seqs[0])?.format === format;
  return ok([...sources.values()].filter(isAsked).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)));
}

const mayBeAbout = ({ place }: Recipe, head: CaptureHead): boolean =>
  place.source === head.source &&
  head.undoneAt === null &&
  (place.source === 'file' || hostAndPath(head.place)?.host === place.host);

const hasTable = (recipe: Recipe, sightings: readonly Sighting[]): boolean =>
  sightings.some((sighting) => sighting.tables.some((table) => taughtHeader([recipe], sighting, table) !== null));

/** A portal outside the directory is called what the merchant calls it, unless the account has a name already. */
async function nameAccounts({ name }: Recipe, ids: readonly string[]): Promise<Result<void, BookError>> {
  const book = openBook();
  const accounts = await book.accounts();
  if (!accounts.ok) return accounts;
  const text = name.trim();
  const unnamed = accounts.value.filter(
    ({ id, provider, label, name: own }) =>
      ids.includes(id) && provider.startsWith('site:') && label === null && own === null && provider !== `site:${text}`,
  );
  if (text === '' || unnamed.length === 0) return ok(undefined);
  for (const { id } of unnamed) {
    const labelled = await book.label(id, text);
    if (!labelled.ok) return labelled;
  }
  const summary = await refreshSummary(book);
  return summary.ok ? ok(undefined) : summary;
}
