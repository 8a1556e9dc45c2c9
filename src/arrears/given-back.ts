import type { Code } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { byDay, type Deduction } from './deductions.ts';
import { groupBy } from './group.ts';
import type { Book } from './prepare.ts';
import { namedCode, saysGivenBack } from './words.ts';

/** A return looks so far back among deductions of its sum. */
const LOOK_BACK = 100;

/**
 * The deductions that were not given back: a deposit released, a charge taken twice and reversed, a frozen sum freed. Each return gives back
 * the latest deduction of its sum before it. The same return may stand in each list of the account, as the deduction does.
 */
export function withoutReturned(book: Book, deductions: readonly Deduction[]): readonly Deduction[] {
  const returns = groupBy(book.rows.filter(isReturn), moved);
  if (returns.size === 0) return deductions;
  const bySum = groupBy([...deductions].sort(byDay), (one) => one.amount);
  const returned = new Set<Deduction>();
  for (const [sum, rows] of returns) {
    for (const [ledger, ofList] of groupBy(rows, (row) => row.ledger)) {
      // Netted from a swipe, it may come back in the account's own flow; a list that shows the charge shows its return.
      const alike = bySum.get(sum) ?? [];
      const inList = alike.filter((one) => one.rows.some((row) => row.ledger === ledger));
      for (const one of matched(inList.length > 0 ? inList : alike, ofList)) returned.add(one);
    }
  }
  return deductions.filter((one) => !returned.has(one));
}

/** Both sides oldest first: each return takes the latest deduction before it that it can be about. */
function matched(alike: readonly Deduction[], returns: readonly KeptEntry[]): Deduction[] {
  const found: Deduction[] = [];
  const open: Deduction[] = [];
  let next = 0;
  for (const row of returns) {
    const named = namedCode(row.words);
    for (let one = alike[next]; one && one.day <= row.day; one = alike[next]) {
      open.push(one);
      next += 1;
    }
    for (let at = open.length - 1; at >= Math.max(0, open.length - LOOK_BACK); at -= 1) {
      const one = open[at];
      if (!one || !gives(row, named, one)) continue;
      found.push(one);
      open.splice(at, 1);
      break;
    }
  }
  return found;
}

const moved = (row: KeptEntry): number => row.net ?? row.amount ?? 0;

const RETURNS: ReadonlySet<string> = new Set([
  'release',
  'deposit',
  'hold',
  'fee',
  'reversal',
  'adjustment',
  'unknown',
]);
/** Money frozen that comes in is money freed, whatever the source calls it (支付宝 保证金, Stripe `reserve_release`). */
const FREED: ReadonlySet<string> = new Set(['release', 'deposit', 'hold']);

const isReturn = (row: KeptEntry): boolean =>
  row.ledger !== 'bank' &&
  row.ledger !== 'notice' &&
  RETURNS.has(row.kind) &&
  moved(row) > 0 &&
  (FREED.has(row.kind) || namedCode(row.words) !== null || saysGivenBack(row.words));

function gives(row: KeptEntry, named: Code | null, one: Deduction): boolean {
  if (row.terminal !== null && one.terminal !== null && row.terminal !== one.terminal) return false;
  if (FREED.has(row.kind)) return one.code === 'DEPOSIT' || one.code === 'HOLD' || named === one.code;
  return named === null ? one.code !== 'DEPOSIT' : named === one.code;
}
