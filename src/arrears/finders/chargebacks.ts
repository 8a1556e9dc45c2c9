import type { Units } from '#money/amount.ts';
import { daysBetween } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { chargeback } from '../causes/chargeback.ts';
import { retrievalUnanswered } from '../causes/retrieval-unanswered.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import type { Book } from '../prepare.ts';
import { saysChargeback } from '../words.ts';
import { askedSum, byNumbers, dueOf } from './retrievals.ts';

/** The same chargeback is posted in two lists of an account within so many days. */
const SAME_CHARGE_DAYS = 7;

/**
 * Chargebacks taken and not given back. The same one in another list of the account, or its reversal, makes no second item.
 * @param asked requests for a slip that were not answered
 */
export function chargebacks(book: Book, asked: readonly KeptEntry[]): Item[] {
  const requests = byNumbers(asked);
  const rows = book.rows.filter((row) => row.kind === 'chargeback' && row.ledger !== 'bank' && moved(row) !== 0);
  const taken = [...groupBy(rows, (row) => row.ledger).values()].flatMap(uncancelled);
  const once = [...groupBy(taken, (one) => one.sum).values()].flatMap(inOneList);
  return withFees(once, feesOf(book)).map(({ row, sum, back, fees }) =>
    item(book, {
      code: 'CHARGEBACK',
      state: 'taken',
      basis: 'derived',
      terminal: row.terminal,
      min: sum,
      since: row.day,
      causes: [chargeback([row, ...(back ? [back] : []), ...fees], sum, row.day), ...unanswered(row, requests)],
      is: [row, ...fees],
      mark: row.key,
    }),
  );
}

/** Fees for chargebacks in rows of their own, less those given back. A list that nets them posts them once again only in another list. */
function feesOf(book: Book): KeptEntry[] {
  const rows = book.rows.filter((row) => row.kind === 'fee' && row.ledger !== 'bank' && saysChargeback(row.words));
  const [list = []] = [...groupBy(rows, (row) => row.ledger).values()];
  return uncancelled(list).flatMap(({ row, back }) => (back ? [] : [row]));
}

/** A fee belongs to the chargeback that it names, or that was posted with it; without one it is told by itself. */
function withFees(taken: readonly Taken[], fees: readonly KeptEntry[]): (Taken & { fees: readonly KeptEntry[] })[] {
  const all = taken.map((one) => ({ ...one, fees: [] as KeptEntry[] }));
  const alone: KeptEntry[] = [];
  for (const fee of fees) {
    const numbers = new Set([fee.links['original'], fee.links['order']]);
    const names = ({ row }: Taken): boolean =>
      [row.reference, row.links['order']].some((number) => number && numbers.has(number));
    const open = all.filter((one) => one.fees.length === 0);
    const its = open.find(names) ?? open.find(({ row }) => row.day === fee.day && row.at === fee.at);
    if (!its) alone.push(fee);
    else {
      its.fees.push(fee);
      its.sum -= moved(fee);
    }
  }
  return [...all, ...alone.map((row) => ({ row, sum: -moved(row), back: null, fees: [] }))];
}

/** A chargeback, what of it the merchant has not got back, and the row that gave back the rest. */
interface Taken {
  readonly row: KeptEntry;
  /** Positive. */
  readonly sum: Units;
  readonly back: KeptEntry | null;
}

function unanswered(row: KeptEntry, requests: ReturnType<typeof byNumbers>): Cause[] {
  const request = requests(row, (one) => one.day <= row.day);
  if (!request) return [];
  return [retrievalUnanswered([request, row], { due: dueOf(request), amount: askedSum(request) }, 'high')];
}

/** Principal and fee together. */
const moved = (row: KeptEntry): Units => row.net ?? (row.amount ?? 0) - (row.fee ?? 0);

/** Of chargebacks of one sum in order of time, each from one list only. */
function inOneList(alike: readonly Taken[]): Taken[] {
  const lists = [...groupBy(alike, ({ row }) => row.ledger).values()];
  const [first = [], ...others] = lists.sort((a, b) => b.length - a.length);
  const found = [...first];
  for (const list of others) {
    let at = 0;
    for (const one of list) {
      const { day } = one.row;
      while (at < first.length && daysBetween(first[at]?.row.day ?? day, day) > SAME_CHARGE_DAYS) at += 1;
      const twin = first[at];
      if (twin && Math.abs(daysBetween(twin.row.day, day)) <= SAME_CHARGE_DAYS) at += 1;
      else found.push(one);
    }
  }
  return found;
}

/** With the fee of the dispute, and without. */
const sumsOf = (row: KeptEntry): Units[] => [...new Set([moved(row), row.amount ?? moved(row)].map(Math.abs))];

/** A reversal gives back the latest chargeback before it of its sum, or of its principal: then the fee of the dispute stays taken. */
function uncancelled(list: readonly KeptEntry[]): Taken[] {
  const bySum = new Map<Units, KeptEntry[]>();
  const given = new Map<KeptEntry, KeptEntry>();
  const latest = (sum: Units): KeptEntry | undefined => {
    const open = bySum.get(sum) ?? [];
    while (open.length > 0 && given.has(open.at(-1) as KeptEntry)) open.pop();
    return open.at(-1);
  };
  const taken: KeptEntry[] = [];
  for (const row of list) {
    if (moved(row) < 0) {
      taken.push(row);
      for (const sum of sumsOf(row))
        bySum
          .set(sum, bySum.get(sum) ?? [])
          .get(sum)
          ?.push(row);
    } else {
      const returned = sumsOf(row).flatMap((sum) => latest(sum) ?? [])[0];
      if (returned) given.set(returned, row);
    }
  }
  return taken.flatMap((row): Taken[] => {
    const back = given.get(row) ?? null;
    const sum = -moved(row) - (back ? moved(back) : 0);
    return sum > 0 ? [{ row, sum, back }] : [];
  });
}
