import type { Day, Period } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Knowledge } from '#records/arrears.ts';
import { type KeptEntry, Ledger } from '#records/entry.ts';
import { RECIPE_LIMITS, type Recipe, recipeOf } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Book, BookError, TakeIn, TakenIn, Unread } from './book.ts';
import { type AccountRecord, knowledgeOf } from './coverage.ts';
import { dayKey } from './day-books.ts';
import { gunzip, verifyChain } from './hash.ts';
import { daysOfId } from './id-index.ts';
import { dayOfKey } from './identity.ts';
import { DamagedRecord, type Shelf } from './shelf.ts';
import { newAccount, plan } from './take-in.ts';

/** A book on a shelf: the same rules wherever it is kept. */
export function makeBook(shelf: Shelf): Book {
  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, BookError>> => {
    try {
      return ok(await work());
    } catch (thrown) {
      return fail(shelf.explain(thrown));
    }
  };
  const entriesOf = async (accounts: readonly string[] | undefined, period: Period | null): Promise<KeptEntry[]> => {
    const wanted = accounts ?? (await shelf.accounts()).map(({ id }) => id);
    const entries: KeptEntry[] = [];
    for (const account of [...new Set(wanted)].sort()) {
      for (const book of await shelf.span(account, period)) for (const entry of book.entries) entries.push(entry);
    }
    return entries;
  };

  return {
    takeIn: (input) => attempt(() => shelf.alone(() => takeIn(shelf, input))),
    entriesOf: (accounts, period) => attempt(() => entriesOf(accounts, period ?? null)),
    rows: (account, keys) => attempt(() => rows(shelf, account, keys)),
    accounts: () =>
      attempt(async () =>
        (await shelf.accounts()).map(({ id, provider, merchantNumber, name, label }) => ({
          id,
          provider,
          merchantNumber,
          name,
          label,
        })),
      ),
    label: (account, label) =>
      attempt(() =>
        shelf.alone(async () => {
          const record = (await shelf.accounts()).find(({ id }) => id === account) ?? newAccount(account);
          const text = label.trim().slice(0, 200);
          await shelf.putAccount({ ...record, label: text === '' ? null : text });
        }),
      ),
    knowledge: () => attempt(async () => knowledge(await shelf.accounts())),
    captures: () => attempt(async () => [...(await shelf.heads())]),
    seen: (seq) => attempt(() => seen(shelf, seq)),
    verify: () => attempt(() => verifyChain(shelf.links())),
    lastCheck: () => attempt(() => shelf.check()),
    unread: () => attempt(() => unread(shelf)),
    recipes: () => attempt(() => recipes(shelf)),
    changeRecipes: (change) =>
      attempt(() =>
        shelf.alone(async () => {
          const changed = change(await recipes(shelf)).slice(-RECIPE_LIMITS.recipes);
          await shelf.putRecipes(changed);
          return [...changed];
        }),
      ),
    stage: (jobId, index, sighting) => attempt(() => shelf.stage(jobId, index, sighting)),
    staged: (jobId) => attempt(() => shelf.staged(jobId)),
    stagedJobs: () => attempt(() => shelf.stagedJobs()),
    dropStaged: (jobId) => attempt(() => shelf.dropStaged(jobId)),
    close: () => shelf.close(),
  };
}

async function takeIn(shelf: Shelf, input: TakeIn): Promise<TakenIn> {
  const { change, taken } = await plan(shelf, input);
  await shelf.commit(change);
  return taken;
}

function knowledge(records: readonly AccountRecord[]): Map<string, Knowledge> {
  const known = new Map<string, Knowledge>();
  for (const record of records) {
    const of = knowledgeOf(record);
    if (of) known.set(record.id, of);
  }
  return known;
}

async function rows(shelf: Shelf, account: string, keys: readonly string[]): Promise<KeptEntry[]> {
  const wanted = new Set(keys);
  const byId = [...wanted].some((key) => dayOfKey(key) === null);
  const months = byId ? (await Promise.all(Ledger.options.map((ledger) => shelf.ids(account, ledger)))).flat() : [];
  const days = new Map<string, { account: string; day: Day }>();
  for (const key of wanted) {
    const day = dayOfKey(key);
    // A row that shares its id with one of another amount has the amount behind its key; the index knows the id alone.
    const found = day === null ? [key, key.replace(/~[^|~]*$/, '')].flatMap((of) => daysOfId(months, of)) : [day];
    for (const of of found) days.set(dayKey(account, of), { account, day: of });
  }
  const books = await shelf.days([...days.values()]);
  return [...books.values()].flat().filter((entry) => wanted.has(entry.key));
}

async function seen(shelf: Shelf, seq: number): Promise<Sighting[] | null> {
  const bytes = await shelf.seen(seq);
  return bytes ? unpacked(bytes) : null;
}

async function unread(shelf: Shelf): Promise<Unread | null> {
  const packed = await shelf.unread();
  if (!packed) return null;
  const { seen: bytes, ...head } = packed;
  return { ...head, sightings: await unpacked(bytes) };
}

async function recipes(shelf: Shelf): Promise<Recipe[]> {
  return (await shelf.recipes()).flatMap((kept) => {
    const recipe = recipeOf(kept);
    return recipe.ok ? [recipe.value] : [];
  });
}

async function unpacked(bytes: Uint8Array): Promise<Sighting[]> {
  const json = await gunzip(bytes);
  if (!json.ok) throw new DamagedRecord();
  return JSON.parse(json.value) as Sighting[];
}
