import type { Day, Period } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Knowledge } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { RECIPE_LIMITS, type Recipe, recipeOf } from '#records/recipe.ts';
import type { Sighting } from '#records/sighting.ts';
import { erase } from './acts/erase.ts';
import { attach, detach, mark } from './acts/mark-row.ts';
import { asMarked, corrected, counts, type Marks, marksByKey } from './acts/marks.ts';
import { undo } from './acts/take-back.ts';
import { plan } from './acts/take-in.ts';
import { restore } from './backup/restore.ts';
import { stateOf } from './backup/state.ts';
import { writeBackup } from './backup/write.ts';
import type { Book, BookError, Damage, ListedRow, Question, Readable, Unread } from './book.ts';
import { byColumn } from './by-column.ts';
import { Damaged } from './codec/bytes.ts';
import { undamaged } from './codec/undamaged.ts';
import { type AccountRecord, newAccount } from './coverage/accounts.ts';
import { knowledgeOf } from './coverage/coverage.ts';
import { figuresIn } from './figures/figures.ts';
import type { DayFigures } from './figures/sheets.ts';
import { dayKey } from './identity/day-key.ts';
import { daysOfKeys } from './identity/days-of-keys.ts';
import { entriesIn } from './merge/day-books.ts';
import { readableImages } from './merge/images.ts';
import { reachesEnd } from './proof/chain-end.ts';
import { damageIn, readableDays } from './proof/damage.ts';
import { gunzip } from './proof/gzip.ts';
import { seenBy } from './proof/kept-seen.ts';
import { linksOf } from './proof/links.ts';
import { verifyChain } from './proof/proof.ts';
import { parseSightings, readSeen } from './proof/seen.ts';
import { answers, asOfCapture, imagesByDay, listed } from './questions.ts';
import type { Shelf } from './shelf.ts';
import { newSince } from './workings.ts';

/** Day books fetched at once in a search: some megabytes, and a search that is stopped has not fetched for nothing. */
const SEARCHED_AT_ONCE = 200;

