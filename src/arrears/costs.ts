import { parseRate, type Units } from '#money/amount.ts';
import { addDays } from '#money/day.ts';
import type { Cost, Elsewhere } from '#records/cost.ts';
import { findDeductions } from './deductions.ts';
import { withoutReturned } from './given-back.ts';
import { learnTariff } from './learn-tariff.ts';
import { isMonthly, priced } from './monthly/months.ts';
import { type Book, type Input, prepare, saleRows } from './prepare.ts';
import { type Agreed, type Charged, chargedSales, dearest, linesFor, readTariff } from './tariff.ts';

const YEAR = 365;

interface Tariff {
  readonly book: Book;
  readonly standard: Elsewhere['standard'];
  readonly lines: readonly Agreed[];
}

/**
 * What each account's sales of the last year have cost, all charges together, and what they would have cost by the tariffs of the merchant's other
 * accounts of that currency: as entered, else as learned. Accounts without sales whose fee is given are left out.
 */
export function costsOf(input: Input): Cost[] {
  const books = prepare(input);
  const tariffs = books.flatMap((book) => tariffOf(book) ?? []);
  return books.flatMap((book): Cost[] => {
    const since = addDays(book.asOf, -YEAR);
    const sales = costly(book).filter(({ entry }) => entry.day > since);
    if (sales.length === 0) return [];
    const back = saleRows(book).filter((row) => row.kind === 'refund' && row.day > since && (row.fee ?? 0) < 0);
    const taken = withoutReturned(book, findDeductions(book)).filter(
      ({ day, code }) => day > since && code !== 'DEPOSIT' && code !== 'HOLD',
    );
    const others = tariffs.filter((one) => one.book !== book && one.book.currency === book.currency);
    return [
      {
        account: book.account,
        currency: book.currency,
        sales: sales.length,
        amount: sum(sales, ({ amount }) => amount),
        fees: sum(sales, ({ fee }) => fee) + sum(back, ({ fee }) => fee ?? 0),
        others: sum(taken, ({ amount }) => amount),
        elsewhere: others.map((one) => elsewhere(one, sales)),
      },
    ];
  });
}

/** Sales whose fee is known: printed, or, where fees are taken monthly, as agreed. */
function costly(book: Book): Charged[] {
  const { terms } = book;
  if (!terms?.monthly?.length) return chargedSales(saleRows(book));
  const tariff = readTariff(terms);
  const printed = new Set(chargedSales(saleRows(book)).map(({ entry }) => entry));
  return saleRows(book).flatMap((row): Charged[] => {
    if (row.kind !== 'sale' || (row.amount ?? 0) <= 0) return [];
    const agreed = isMonthly(terms, row.day) ? priced(tariff, row) : null;
    if (agreed) return [agreed];
    return printed.has(row) ? [{ entry: row, amount: row.amount ?? 0, fee: row.fee ?? 0 }] : [];
  });
}

const sum = <T>(all: readonly T[], of: (one: T) => Units): Units => all.reduce((total, one) => total + of(one), 0);

function tariffOf(book: Book): Tariff | null {
  const agreed = book.terms ? readTariff(book.terms) : [];
  if (agreed.length > 0) return { book, standard: 'terms', lines: agreed };
  const learned = learnTariff(book).flatMap(({ card, rate, cap, fixed }): Agreed[] => {
    const share = parseRate(rate);
    if (!share.ok) return [];
    const always = { from: '2000-01-01', to: null, minimum: null, above: null, upTo: null } as const;
    return [{ ...always, applies: card ?? 'all', rate: share.value, cap, fixed }];
  });
  return learned.length > 0 ? { book, standard: 'learned', lines: learned } : null;
}

/** As of today: what that provider would take now for the same sales. */
function elsewhere({ book, standard, lines }: Tariff, sales: readonly Charged[]): Elsewhere {
  let [fees, paid, unknown] = [0, 0, 0];
  for (const sale of sales) {
    const most = dearest(linesFor(lines, { ...sale.entry, day: book.asOf }), sale);
    if (!most) unknown += 1;
    else {
      fees += most.fee;
      paid += sale.fee;
    }
  }
  return { account: book.account, standard, fees, paid, unknown };
}
