import type { Units } from '#money/amount.ts';
import type { Cause, Code, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { directDebitFailed } from '../causes/direct-debit-failed.ts';
import { serviceFee } from '../causes/service-fee.ts';
import { simFee } from '../causes/sim-fee.ts';
import { unexplained } from '../causes/unexplained.ts';
import { wrongTransfer } from '../causes/wrong-transfer.ts';
import { item } from '../item.ts';
import { type Leftover, leftovers, settler, slipped } from '../payments.ts';
import type { Book } from '../prepare.ts';
import type { ShortOfMoney } from '../short-of-money.ts';
import { triesAt } from '../tries.ts';
import { namedCode, saysDirectDebit } from '../words.ts';

/**
 * Fee rows that are pending or failed: charged, and not yet taken. A later finished row of the same sum and terminal pays one of them; what the
 * merchant paid in another sum pays the oldest in part. Repeated tries at one fee are one debt. It stays anchored on its first day whatever was paid of it.
 */
export function unpaidFees(book: Book, short: ShortOfMoney): Item[] {
  const wanted = book.unfinished.filter((row) => isDebit(row) && charge(row) > 0);
  if (wanted.length === 0) return [];
  const payments = book.rows.filter((row) => (row.kind === 'fee' || row.kind === 'fee-payment') && charge(row) > 0);
  const settle = settler(payments, charge);
  const used = new Set<KeptEntry>();
  const open: { first: KeptEntry; last: KeptEntry; tries: readonly KeptEntry[] }[] = [];
  for (const tries of triesAt(wanted, payments, { sumOf: charge, kindOf: codeOf })) {
    const [first] = tries;
    if (!first) continue;
    const paid = settle(first);
    if (paid) used.add(paid);
    else open.push({ first, last: tries.at(-1) ?? first, tries });
  }
  const left = leftovers(
    payments.filter((row) => row.kind === 'fee-payment' && !used.has(row)),
    charge,
  );
  return open.flatMap(({ first, last, tries }): Item[] => {
    const code = codeOf(last);
    const paid = left.towards(first, charge(first), (row) => (namedCode(row.words) ?? code) === code);
    const rest = charge(first) - paid.reduce((sum, one) => sum + one.taken, 0);
    const slips = paid.filter((one) => slipped(charge(one.row), charge(first)));
    const draft = { code, basis: 'derived', terminal: first.terminal, since: first.day } as const;
    const wrong = slips.map(({ row }) => wrongTransfer([row, last], charge(row), row.day));
    return [
      ...(rest > 0
        ? [
            item(book, {
              ...draft,
              state: 'open',
              min: rest,
              due: last.due,
              causes: [...wrong, ...(wrong.length > 0 ? [] : causesOf(short, code, last))],
              is: tries,
              mark: last.due ?? first.key,
            }),
          ]
        : []),
      ...slips.filter((one) => one.over > 0).map((one) => surplus(book, draft, one)),
    ];
  });
}

/** What was paid beyond the debt by a slip of digits is the merchant's. */
function surplus(book: Book, draft: Pick<Item, 'code' | 'basis' | 'terminal'>, { row, over }: Leftover): Item {
  return item(book, {
    ...draft,
    state: 'claimable',
    min: over,
    since: row.day,
    causes: [wrongTransfer([row], charge(row), row.day)],
    mark: `over ${row.key}`,
  });
}

/** A fee that the acquirer takes; a payment that the merchant tried to make is no debt by itself. */
const isDebit = (row: KeptEntry): boolean =>
  row.kind === 'fee' || (row.kind === 'fee-payment' && saysDirectDebit(row.words));

const charge = (row: KeptEntry): Units => {
  const moved = row.net ?? row.amount;
  return moved ? -moved : (row.fee ?? 0);
};

function codeOf(row: KeptEntry): Code {
  return namedCode(row.words) ?? (saysDirectDebit(row.words) ? 'DD_FAILED' : 'MDR');
}

function causesOf(short: ShortOfMoney, code: Code, row: KeptEntry): readonly Cause[] {
  const needed = charge(row);
  const lacking = short(row, needed);
  if (row.state === 'failed' && saysDirectDebit(row.words)) {
    // That the row speaks of too little money stands in the failed debit itself.
    return [...lacking.filter(({ params }) => params['why'] === undefined), directDebitFailed(row, needed)];
  }
  if (lacking.length > 0) return lacking;
  const facts = { terminal: row.terminal, amount: needed, day: row.day };
  if (code === 'SIM_FEE') return [simFee([row], 'named', facts)];
  if (code === 'TERM_SERVICE_FEE' || code === 'DEPOSIT') return [serviceFee([row], 'named', facts)];
  return [unexplained([row], needed, row.day)];
}