/** A book on a shelf: the same rules wherever it is kept. */
export function makeBook(shelf: Shelf): Book {
  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, BookError>> => {
    try {
      return ok(await work());
    } catch (thrown) {
      const error = shelf.explain(thrown);
      // The whole book is to be read again, so that every damaged day is named.
      if (error === 'damaged') await shelf.dropWorkings().catch(() => undefined);
      return fail(error);
    }
  };
  /** The same for work that has reasons of its own to refuse. */
  const refusable = async <T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | BookError>> => {
    const done = await attempt(work);
    return done.ok ? done.value : done;
  };

  return {
    takeIn: (input) =>
      attempt(() =>
        shelf.alone(async () => {
          const { change, taken } = await plan(shelf, input);
          await shelf.commit(change);
          return taken;
        }),
      ),
    undo: (seq) => refusable(() => shelf.alone(() => undo(shelf, seq))),
    erase: (providers) => attempt(() => shelf.alone(() => erase(shelf, providers))),
    eraseAll: () => attempt(() => shelf.alone(() => shelf.clear())),
    backup: (options) => refusable(() => shelf.alone(() => writeBackup(shelf, options))),
    state: () => attempt(() => stateOf(shelf)),
    restore: (file, options) => refusable(() => shelf.alone(() => restore(shelf, file, options))),
    byColumn: (account, reader, newer) => attempt(() => byColumn(shelf, account, reader, newer ?? null)),
    newSince: (end) => attempt(() => newSince(shelf, end)),
    workings: (name) => attempt(() => shelf.workings(name)),
    keepWorkings: (token, records) => attempt(() => shelf.keepWorkings(token, records)),
    entriesOf: (accounts, period) => attempt(() => entriesOf(shelf, accounts, period ?? null)),
    readable: (accounts) => attempt(() => readable(shelf, accounts)),
    damage: () =>
      attempt(async () => {
        const damage = await damageIn(shelf);
        if (damage.length > 0) await shelf.dropWorkings();
        return damage;
      }),
    rows: (account, keys) => attempt(() => rows(shelf, account, keys)),
    day: (account, day) => attempt(() => ofDay(shelf, account, day)),
    find: (question, visit, searched = () => true) => attempt(() => find(shelf, question, visit, searched)),
    figures: (accounts, period) => attempt(() => figures(shelf, accounts, period ?? null)),
    months: (accounts) =>
      attempt(async () => {
        const sheets = await Promise.all((await idsOf(shelf, accounts)).map((account) => shelf.sheets(account)));
        return sheets.flat().map(({ account, month, totals }) => ({ account, month, totals }));
      }),
    mark: (account, key, change) => refusable(() => shelf.alone(() => mark(shelf, account, key, change))),
    attach: (account, key, paper) => refusable(() => shelf.alone(() => attach(shelf, account, key, paper))),
    detach: (account, key, sha256) => refusable(() => shelf.alone(() => detach(shelf, account, key, sha256))),
    marks: () =>
      attempt(async () => (await Promise.all((await idsOf(shelf)).map((account) => shelf.marks(account)))).flat()),
    paper: (sha256) =>
      attempt(async () => {
        const paper = await shelf.paper(sha256);
        return paper && new Blob([paper.bytes], { type: paper.type });
      }),
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
    records: () => attempt(async () => [...(await shelf.accounts())]),
    label: (account, label) =>
      attempt(() =>
        shelf.alone(async () => {
          const record = (await shelf.accounts()).find(({ id }) => id === account) ?? newAccount(account);
          const text = label.trim().slice(0, 200);
          const accounts = [{ ...record, label: text === '' ? null : text }];
          await shelf.commit({ base: await shelf.tail(), accounts });
        }),
      ),
    knowledge: () => attempt(async () => knowledge(await shelf.accounts())),
    captures: () => attempt(async () => [...(await shelf.heads())]),
    seen: (seq) => attempt(() => seen(shelf, seq)),
    end: () => attempt(() => shelf.tail()),
    reaches: (end) =>
      attempt(async () => {
        const [now, head] = await Promise.all([shelf.tail(), shelf.head(end.seq)]);
        if (reachesEnd(end, now, head?.hash ?? null)) return true;
        // A backup merged into a book that had read something since: its captures come in order, so the last one brings all before it.
        return (await shelf.heads()).some(({ original }) => original === end.hash);
      }),
    verify: (options) => attempt(async () => verifyChain(linksOf(shelf), await shelf.tail(), options)),
    lastCheck: () => attempt(() => shelf.check()),
    attempts: () => attempt(async () => [...(await shelf.attempts())]),
    unread: () => attempt(() => unread(shelf)),
    recipes: () => attempt(() => recipes(shelf)),
    changeRecipes: (change) =>
      attempt(() =>
        shelf.alone(async () => {
          const changed = change(await recipes(shelf)).slice(-RECIPE_LIMITS.recipes);
          await shelf.commit({ base: await shelf.tail(), recipes: changed });
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

/** Account ids in order, each once; all that the book knows where none are named. */
async function idsOf(shelf: Shelf, accounts?: readonly string[]): Promise<string[]> {
  const wanted = accounts ?? (await shelf.accounts()).map(({ id }) => id);
  return [...new Set(wanted)].sort();
}

async function entriesOf(
  shelf: Shelf,
  accounts: readonly string[] | undefined,
  period: Period | null,
): Promise<KeptEntry[]> {
  const entries: KeptEntry[] = [];
  for (const account of await idsOf(shelf, accounts)) {
    const marks = marksByKey(await shelf.marks(account));
    for await (const books of shelf.span(account, period)) {
      for (const book of books) for (const entry of merchantSees(entriesIn(book), marks)) entries.push(entry);
    }
  }
  return entries;
}

async function readable(shelf: Shelf, accounts?: readonly string[]): Promise<Readable> {
  const entries: KeptEntry[] = [];
  const damage: Damage[] = [];
  for (const account of await idsOf(shelf, accounts)) {
    const marks = marksByKey(await shelf.marks(account));
    const of = await readableDays(shelf, account);
    for (const day of of.days) for (const entry of merchantSees(day, marks)) entries.push(entry);
    damage.push(...of.damage);
  }
  return { entries, damage };
}

/** Rows that count as the merchant sees them, and superseded ones. */
function merchantSees(entries: readonly KeptEntry[], marks: Marks): KeptEntry[] {
  if (marks.size === 0) return [...entries];
  return asMarked(
    entries.filter((entry) => entry.supersededBy !== null || counts(entry, marks)),
    marks,
  );
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
  // A part of a row that the merchant split is found with the row.
  const named = [...wanted].flatMap((key) => [key, key.replace(/\/\d+$/, '')]);
  const days = await daysOfKeys(shelf, account, named);
  const marks = marksByKey(await shelf.marks(account));
  const books = await shelf.days(days.map((day) => ({ account, day })));
  const found = [...books.values()].flatMap(entriesIn);
  const whole = found.map((entry) => corrected(entry, marks.get(entry.key)));
  const parts = asMarked(
    found.filter(({ key }) => (marks.get(key)?.parts.length ?? 0) > 0),
    marks,
  );
  const byKey = new Map([...whole, ...parts].map((entry) => [entry.key, entry]));
  return [...byKey.values()].filter((entry) => wanted.has(entry.key));
}

async function ofDay(shelf: Shelf, account: string, day: Day): Promise<ListedRow[]> {
  const [books, marks] = await Promise.all([shelf.days([{ account, day }]), shelf.marks(account)]);
  const book = books.get(dayKey(account, day));
  return book ? listed(entriesIn(book), marksByKey(marks)) : [];
}

async function find(
  shelf: Shelf,
  question: Question,
  visit: Parameters<Book['find']>[1],
  searched: NonNullable<Parameters<Book['find']>[2]>,
): Promise<Damage[]> {
  const { asOf } = question;
  const later = asOf === undefined ? [] : (await shelf.tracesAfter(asOf)).map(readableImages);
  const images = imagesByDay(later.flatMap((trace) => trace.images));
  // What these days held then cannot be told any more.
  const lost = new Set(
    later
      .flatMap((trace) => trace.lost)
      .flatMap(({ account, day, wasDay }) => [dayKey(account, day), dayKey(account, wasDay)]),
  );
  const fits = answers(question);
  const marks = new Map<string, Marks>();
  const damage: Damage[] = [];
  const days = await daysOfQuestion(shelf, question, images);
  for (let from = 0; from < days.length; from += SEARCHED_AT_ONCE) {
    const some = days.slice(from, from + SEARCHED_AT_ONCE);
    const books = await shelf.days(some);
    for (const place of some) {
      const { account, day } = place;
      const book = books.get(dayKey(account, day));
      const now = book ? undamaged(() => entriesIn(book)) : [];
      if (now === null || lost.has(dayKey(account, day))) {
        damage.push({ account, of: 'rows', at: day });
        if (!(await searched(day, account))) return damage;
        continue;
      }
      const own = images.get(dayKey(account, day))?.images ?? [];
      const entries = asOf === undefined ? now : asOfCapture(place, now, asOf, own);
      const said = marks.get(account) ?? marksByKey(await shelf.marks(account));
      marks.set(account, said);
      const found = entries.filter((entry) => fits(entry, said.get(entry.key) ?? null));
      if (found.length > 0 && !(await visit(listed(found, said), day))) return damage;
      if (!(await searched(day, account))) return damage;
    }
  }
  return damage;
}

/** The days on which a row can stand that answers the question, in its order. */
async function daysOfQuestion(
  shelf: Shelf,
  { accounts, period, marked, newestFirst = false }: Question,
  images: ReturnType<typeof imagesByDay>,
): Promise<{ account: string; day: Day }[]> {
  const wanted = new Set(await idsOf(shelf, accounts));
  const days = new Map<string, { account: string; day: Day }>();
  for (const { account, day } of await figures(shelf, accounts, period ?? null)) {
    days.set(dayKey(account, day), { account, day });
  }
  for (const [name, { account, day }] of images) {
    const isWithin = period === undefined || (day >= period.from && day <= period.to);
    if (isWithin && wanted.has(account)) days.set(name, { account, day });
  }
  if (marked !== undefined) {
    const of = (await Promise.all([...wanted].map((account) => shelf.marks(account)))).flat();
    const said = new Set(of.map(({ account, day }) => dayKey(account, day)));
    for (const name of [...days.keys()]) if (!said.has(name)) days.delete(name);
  }
  const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...days.values()].sort((a, b) =>
    newestFirst
      ? order(b.day, a.day) || order(a.account, b.account)
      : order(a.account, b.account) || order(a.day, b.day),
  );
}

async function figures(
  shelf: Shelf,
  accounts: readonly string[] | undefined,
  period: Period | null,
): Promise<(DayFigures & { account: string })[]> {
  const months = period === null ? undefined : { from: period.from.slice(0, 7), to: period.to.slice(0, 7) };
  const sheets = await Promise.all((await idsOf(shelf, accounts)).map((account) => shelf.sheets(account, months)));
  const days: (DayFigures & { account: string })[] = [];
  for (const sheet of sheets.flat()) {
    for (const of of await figuresIn(shelf, sheet)) {
      const within = period === null || (of.day >= period.from && of.day <= period.to);
      if (within) days.push({ account: sheet.account, ...of });
    }
  }
  return days;
}

async function seen(shelf: Shelf, seq: number): Promise<Sighting[] | null> {
  const head = await shelf.head(seq);
  const kept = head && (await seenBy(shelf, head));
  if (!kept || head.sightLost) return null;
  return kept.codec === 1 ? fromJson(kept.bytes) : readSeen(kept);
}

async function unread(shelf: Shelf): Promise<Unread | null> {
  const packed = await shelf.unread();
  if (!packed) return null;
  const { seen: bytes, ...head } = packed;
  return { ...head, sightings: await fromJson(bytes) };
}

async function recipes(shelf: Shelf): Promise<Recipe[]> {
  return (await shelf.recipes()).flatMap((kept) => {
    const recipe = recipeOf(kept);
    return recipe.ok ? [recipe.value] : [];
  });
}

async function fromJson(bytes: Uint8Array): Promise<Sighting[]> {
  const json = await gunzip(bytes);
  if (!json.ok) throw new Damaged();
  return parseSightings(json.value);
}
