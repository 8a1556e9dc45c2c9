import { inNeedOfRows, type Part, partOf } from '#arrears/compute.ts';
import type { Packed, Sifted } from '#arrears/sales/packed.ts';
import { Sift } from '#arrears/sales/sift.ts';
import type { Book, BookError, Damage } from '#book/book.ts';
import type { Newer } from '#book/by-column.ts';
import type { Day } from '#money/day.ts';
import { ok, type Result } from '#money/result.ts';
import type { Knowledge } from '#records/arrears.ts';
import type { Attempt } from '#records/attempt.ts';
import type { Mark } from '#records/mark.ts';
import type { TermsFile } from '#records/terms.ts';
import { termsFor } from '#records/terms-for.ts';
import { hasArrivals } from './joined.ts';

/** All that what is owed follows from, beside the rows. */
export interface Given {
  readonly accounts: readonly string[];
  readonly knowledge: ReadonlyMap<string, Knowledge>;
  readonly terms: TermsFile | null;
  readonly marks: readonly Mark[];
  /** Looks at portals that have not answered since. */
  readonly attempts: readonly Attempt[];
  readonly asOf: Day;
}

/** What was sifted, by account. One that is not there must be read row by row. */
export type SiftedAccounts = ReadonlyMap<string, Sifted>;

/** What a provider's accounts owe, and what it was told by. */
export interface PartOfProvider {
  readonly part: Part;
  readonly sifted: SiftedAccounts;
  /** Days that cannot be read back. */
  readonly damage: readonly Damage[];
}

/**
 * What the accounts of one provider owe. Ordinary trades are only counted; an account that cannot be told so is read row by row. Null where something has
 * arrived: payouts are joined with it over all accounts.
 * @param before what was sifted before, and what is new since
 */
export async function partOfProvider(
  book: Book,
  accounts: readonly string[],
  given: Given,
  before?: { readonly sifted: ReadonlyMap<string, Packed>; newer(account: string): Newer },
): Promise<Result<PartOfProvider | null, BookError>> {
  const sifted = new Map<string, Sifted>();
  const damage: Damage[] = [];
  for (const account of accounts) {
    const terms = given.terms ? termsFor(given.terms, account) : null;
    const known = before?.sifted.get(account);
    const sift = new Sift(given.asOf, terms, known);
    const shown = await book.byColumn(account, sift, known && before?.newer(account));
    if (!shown.ok) return shown;
    if (hasArrivals(sift.rows)) return ok(null);
    if (!shown.value.all) continue;
    damage.push(...shown.value.damage);
    sifted.set(account, sift.sifted());
  }
  const facts = new Map([...sifted].map(([account, one]) => [account, one.facts]));
  const rows = new Map([...sifted].map(([account, one]) => [account, one.rows]));
  const need = inNeedOfRows({ ...given, entries: [...rows.values()].flat(), facts });
  for (const account of accounts) {
    if (sifted.has(account) && !need.has(account)) continue;
    const read = await book.readable([account]);
    if (!read.ok) return read;
    if (hasArrivals(read.value.entries)) return ok(null);
    if (!sifted.has(account)) damage.push(...read.value.damage);
    rows.set(account, read.value.entries);
    facts.delete(account);
  }
  const knowledge = lessDamaged(given.knowledge, damage);
  const part = partOf({ ...given, knowledge, entries: [...rows.values()].flat(), facts });
  return ok({ part, sifted, damage });
}

/** An account with days that cannot be read back is not known whole, whatever was proved of it. */
export function lessDamaged(known: ReadonlyMap<string, Knowledge>, damage: readonly Damage[]): Map<string, Knowledge> {
  const less = new Map(known);
  for (const [account, knowledge] of known) {
    const days = damage.filter((one) => one.account === account).map(({ at }) => at);
    if (days.length === 0) continue;
    const gap = { gap: 'rows-damaged' as const, params: { days: days.join(', ').slice(0, 300) } };
    less.set(account, { ...knowledge, whole: false, gaps: [gap, ...knowledge.gaps] });
  }
  return less;
}
