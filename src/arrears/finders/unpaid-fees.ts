import type { Units } from '#money/amount.ts';
import type { Cause, Code, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { BalanceReading } from '../balances.ts';
import { autoWithdrawal } from '../causes/auto-withdrawal.ts';
import { balanceTooLow } from '../causes/balance-too-low.ts';
import { directDebitFailed } from '../causes/direct-debit-failed.ts';
import { serviceFee } from '../causes/service-fee.ts';
import { simFee } from '../causes/sim-fee.ts';
import { unexplained } from '../causes/unexplained.ts';
import { groupBy } from '../group.ts';
import { item } from '../item.ts';
import { settler } from '../payments.ts';
import { type Book, compareInstants } from '../prepare.ts';
import { namedCode, saysDirectDebit } from '../words.ts';

/**
 * Fee rows that are pending or failed: charged, and not yet taken. A later finished row of the same sum and terminal pays one of them.
 * Repeated tries at one fee (the same sum, terminal and due day, the earlier ones failed) are one debt.
 */
export function unpaidFees(book: Book, readings: readonly BalanceReading[]): Item[] {
  const wanted = book.unfinished.filter((row) => isDebit(row) && charge(row) > 0);
  if (wanted.length === 0) return [];
  const payments = book.rows.filter((row) => (row.kind === 'fee' || row.kind === 'fee-payment') && charge(row) > 0);
  const settle = settler(payments, charge);
  const flows = groupBy(book.rows, (row) => row.ledger);
  const items: Item[] = [];
  for (const [, tries] of groupBy(wanted, debtOf)) {
    const [first] = tries;
    if (!first || settle(first)) continue;
    const last = tries.at(-1) ?? first;
    const code = codeOf(last);
    items.push(
      item(book, {
        code,
        state: 'open',
        basis: 'derived',
        terminal: first.terminal,
        min: charge(first),
        since: first.day,
        due: last.due,
        causes: causesOf(flows, code, last, readings),
        mark: last.due ?? first.key,
      }),
    );
  }
  return items;
}

/** A fee that the acquirer takes; a payment that the merchant tried to make is no debt by itself. */
const isDebit = (row: KeptEntry): boolean =>
  row.kind === 'fee' || (row.kind === 'fee-payment' && saysDirectDebit(row.words));

const charge = (row: KeptEntry): Units => {
  const moved = row.net ?? row.amount;
  return moved ? -moved : (row.fee ?? 0);
};

/** Tries at the same fee share its reference or its due day; a pending row with neither is a debt of its own. */
function debtOf(row: KeptEntry): string {
  const order = row.links['order'] ?? row.reference ?? row.due ?? (row.state === 'failed' ? row.words : row.key);
  return `${charge(row)} ${row.terminal ?? ''} ${order}`;
}

function codeOf(row: KeptEntry): Code {
  return namedCode(row.words) ?? (saysDirectDebit(row.words) ? 'DD_FAILED' : 'MDR');
}

function causesOf(
  flows: ReadonlyMap<string, readonly KeptEntry[]>,
  code: Code,
  row: KeptEntry,
  readings: readonly BalanceReading[],
): readonly Cause[] {
  const needed = charge(row);
  const causes: Cause[] = [];
  const before = readings[firstAfter(readings, (one) => compareInstants(one.entry, row) > 0) - 1];
  if (before && before.balance < needed) {
    causes.push(balanceTooLow(row, needed, before.balance, row.day));
    const flow = flows.get(before.entry.ledger) ?? [];
    const emptied = autoWithdrawal(
      flow,
      firstAfter(flow, (one) => compareInstants(one, row) > 0),
      row,
      needed,
    );
    if (emptied) causes.push(emptied);
  }
  if (row.state === 'failed' && saysDirectDebit(row.words)) causes.push(directDebitFailed(row, needed));
  if (causes.length > 0) return causes;
  const facts = { terminal: row.terminal, amount: needed, day: row.day };
  if (code === 'SIM_FEE') return [simFee([row], 'named', facts)];
  if (code === 'TERM_SERVICE_FEE' || code === 'DEPOSIT') return [serviceFee([row], 'named', facts)];
  return [unexplained([row], needed, row.day)];
}

/** The index of the first member that passes, in a list where all after it pass too; the length where none does. */
function firstAfter<T>(list: readonly T[], passes: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && passes(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
