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
import { excessOver, stretchesOf } from '../shapes.ts';
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

/** So many sales before the one that shows a dearer shape are looked at for single cents of it. */
const LOOK_BACK = 50;

/** Fees above the tariff: claimable against entered terms; without terms, a dated jump above the account's own earlier rate, shown as taken. */
export function overcharges(book: Book): Item[] {
  const sales = chargedSales(saleRows(book));
  const tariff = book.terms ? readTariff(book.terms) : [];
  return tariff.length > 0 ? aboveTerms(book, sales, tariff) : aboveLearned(book, sales);
}

interface Over extends Charged {
  readonly line: Agreed;
  readonly excess: Units;
  /** Its place among all sales. */
  readonly at: number;
}

/**
 * Each sale against the line that governs it. Where several may (the row does not say its card), against the dearest: what is claimed then
 * is owed under any of them.
 */
function aboveTerms(book: Book, sales: readonly Charged[], tariff: readonly Agreed[]): Item[] {
  const over: Over[] = [];
  const cents: Over[] = [];
  const heldTo = (sale: Charged) => dearest(linesFor(tariff, sale.entry), sale);
  for (const [at, sale] of sales.entries()) {
    const most = heldTo(sale);
    const excess = most ? sale.fee - most.fee : 0;
    if (most && excess > 0) (excess > CENT ? over : cents).push({ ...sale, line: most.line, excess, at });
  }
  /** A cent too much is rounding, until a dearer shape is proved: then it is that shape's, from where all fees are. */
  const centsOf = (first: Over, shape: Shape, next: Over | undefined): Over[] => {
    let start = first.at;
    for (let at = first.at - 1; at >= 0 && first.at - at <= LOOK_BACK; at -= 1) {
      const before = sales[at] as Charged;
      if (heldTo(before)?.line !== first.line) continue;
      if (excessOver(shape, before) !== 0) break;
      start = at;
    }
    const until = next?.at ?? sales.length;
    return cents.filter(
      (one) => one.at >= start && one.at < until && one.line === first.line && excessOver(shape, one) === 0,
    );
  };
  const misread = mistaken(sales, over, tariff);
  const rest = over.filter((one) => !misread.has(one));
  return [
    ...[...groupBy([...misread.keys()], (one) => misread.get(one))].flatMap(([line, rows]) =>
      line ? [asAnotherCard(book, rows, line)] : [],
    ),
    ...[...groupBy(rest, (one) => tariff.indexOf(one.line)).values()].flatMap((alike) => itemsOf(book, alike, centsOf)),
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

type CentsOf = (first: Over, shape: Shape, next: Over | undefined) => readonly Over[];

function itemsOf(book: Book, alike: readonly Over[], centsOf: CentsOf): Item[] {
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
  for (const [n, { shape, rows }] of stretches.entries()) {
    const cents = centsOf(rows[0] as Over, shape, stretches[n + 1]?.rows[0]);
    const all = [...rows, ...cents].sort((a, b) => a.at - b.at);
    items.push(claim(book, all, 'claimable', 'fee', causesOf(all, line, shape)));
  }
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
