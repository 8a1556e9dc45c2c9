import { CENT, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import { bearsRounding } from '../batch-rounding.ts';
import { capNotApplied } from '../causes/cap-not-applied.ts';
import { fixedAddOn } from '../causes/fixed-add-on.ts';
import { rateRise } from '../causes/rate-rise.ts';
import type { Change, Shape } from '../causes/tariff-change.ts';
import { wrongCard } from '../causes/type-mismatch.ts';
import { unexplained } from '../causes/unexplained.ts';
import { doubtfulOf, PROVED } from '../doubtful.ts';
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

/** A sale, the line that governs it, and what it was charged beyond that. */
interface Held extends Charged {
  readonly line: Agreed;
  readonly excess: Units;
}

/**
 * Each sale against the line that governs it. Where several may (the row does not say its card), against the dearest: what is claimed then
 * is owed under any of them.
 */
function aboveTerms(book: Book, sales: readonly Charged[], tariff: readonly Agreed[]): Item[] {
  const held = sales.flatMap((sale): Held[] => {
    const most = dearest(linesFor(tariff, sale.entry), sale);
    return most ? [{ ...sale, line: most.line, excess: sale.fee - most.fee }] : [];
  });
  const dear = held.filter(({ excess }) => excess > CENT);
  if (dear.length === 0) return [];
  const rounded = bearsRounding(dear, held);
  const isSure = (one: Held): boolean => !rounded.has(one);
  const misread = mistaken(sales, dear, tariff);
  const asAnother = [...groupBy([...misread.keys()], (one) => misread.get(one))].flatMap(([line, alike]) => {
    const sure = alike.filter(isSure);
    const rows = sure.length >= PROVED ? alike : sure;
    return line && rows.length > 0 ? [asAnotherCard(book, rows, line)] : [];
  });
  const rest = dear.filter((one) => isSure(one) && !misread.has(one));
  const byLine = [...groupBy(rest, (one) => one.line)].sort(([a], [b]) => tariff.indexOf(a) - tariff.indexOf(b));
  return [
    ...asAnother,
    ...byLine.flatMap(([line, alike]) =>
      itemsOf(
        book,
        line,
        alike,
        held.filter((one) => one.line === line),
        rounded,
      ),
    ),
  ];
}

/** Of the sales of a card type since one was first charged as another, so many at the right rate say that the terms have not changed. */
const STILL_RIGHT = 0.05;

/**
 * The sales that were charged to the cent as another card type of that day is, with the line of that type. Where nearly all sales since the first
 * of them were, the rate has changed, and the card was not mistaken.
 */
function mistaken(sales: readonly Charged[], over: readonly Held[], tariff: readonly Agreed[]): Map<Held, Agreed> {
  const found = new Map<Held, Agreed>();
  for (const [card, alike] of groupBy(over, (one) => one.entry.card)) {
    if (card === null) continue;
    const misread = alike.flatMap((one): [Held, Agreed][] => {
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

function asAnotherCard(book: Book, rows: readonly Held[], line: Agreed): Item {
  const [first] = rows as [Held, ...Held[]];
  const { day, card } = first.entry;
  const facts = { day, card: card ?? 'credit', as: line.applies, rate: line.rate, excess: sum(rows) };
  return claim(book, rows, 'claimable', `as ${line.applies}`, [
    wrongCard(entries(rows), { ...facts, standard: 'terms' }),
  ]);
}

/**
 * What is too much on one line.
 * @param dear too dear beyond doubt
 * @param all every sale of the line
 * @param rounded those that rounding may have made too dear
 */
function itemsOf(
  book: Book,
  line: Agreed,
  dear: readonly Held[],
  all: readonly Held[],
  rounded: ReadonlySet<Held>,
): Item[] {
  const isUncapped = (one: Held): boolean => line.cap !== null && Math.abs(feeOf(line, one) - one.fee) <= CENT;
  const uncapped = dear.filter(isUncapped);
  const rest = dear.filter((one) => !isUncapped(one));
  const items: Item[] = [];
  if (uncapped.length > 0 && line.cap !== null) {
    const cause = capNotApplied(entries(uncapped), line.cap, sum(uncapped), dayOf(uncapped), 'terms');
    items.push(claim(book, uncapped, 'claimable', 'cap', [cause]));
  }
  const isBound = ({ fee, excess }: Held): boolean =>
    excess === 0 && (fee === line.minimum || (line.cap !== null && fee === line.cap + line.fixed));
  const stretches = stretchesOf(rest, line);
  const counted = new Set<Held>();
  for (const { shape, rows } of stretches) {
    const more = doubtfulOf(all, shape, { excess: (one) => one.excess, isBound, isRounded: (one) => rounded.has(one) });
    const added = more.filter((one) => !counted.has(one));
    for (const one of added) counted.add(one);
    const whole = [...rows, ...added].sort((a, b) => compareInstants(a.entry, b.entry));
    items.push(claim(book, whole, 'claimable', 'fee', causesOf(whole, line, shape)));
  }
  const unclear = rest.slice(stretches.reduce((count, { rows }) => count + rows.length, 0));
  if (unclear.length > 0) items.push(claim(book, unclear, 'claimable', 'fee', noShape(unclear)));
  return items;
}

function causesOf(rows: readonly Held[], line: Agreed, after: Shape): readonly Cause[] {
  const change: Change = { before: line, after, day: dayOf(rows), excess: sum(rows), standard: 'terms' };
  return shaped(entries(rows), change, noShape(rows));
}

const noShape = (rows: readonly Held[]): readonly Cause[] => [unexplained(entries(rows), sum(rows), dayOf(rows))];
const dayOf = (rows: readonly Held[]): Day => (rows[0] as Held).entry.day;

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

type Excess = Pick<Held, 'entry' | 'excess'>;
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
