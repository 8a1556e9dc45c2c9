import { CENT } from '#money/amount.ts';
import type { KeptEntry } from '#records/entry.ts';
import { OFTEN, shortfalls } from '../deductions.ts';
import { mayBeLate } from '../finders/late-settlements.ts';
import { mayBeShort } from '../finders/refund-advance.ts';
import { mayBeUnusual } from '../finders/unusual-sales.ts';
import { groupBy } from '../group.ts';
import { over } from '../learned.ts';
import type { Book } from '../prepare.ts';
import { chargedSales } from '../tariff.ts';
import { allTerminalTerms } from '../terminals.ts';
import { mayStandTwice } from './doubles.ts';
import type { Facts } from './facts.ts';
import { baseOf } from './sift.ts';
import { usualIn } from './year.ts';

/**
 * Whether a finder has something to tell of trades that are only counted, or cannot know without them: then every row of the account must be
 * read. Each line names what would ask; a finder that asks for more of the sales needs a line here, or a fact (docs/arrears.md).
 * @param book its rows are those that were sifted out
 */
export function needsRows(book: Book): boolean {
  const { facts } = book;
  if (facts === null) return false;
  const sales = book.rows.filter((row) => row.ledger === 'trade' && row.kind === 'sale');
  return (
    // Which sale reached a deposit's target.
    allTerminalTerms(book).some(({ deposit }) => deposit !== null) ||
    // What a month's fees come to.
    (book.terms?.monthly ?? []).length > 0 ||
    // What is missing from each sale, as a sum or as a share.
    isOftenShort(sales) ||
    // Since when more is charged than at first.
    isDearer(facts, sales) ||
    // Which refunds took a balance below zero, or were made after they failed.
    book.rows.some((row) => row.ledger === 'trade' && row.balance !== null) ||
    book.unfinished.some((row) => row.kind === 'refund' && row.state === 'failed') ||
    mayBeShort(facts) ||
    mayBeUnusual(facts, sales) ||
    mayStandTwice(facts.doubles) ||
    mayBeLate(book, facts) ||
    // What is usual in a year.
    (facts.year.count > 0 && usualIn(facts.year) === null)
  );
}

const isOftenShort = (sales: readonly KeptEntry[]): boolean =>
  [...groupBy(shortfalls(sales), ({ entry }) => entry.terminal).values()].some(({ length }) => length >= OFTEN);

/** Rows of before may have come later, and change what was charged at first. */
function isDearer({ bases }: Facts, sales: readonly KeptEntry[]): boolean {
  const cards: ReadonlyMap<string | null, readonly KeptEntry[]> = groupBy(sales, (row) => row.card);
  return [...bases].some(([card, { base }]) => {
    const rows = cards.get(card) ?? [];
    if (JSON.stringify(baseOf(rows)) !== JSON.stringify(base)) return true;
    return base !== null && chargedSales(rows).some((row) => over(base, row) > CENT);
  });
}
