import { CENT, type Units } from '#money/amount.ts';
import { addDays, addMonths, type Day } from '#money/day.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { MonthCheck } from '#records/fee-check.ts';
import type { Book } from '../prepare.ts';
import { namedCode } from '../words.ts';
import { explained } from './explain.ts';
import type { FeeMonth } from './months.ts';

/** A debit may come so many days after the agreed one. */
const LATE_DAYS = 20;
/** A debit of fees that is not what was expected is told from others by lying within these shares of it, or by what gives its sum. */
const [LEAST, MOST] = [0.5, 2];

/** A month and the debit by which its fees were taken. */
export interface Collected extends FeeMonth {
  /** None where none was seen. */
  readonly debits: readonly KeptEntry[];
  readonly charged: Units;
  /** The same sum taken once more. */
  readonly again: readonly KeptEntry[];
  /** What the sum is; `not-seen`: no debit yet. */
  readonly why: Exclude<MonthCheck['why'], 'twice'>;
}

/**
 * Finds the debit of each month: one of the expected sum, or several that make it together, else the nearest. Each is used once.
 * @param elsewhere rows of the merchant's bank accounts, of which only the very sum is taken for it
 */
export function collected(book: Book, months: readonly FeeMonth[], elsewhere: readonly KeptEntry[]): Collected[] {
  const own = book.rows.filter(isFeeDebit);
  const bank = elsewhere.filter((row) => row.account !== book.account && out(row) > 0);
  const used = new Set<KeptEntry>();
  const found: Collected[] = [];
  for (const month of months) {
    const isNear = (row: KeptEntry): boolean => !used.has(row) && isWithin(month, row.day);
    const one = match(month, own.filter(isNear), bank.filter(isNear), found.at(-1) ?? null);
    for (const row of [...one.debits, ...one.again]) used.add(row);
    if (one.why === 'two-months') {
      const before = found.pop() as Collected;
      found.push({ ...before, debits: one.debits, charged: before.expected, why: 'two-months' });
      found.push({ ...one, charged: month.expected });
    } else found.push(one);
  }
  return found;
}

function match(
  month: FeeMonth,
  own: readonly KeptEntry[],
  bank: readonly KeptEntry[],
  before: Collected | null,
): Collected {
  const told = (debits: readonly KeptEntry[], why: Collected['why'], again: readonly KeptEntry[] = []): Collected => ({
    ...month,
    debits,
    charged: sumOf(debits),
    again,
    why,
  });
  const whyOf = (sum: Units): Collected['why'] | null =>
    isSame(sum, month.expected) ? 'as-agreed' : (month.also.find((one) => isSame(sum, one.sum))?.why ?? null);
  const judged = (why: Collected['why']) => (month.unpriced > 0 ? 'no-line' : why);
  if (month.expected <= 0) return told([], 'not-seen');
  for (const rows of [own, bank]) {
    const exact = rows.filter((row) => whyOf(out(row)) !== null);
    const [first, ...more] = exact;
    // The same debit may stand in the account's own list and in the bank's: twice is twice in one list.
    if (first)
      return told(
        [first],
        judged(whyOf(out(first)) ?? 'as-agreed'),
        more.filter((row) => out(row) === out(first)),
      );
  }
  const together = whyOf(sumOf(own));
  if (own.length > 1 && together !== null) return told(own, judged(together));
  if (before?.why === 'not-seen') {
    const both = [...own, ...bank].find((row) => isSame(out(row), before.expected + month.expected));
    if (both) return told([both], 'two-months');
  }
  const nearest = own
    .filter((row) => out(row) >= month.expected * LEAST)
    .sort((a, b) => Math.abs(out(a) - month.expected) - Math.abs(out(b) - month.expected))
    .find((row) => out(row) <= month.expected * MOST || explained(month, out(row)) !== null);
  if (!nearest) return told([], 'not-seen');
  return told([nearest], judged(out(nearest) > month.expected ? 'dearer' : 'cheaper'));
}

const isWithin = ({ month, due }: FeeMonth, day: Day): boolean =>
  day >= addDays(addMonths(`${month}-01` as Day, 1), -1) && day <= addDays(due, LATE_DAYS);

/** A debit of the account that may be a month's fees: nothing names another charge, and it is not for a withdrawal or for a single sale. */
function isFeeDebit(row: KeptEntry): boolean {
  if (row.ledger === 'notice' || out(row) <= 0 || namedCode(row.words) !== null) return false;
  if (/提现|转账|withdraw|transfer|chargeback|dispute|拒付|退单/i.test(row.words)) return false;
  const saysFee = /手续费|服务费|佣金|月结|\bfees?\b|commission/i.test(row.words);
  return (
    row.kind === 'fee' ||
    (saysFee && (row.kind === 'fee-payment' || row.kind === 'unknown' || row.kind === 'adjustment'))
  );
}

export const out = (row: KeptEntry): Units => -(row.net ?? row.amount ?? 0);
const sumOf = (rows: readonly KeptEntry[]): Units => rows.reduce((sum, row) => sum + out(row), 0);
const isSame = (a: Units, b: Units): boolean => Math.abs(a - b) <= CENT;
