import { type Part, partOf, together } from '#arrears/compute.ts';
import { type Packed, pack } from '#arrears/sales/packed.ts';
import type { Book, BookError, Damage } from '#book/book.ts';
import { HEAD, type Workings } from '#book/workings.ts';
import type { Day } from '#money/day.ts';
import { ok, type Result } from '#money/result.ts';
import type { Arrears } from '#records/arrears.ts';
import type { ChainEnd } from '#records/capture.ts';
import { joinedOf } from './joined.ts';
import { type Given, lessDamaged, partOfProvider, type SiftedAccounts } from './part-of-provider.ts';

export interface Owed {
  readonly arrears: Arrears;
  readonly damage: readonly Damage[];
  /** When what was worked out is kept, or is not: nothing depends on it. */
  readonly kept: Promise<unknown>;
}

/** What is kept of one provider beside its own record, which holds what was sifted. */
interface KeptPart {
  readonly provider: string;
  /** What it was told by, as text. */
  readonly by: string;
  readonly part: Part;
}

interface KeptHead {
  /** By what version, on what day, and by which terms. */
  readonly by: string;
  readonly parts: readonly KeptPart[];
}

/**
 * What is owed by the whole book. Provider by provider, so that no more than one provider's rows are in memory; and only by what is new since, where
 * nothing else has changed. What was worked out is kept beside the book for that.
 * @param end where the book's chain ended before `given` was asked for
 * @param version of this product: what another one has kept is not used
 */
export async function owedByBook(
  book: Book,
  given: Given,
  end: ChainEnd,
  version: string,
): Promise<Result<Owed, BookError>> {
  const by = JSON.stringify([version, given.asOf, given.terms]);
  const sooner = await bySinceLast(book, given, end, by);
  if (!sooner.ok) return sooner;
  return sooner.value === null ? anew(book, given, end, by) : ok(sooner.value);
}

/** Null where nothing that can be gone on from was kept. */
async function bySinceLast(
  book: Book,
  given: Given,
  end: ChainEnd,
  by: string,
): Promise<Result<Owed | null, BookError>> {
  const kept = await book.workings(HEAD);
  if (!kept.ok) return kept;
  const head = kept.value?.value as KeptHead | null | undefined;
  if (!kept.value || head?.by !== by) return ok(null);
  const { token, end: before } = kept.value;
  const newer = await book.newSince(before);
  if (!newer.ok) return newer;
  const days = newer.value;
  if (days === null) return ok(null);
  const parts: KeptPart[] = [];
  const records = new Map<string, Workings>();
  for (const [provider, accounts] of byProvider(given.accounts)) {
    const was = head.parts.find((one) => one.provider === provider);
    const now = toldBy(accounts, given);
    if (was?.by === now && !accounts.some((account) => days.has(account))) {
      parts.push(was);
      continue;
    }
    const record = was ? await book.workings(provider) : ok(null);
    if (!record.ok) return record;
    if (was && record.value?.token !== token) return ok(null);
    const sifted = (record.value?.value ?? new Map()) as ReadonlyMap<string, Packed>;
    const of = (account: string) => ({ days: [...(days.get(account) ?? new Set<Day>())], after: before.seq });
    const told = await partOfProvider(book, accounts, given, { sifted, newer: of });
    if (!told.ok) return told;
    if (told.value === null || told.value.damage.length > 0) return ok(null);
    parts.push({ provider, by: now, part: told.value.part });
    records.set(provider, { token, end, value: packed(told.value.sifted) });
  }
  records.set(HEAD, { token, end, value: { by, parts } satisfies KeptHead });
  return ok(owedBy(parts, [], given, book.keepWorkings(token, records)));
}

async function anew(book: Book, given: Given, end: ChainEnd, by: string): Promise<Result<Owed, BookError>> {
  const token = crypto.randomUUID();
  // What changes the book meanwhile lets go of this, and what is worked out now is not kept then.
  const begun = await book.keepWorkings(null, new Map([[HEAD, { token, end, value: null }]]));
  if (!begun.ok) return begun;
  const parts: KeptPart[] = [];
  const damage: Damage[] = [];
  const records = new Map<string, Workings>();
  for (const [provider, accounts] of byProvider(given.accounts)) {
    const told = await partOfProvider(book, accounts, given);
    if (!told.ok) return told;
    if (told.value === null) return plainly(book, given);
    parts.push({ provider, by: toldBy(accounts, given), part: told.value.part });
    damage.push(...told.value.damage);
    records.set(provider, { token, end, value: packed(told.value.sifted) });
  }
  records.set(HEAD, { token, end, value: { by, parts } satisfies KeptHead });
  // A day that can be read again one day must be missed until then.
  return ok(owedBy(parts, damage, given, damage.length > 0 ? null : book.keepWorkings(token, records)));
}

const owedBy = (
  parts: readonly KeptPart[],
  damage: readonly Damage[],
  { asOf }: Given,
  kept: Promise<unknown> | null,
): Owed => ({
  arrears: together(
    asOf,
    parts.map(({ part }) => part),
  ),
  damage,
  kept: kept ?? Promise.resolve(),
});

const packed = (sifted: SiftedAccounts): Map<string, Packed> =>
  new Map([...sifted].map(([account, of]) => [account, pack(of)]));

/** Row by row, for payouts are joined with what arrived of them in any account. */
async function plainly(book: Book, given: Given): Promise<Result<Owed, BookError>> {
  const readable = await book.readable();
  if (!readable.ok) return readable;
  const { entries, damage } = readable.value;
  const knowledge = lessDamaged(given.knowledge, damage);
  const matches = joinedOf(entries, given.marks, given.asOf);
  const part = partOf({ ...given, knowledge, entries, matches });
  return ok({ arrears: together(given.asOf, [part]), damage, kept: Promise.resolve() });
}

/** What these accounts owe by, beside their rows and what stands in `KeptHead.by`. */
const toldBy = (accounts: readonly string[], { knowledge, attempts }: Given): string =>
  JSON.stringify([accounts.map((account) => [account, knowledge.get(account) ?? null]), attempts]);

function byProvider(accounts: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const account of accounts) {
    const provider = account.replace(/:.*$/, '');
    const group = groups.get(provider);
    if (group) group.push(account);
    else groups.set(provider, [account]);
  }
  return groups;
}
