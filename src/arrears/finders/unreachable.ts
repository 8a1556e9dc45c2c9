import { type Day, earlierOf } from '#money/day.ts';
import type { Item } from '#records/arrears.ts';
import type { Attempt } from '#records/attempt.ts';
import { partsOf } from '../account-id.ts';
import { maintenancePage } from '../causes/maintenance.ts';
import { dayOf, portalUnreachable } from '../causes/portal-unreachable.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';

/**
 * Portals that have not answered since: a warning, amount 0, for each account there, unless rows up to the last try were read all the same, from a file.
 * One try alone is told as the last check and nowhere else, but for a portal's own notice of maintenance.
 * @param attempts the looks that did not answer, of each portal since it last did (`src/book/acts/attempts.ts`)
 */
export function unreachable(books: readonly Book[], attempts: readonly Attempt[], asOf: Day): Item[] {
  if (attempts.length === 0) return [];
  const told = new Set<string>();
  return books.flatMap((book): Item[] => {
    const { provider } = partsOf(book.account);
    const own = attempts.filter((one) => one.provider === provider);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || told.has(book.account)) return [];
    told.add(book.account);
    const to = book.knowledge?.to ?? null;
    if (to !== null && to >= earlierOf(dayOf(last), asOf)) return [];
    const notice = own.find(({ how }) => how === 'maintenance');
    const silent = portalUnreachable(
      own,
      attempts.filter((one) => one.provider !== provider),
    );
    const causes = [...(notice ? [maintenancePage(dayOf(notice))] : []), ...(silent ? [silent] : [])];
    if (causes.length === 0) return [];
    const draft = { code: 'WARNING', state: 'open', basis: 'derived', terminal: null, min: 0 } as const;
    return [item(book, { ...draft, since: earlierOf(dayOf(first), asOf), causes, mark: `unreachable ${first.at}` })];
  });
}
