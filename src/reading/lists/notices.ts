import { parseAmount, type Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import type { Column } from '../columns/resolve.ts';
import { currencyMarked, currencyOfHeader } from '../words/currency.ts';
import { parseMoment } from '../words/dates.ts';
import { candidatesOf } from '../words/headers.ts';
import { cellText, plain } from '../words/plain.ts';
import { unitOfHeader } from '../words/units.ts';
import type { Spot } from './group.ts';

type Pair = { readonly label: string; readonly value: string; readonly row: number };

/** A figure that a portal states by itself, without account and place. */
export interface Notice {
  readonly entry: Omit<Entry, 'account' | 'row'>;
  readonly row: number;
}

const LOAN = /^(?:interest|principal)$|^(?:应还)?(?:利息|贷款)/;

/** Cards hold few figures; longer things are lists. */
const MOST = 60;

/** The account's own balance before what of it may be used. */
const BALANCES = [/^(?:商户)?账户(?:总)?余额$|^账户结余$/, /余额$|结余$|balance$/, /可用|可提现|available/];

/**
 * What a portal states of an account outside its lists: a balance, and what is owed with the day by which to pay.
 * Labels stand as titles above one row of values, or before their values. `amount` of what is owed is negative (the merchant owes it);
 * a stated 0 is kept, because it says that nothing is owed. Of several balances the account's own is taken.
 */
export function noticesIn(spot: Spot, today: Day, at: string, zone: string, currency: string): Notice[] {
  // What is left of a loan is no balance of an account.
  if (spot.header.some((title) => LOAN.test(plain(title)))) return [];
  const pairs = pairsOf(spot);
  const figures = pairs.flatMap((pair) => {
    const field = fieldOf(pair.label);
    if (field !== 'balance' && field !== 'arrears') return [];
    const unit = unitOfHeader(pair.label) ?? 'major';
    const pointed = parseAmount(cellText(pair.value), unit);
    // `148,50 €`: what is no figure with a decimal point may be one with a decimal comma.
    const parsed = pointed.ok ? pointed : parseAmount(cellText(pair.value), unit, 'auto');
    const own = currencyMarked(cellText(pair.value)) ?? currencyOfHeader(pair.label) ?? currency;
    return parsed.ok ? [{ ...pair, field, units: parsed.value, currency: own }] : [];
  });
  if (figures.length === 0) return [];
  const due = dueIn(pairs, zone);
  const terminal = pairs.find((pair) => fieldOf(pair.label) === 'terminal')?.value ?? null;
  const base = { today, at, terminal: terminal === null ? null : cellText(terminal).slice(0, 100) };
  const notices: Notice[] = [];
  const balance = bestBalance(figures.filter(({ field }) => field === 'balance'));
  if (balance)
    notices.push({
      row: balance.row,
      entry: notice({ ...base, currency: balance.currency }, 'balance', null, balance.units, null, balance.label),
    });
  for (const owed of figures.filter(({ field }) => field === 'arrears')) {
    const amount = owed.units === 0 ? 0 : -Math.abs(owed.units);
    notices.push({
      row: owed.row,
      entry: notice({ ...base, currency: owed.currency }, 'stated-arrears', amount, null, due, owed.label),
    });
  }
  return notices;
}

function notice(
  base: { today: Day; at: string; currency: string; terminal: string | null },
  kind: 'balance' | 'stated-arrears',
  amount: Units | null,
  balance: Units | null,
  due: Day | null,
  label: string,
): Notice['entry'] {
  return {
    ledger: 'notice',
    kind,
    state: 'done',
    day: base.today,
    at: base.at,
    settleDay: null,
    amount,
    fee: null,
    net: null,
    balance,
    currency: base.currency,
    reference: null,
    links: {},
    terminal: base.terminal,
    card: null,
    rate: null,
    due,
    words: cellText(label).slice(0, 2000),
  };
}

/** Labels with their values: titles above a single row, or cells that take turns. */
function pairsOf(spot: Spot): Pair[] {
  const { header, rows } = spot;
  if (rows.length > MOST || header.length > MOST) return [];
  const labels = header.filter((label) => isLabel(label)).length;
  if (rows.length === 1 && labels > 0) {
    return header.map((label, i) => ({ label, value: rows[0]?.[i] ?? '', row: spot.offset }));
  }
  const pairs: Pair[] = [];
  const lines = [{ cells: header, row: 0 }, ...rows.map((cells, i) => ({ cells, row: spot.offset + i }))];
  for (const { cells, row } of lines) {
    if (cells.length > 8 || cells.length % 2 !== 0) continue;
    for (let i = 0; i + 1 < cells.length; i += 2) {
      pairs.push({ label: cells[i] ?? '', value: cells[i + 1] ?? '', row });
    }
  }
  return pairs;
}

const bare = (label: string): string => label.replace(/\s*[:：]\s*$/, '');
const isLabel = (label: string): boolean => candidatesOf(bare(label)).length > 0;
const fieldOf = (label: string): Column['field'] | null => {
  const best = candidatesOf(bare(label))[0];
  return best && best.score >= 30 ? best.field : null;
};

function bestBalance<T extends { readonly label: string }>(found: readonly T[]): T | null {
  for (const pattern of BALANCES) {
    const hit = found.find(({ label }) => pattern.test(plain(bare(label)).replace(/\([^()]*\)/g, '')));
    if (hit) return hit;
  }
  return null;
}

function dueIn(pairs: readonly Pair[], zone: string): Day | null {
  for (const { label, value } of pairs) {
    if (fieldOf(label) !== 'due') continue;
    const read = parseMoment(cellText(value), { order: null, short: null, period: null }, zone);
    if (typeof read !== 'string') return read.day;
  }
  return null;
}
