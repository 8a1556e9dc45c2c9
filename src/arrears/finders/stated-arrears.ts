import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause, Code, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { chargeback } from '../causes/chargeback.ts';
import { serviceFee } from '../causes/service-fee.ts';
import { simFee } from '../causes/sim-fee.ts';
import { unexplained } from '../causes/unexplained.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import { type Book, compareInstants } from '../prepare.ts';
import { saysPaid, statedCode } from '../words.ts';

/**
 * Sums that a portal states as owed. Per terminal and code the latest statement holds: the row seen last and those that stood in the same
 * reading with it. A later statement of 0, one that no longer has the row, or words that it was paid, close it.
 */
export function statedArrears(book: Book): Item[] {
  // That the debt is still to be paid makes its row a pending one, and it is stated all the same.
  const notices = [...book.rows, ...book.unfinished]
    .filter((row) => row.kind === 'stated-arrears')
    .sort(compareInstants);
  const items: Item[] = [];
  for (const [, alike] of groupBy(notices, (row) => `${statedCode(row.words)} ${row.terminal ?? ''}`)) {
    const latest = alike.at(-1);
    const capture = latest?.seenIn.at(-1);
    if (!latest || capture === undefined) continue;
    const standing = alike.filter((row) => row.seenIn.includes(capture) && owed(row) > 0);
    const single = standing.length === 1;
    for (const row of standing) {
      const code = statedCode(row.words);
      const since = single ? runStart(alike, row) : row.day;
      items.push(
        item(book, {
          code,
          state: 'open',
          basis: 'observed',
          terminal: row.terminal,
          min: owed(row),
          since,
          due: row.due,
          causes: [causeOf(code, row, since)],
          is: [row],
          mark: row.due ?? since,
        }),
      );
    }
  }
  return items;
}

/** Sources print what is owed with either sign, and leave what was paid in the list. */
const owed = (row: KeptEntry): Units => (saysPaid(row.words) ? 0 : Math.abs(row.amount ?? row.balance ?? 0));

/** The first day of the unbroken run of statements up to this one. */
function runStart(alike: readonly KeptEntry[], row: KeptEntry): Day {
  let since = row.day;
  for (let i = alike.indexOf(row); i >= 0; i--) {
    const one = alike[i];
    if (!one || owed(one) === 0) break;
    since = one.day;
  }
  return since;
}

function causeOf(code: Code, row: KeptEntry, day: Day): Cause {
  const facts = { terminal: row.terminal, amount: owed(row), day };
  if (code === 'SIM_FEE') return simFee([row], 'named', facts);
  if (code === 'TERM_SERVICE_FEE' || code === 'DEPOSIT') return serviceFee([row], 'named', facts);
  if (code === 'CHARGEBACK') return chargeback([row], owed(row), day);
  return unexplained([row], owed(row), day);
}
