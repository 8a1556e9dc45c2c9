import { CENT, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import { capNotApplied } from '../causes/cap-not-applied.ts';
import { fixedAddOn } from '../causes/fixed-add-on.ts';
import { rateRise } from '../causes/rate-rise.ts';
import type { Change, Shape } from '../causes/tariff-change.ts';
import { wrongCard } from '../causes/type-mismatch.ts';
import { unexplained } from '../causes/unexplained.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import { findRises, findUncapped } from '../learned.ts';
import { type Book, compareInstants, saleRows } from '../prepare.ts';
import { stretchesOf } from '../shapes.ts';
import {
  type Agreed,
  agreedFee,
  type Charged,
  chargedSales,
  dearest,
  feeOf,
  isOfDay,
  linesFor,
  readTariff,
} from '../tariff.ts';

/** Fees above the tariff: claimable against entered terms; without terms, a dated jump above the account's own earlier rate, shown as taken. */
export function overcharges(book: Book): Item[] {
  const sales = chargedSales(saleRows(book));
  const tariff = book.terms ? readTariff(book.terms) : [];
  return tariff.length > 0 ? aboveTerms(book, sales, tariff) : aboveLearned(book, sales);
}

interface Over extends Charged {
  readonly line: Agreed;
  readonly excess: Units;
}

/**
 * Each sale against the line that governs it. Where several may (the row does not say its card), against the dearest: what is claimed then
 * is owed under any of them.
 */
function aboveTerms(book: Book, sales: readonly Charged[], tariff: readonly Agreed[]): Item[] {
  const over: Over[] = [];
  for (const sale of sales) {
    const most = dearest(linesFor(tariff, sale.entry), sale);
    if (most && sale.fee - most.fee > CENT) over.push({ ...sale, line: most.line, excess: sale.fee - most.fee });
  }
  const misread = mistaken(sales, over, tariff);
  const rest = over.filter((one) => !misread.has(one));
  return [
    ...[...groupBy([...misread.keys()], (one) => misread.get(one))].flatMap(([line, rows]) =>
      line ? [asAnotherCard(book, rows, line)] : [],
    ),
    ...[...groupBy(rest, (one) => tariff.indexOf(one.line)).values()].flatMap((alike) => itemsOf(book, alike)),
  ];
}

/** Of the sales of a card type since one was first charged as another, so many at the right rate say that the terms have not changed. */
const STILL_RIGHT = 0.05;

/**
 * The sales that were charged to the cent as another card type of that day is, with the line of that type. Where nearly all sales since the first
 * of them were, the rate has changed, and the card was not mistaken.
 */
function mistaken(sales: readonly Charged[], over: readonly Over[], tariff: readonly Agreed[]): Map<Over, Agreed> {
  const found = new Map<Over, Agreed>();
  for (const [card, alike] of groupBy(over, (one) => one.entry.card)) {
    if (card === null) continue;
    const misread = alike.flatMap((one): [Over, Agreed][] => {
      const line = tariff.find(
        (other) =>
          other.applies !== card &&
          other.applies !== 'all' &&
          isOfDay(other, one.entry.day) &&
          Math.abs(agreedFee(other, one) - one.fee) <= CENT / 10,
      );
      return line ? [[one, line]] : [];
    });
    const first = misread[0]?.[0].entry;
    if (!first) continue;
    const since = sales.filter(({ entry }) => entry.card === card && compareInstants(entry, first) >= 0);
    const right = since.length - alike.length;
    if (right > since.length * STILL_RIGHT) for (const [one, line] of misread) found.set(one, line);
  }
  return found;
}

function asAnotherCard(book: Book, rows: readonly Over[], line: Agreed): Item {
  const [first] = rows as [Over, ...Over[]];
  const { day, card } = first.entry;
  const facts = { day, card: card ?? 'credit', as: line.applies, rate: line.rate, excess: sum(rows) };
  return claim(book, rows, 'claimable', `as ${line.applies}`, [
    wrongCard(entries(rows), { ...facts, standard: 'terms' }),
  ]);
}

function itemsOf(book: Book, alike: readonly Over[]): Item[] {
  const [first] = alike;
  if (!first) return [];
  const { line } = first;
  const isUncapped = (one: Over): boolean => line.cap !== null && Math.abs(feeOf(line, one) - one.fee) <= CENT;
  const uncapped = alike.filter(isUncapped);
  const rest = alike.filter((one) => !isUncapped(one));
  const items: Item[] = [];
  if (uncapped.length > 0 && line.cap !== null) {
    const day = uncapped[0]?.entry.day ?? first.entry.day;
    items.push(
      claim(book, uncapped, 'claimable', 'cap', [
        capNotApplied(entries(uncapped), line.cap, sum(uncapped), day, 'terms'),
      ]),
    );
  }
  const stretches = stretchesOf(rest, line);
  for (const { shape, rows } of stretches)
    items.push(claim(book, rows, 'claimable', 'fee', causesOf(rows, line, shape)));
  const unclear = rest.slice(stretches.reduce((count, { rows }) => count + rows.length, 0));
  if (unclear.length > 0) items.push(claim(book, unclear, 'claimable', 'fee', noShape(unclear)));
  return items;
}

function causesOf(rows: readonly Over[], line: Agreed, after: Shape): readonly Cause[] {
  const change: Change = { before: line, after, day: dayOf(rows), excess: sum(rows), standard: 'terms' };
  return shaped(entries(rows), change, noShape(rows));
}

const noShape = (rows: readonly Over[]): readonly Cause[] => [unexplained(entries(rows), sum(rows), dayOf(rows))];
const dayOf = (rows: readonly Over[]): Day => (rows[0] as Over).entry.day;

function aboveLearned(book: Book, sales: readonly Charged[]): Item[] {
  const items: Item[] = [];
  for (const [, alike] of groupBy(sales, (one) => one.entry.card)) {
    for (const { change, rows } of findRises(alike))
      items.push(claim(book, rows, 'taken', 'fee', shaped(entries(rows), change, [])));
    const uncapped = findUncapped(alike);
    if (!uncapped) continue;
    const { cap, rows } = uncapped;
    const day = rows[0]?.entry.day ?? book.asOf;
    items.push(claim(book, rows, 'taken', 'cap', [capNotApplied(entries(rows), cap, sum(rows), day, 'learned')]));
  }
  return items;
}

function shaped(rows: ReturnType<typeof entries>, change: Change, fallback: readonly Cause[]): readonly Cause[] {
  const found = [rateRise(rows, change), fixedAddOn(rows, change)].filter((cause): cause is Cause => cause !== null);
  return found.length > 0 ? found : fallback;
}

type Excess = Pick<Over, 'entry' | 'excess'>;
const entries = (rows: readonly Pick<Charged, 'entry'>[]) => rows.map((row) => row.entry);
const sum = (rows: readonly Excess[]): Units => rows.reduce((all, row) => all + row.excess, 0);

function claim(
  book: Book,
  over: readonly Excess[],
  state: 'claimable' | 'taken',
  mark: string,
  causes: readonly Cause[],
): Item {
  const first = over[0]?.entry;
  return item(book, {
    code: 'MDR_DELTA',
    state,
    basis: 'derived',
    terminal: null,
    min: sum(over),
    since: first?.day ?? null,
    causes,
    mark: `${mark} ${first?.key ?? ''}`,
  });
}
