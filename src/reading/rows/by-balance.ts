import type { Units } from '#money/amount.ts';
import type { Entry } from '#records/entry.ts';
import type { RowRecord } from '../proof/record.ts';
import type { Plan } from './plan.ts';

/** So many steps of a balance, and so large a share of them, have to be as large as the movements before it is believed. */
const ENOUGH = 3;
const SHARE = 0.8;

type Moving = Entry & { amount: Units; balance: Units };

const isMoving = (entry: Entry | null): entry is Moving =>
  entry !== null && entry.amount !== null && entry.balance !== null && entry.fee === null && entry.state !== 'failed';

/** `Opening balance`: it moves nothing, and is what the first movement starts from. */
const statesBalance = (entry: Entry | null): boolean =>
  entry?.kind === 'balance' && entry.balance !== null && entry.amount === null;

/**
 * A list that prints no signs and names no direction: which way a row of unknown kind went is told by the running balance, where it falls or rises by just
 * the figure of the row. Changes these entries.
 * @param records the rows of one table, in its order
 */
export function turnByBalance(plan: Plan, records: readonly RowRecord[]): void {
  if (plan.ledger !== 'funds' && plan.ledger !== 'bank') return;
  if (plan.format !== null || plan.signedAmounts || plan.signs !== 'auto' || plan.first('balance') === null) return;
  if ((['income', 'expense', 'direction'] as const).some((field) => plan.first(field) !== null)) return;
  if (!records.every(({ entry }) => isMoving(entry) || statesBalance(entry))) return;
  const steps = [records, records.toReversed()].map(stepsOf).sort((a, b) => b.length - a.length)[0] ?? [];
  if (steps.length < ENOUGH || steps.length < SHARE * (records.length - 1)) return;
  // The oldest row has no balance before it: where nothing else tells which way it went, the list stays as it is printed, and its balance betrays it.
  const told = new Set<Entry>(steps.map(({ entry }) => entry));
  if (records.some(({ entry, flow }) => entry?.kind === 'unknown' && flow === null && !told.has(entry))) return;
  for (const { entry, step } of steps) {
    if (entry.kind !== 'unknown' || entry.amount === step) continue;
    entry.amount = step;
    entry.net = step;
  }
}

/** The rows, from the oldest on, at which the balance moved by just their figure. */
function stepsOf(records: readonly RowRecord[]): { readonly entry: Moving; readonly step: Units }[] {
  return records.flatMap(({ entry, flow }, at) => {
    const before = records[at - 1]?.entry ?? null;
    if (!isMoving(entry) || before === null || before.balance === null) return [];
    const step = entry.balance - before.balance;
    return step !== 0 && Math.abs(step) === Math.abs(entry.amount) && (flow === null || step === entry.amount)
      ? [{ entry, step }]
      : [];
  });
}
