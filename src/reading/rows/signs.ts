import type { Units } from '#money/amount.ts';
import type { Figures } from './figures.ts';
import { isOwnFlow } from './ledger.ts';
import type { Meaning } from './meaning.ts';
import type { Plan } from './plan.ts';

/** The money of a row with the merchant's signs. `fee` is positive when it costs. */
export interface Money {
  readonly amount: Units | null;
  readonly fee: Units | null;
  readonly net: Units | null;
  readonly balance: Units | null;
  /** `refund` where the row's own refund column says that it is one. */
  readonly kind: Meaning['kind'];
}

/** Gives the figures of a row the merchant's signs: by the direction the source states, else by the kind, else as printed. */
export function signed(plan: Plan, meaning: Meaning, figures: Figures): Money {
  const { printed, kind, own } = printedAmount(plan, meaning, figures);
  const amount =
    printed === null ? null : withSign(plan, kind === meaning.kind ? meaning : { ...meaning, kind }, printed, own);
  const printedFee = figures.fee;
  const fee = printedFee === undefined ? null : positive(plan.feeSign * printedFee);
  const net = figures.net ?? inMinusOut(figures['net-income'], figures['net-expense']);
  const balance = figures.balance ?? null;
  const deducted = figures['other-deduction'] ?? 0;

  if (amount === null && net === null && fee !== null && !plan.first('amount') && !plan.first('net')) {
    // A list of fees and nothing else: the fee is what moves.
    return { amount: -fee, fee: null, net: -fee, balance, kind: 'fee' };
  }
  if (isOwnFlow(plan.ledger)) {
    return { amount, fee, net: net ?? (fee === null || fee === 0 ? amount : null), balance, kind };
  }
  if (kind === 'settlement' && amount === null && net !== null && fee === null && plan.first('amount') === null)
    // What was settled is all that the list says of it.
    return { amount: net, fee, net, balance, kind };
  if (kind === 'settlement' && amount !== null && amount < 0 && isTakenOut(amount, fee, net)) {
    return { amount, fee, net: net === null ? null : positive(-Math.abs(net)), balance, kind };
  }
  const flipped = own === 'amount' && amount !== null && printed !== null && amount < 0 && printed > 0;
  // What is charged for a chargeback or a hold is charged: only a refund may give a fee back.
  const feeTurned = flipped && kind !== 'chargeback' && kind !== 'hold';
  const sums = together(amount, fee, net, deducted, feeTurned, flipped || own === 'refund');
  // Each by its name: asked for every row, and copying an object takes many times as long.
  return { amount, fee: sums.fee, net: sums.net ?? netOf(plan, amount, sums.fee, deducted), balance, kind };
}

function printedAmount(
  plan: Plan,
  meaning: Meaning,
  figures: Figures,
): { printed: Units | null; kind: Meaning['kind']; own: 'flow' | 'refund' | 'amount' } {
  if (plan.first('income') || plan.first('expense')) {
    const [income, expense] = [figures.income, figures.expense];
    if (income === undefined && expense === undefined) {
      return { printed: figures.amount ?? null, kind: meaning.kind, own: 'amount' };
    }
    return { printed: (income ?? 0) - plan.expenseSign * (expense ?? 0), kind: meaning.kind, own: 'flow' };
  }
  const refund = figures['refund-amount'];
  const named = meaning.kind === 'refund' || meaning.kind === 'reversal';
  const untold = plan.columnsOf('kind').length === 0 || meaning.kind === 'unknown';
  // A payout is what is left of sales and refunds.
  const isOwn = plan.ledger !== 'settlement' || figures.amount === undefined;
  if (refund !== undefined && refund !== 0 && isOwn && (named || untold)) {
    return { printed: Math.abs(refund), kind: named ? meaning.kind : 'refund', own: 'refund' };
  }
  return { printed: figures.amount ?? null, kind: meaning.kind, own: 'amount' };
}

function withSign(plan: Plan, meaning: Meaning, printed: Units, own: 'flow' | 'refund' | 'amount'): Units {
  const size = Math.abs(printed);
  if (own === 'flow') return printed;
  if (meaning.flow === 'in') return size;
  if (meaning.flow === 'out') return positive(-size);
  if (meaning.flow === 'neutral' && plan.format?.holder === 'buyer') return positive(neutralSign(meaning) * size);
  // A consumer's row without direction is spending that did not come about.
  if (plan.format?.holder === 'buyer' && meaning.kind === 'sale') return positive(-size);
  if (own === 'refund') return positive(-size);
  if (plan.signs === 'printed') return printed;
  if (plan.signs === 'owed') return positive(-printed);
  if (plan.signs === 'auto' && plan.signedAmounts && followsAccount(plan)) return printed;
  if (meaning.sign !== null) return positive(meaning.sign * size);
  if (meaning.kind === 'reversal') return positive(-size);
  if (meaning.kind === 'settlement' && plan.ledger !== 'settlement' && plan.ledger !== 'bank')
    return plan.signedPayouts ? printed : positive(-size);
  return printed;
}

/** Each row is a step of a balance: money that comes back may stand under the name by which it went (保证金). */
const followsAccount = (plan: Plan): boolean => isOwnFlow(plan.ledger) || plan.first('balance') !== null;

/** What a consumer's bill counts as neither income nor spending still moves: towards the wallet, or (else) out of it. */
const neutralSign = (meaning: Meaning): 1 | -1 =>
  meaning.kind === 'refund' ||
  meaning.kind === 'top-up' ||
  /收益|赎回|卖出|转出-?到零钱|转入零钱通-来自(?!零钱)|退款/.test(`${meaning.words} ${meaning.stateWords}`)
    ? 1
    : -1;

/** A payout's own fee is taken out of what was asked for, or out of what is left: `1000 − 1 = 999` reach the bank. It costs in any case. */
const isTakenOut = (amount: Units, fee: Units | null, net: Units | null): boolean =>
  fee !== null && fee >= 0 && (net === null || Math.abs(amount) - fee === Math.abs(net));

const inMinusOut = (income: Units | undefined, expense: Units | undefined): Units | null =>
  income === undefined && expense === undefined ? null : (income ?? 0) - (expense ?? 0);

/** A list that gives the fee and what else was taken, and not what is left (拉卡拉 D0): it says what is left all the same. */
const netOf = (plan: Plan, amount: Units | null, fee: Units | null, deducted: Units): Units | null =>
  (plan.format === null || plan.format.netIsRest === true) &&
  amount !== null &&
  amount > 0 &&
  fee !== null &&
  deducted !== 0
    ? amount - fee - Math.abs(deducted)
    : null;

/**
 * Fee and net with signs that add up with the amount. A source may print a refund's figures without signs; then both are turned,
 * if that makes `amount − fee − deductions = net`. What adds up in no way is left as printed: the difference is a finding, not a fault.
 */
function together(
  amount: Units | null,
  fee: Units | null,
  net: Units | null,
  deducted: Units,
  feeTurned: boolean,
  netTurned: boolean,
): { fee: Units | null; net: Units | null } {
  if (amount === null) return { fee, net };
  if (net === null) return { fee: feeTurned && fee !== null && fee > 0 ? -fee : fee, net };
  const cost = fee ?? 0;
  const fits = (f: Units, n: Units): boolean => amount - f - Math.abs(deducted) === n || amount - f === n;
  // As printed, which nearly all rows are.
  if (fits(cost, net)) return { fee, net };
  for (const [f, n] of [
    [cost, -net],
    [-cost, -net],
    [-cost, net],
  ] as const) {
    if (amount < 0 && fits(f, n)) return { fee: fee === null ? null : positive(f), net: positive(n) };
  }
  return { fee, net: netTurned ? positive(-Math.abs(net)) : net };
}

/** Never −0. */
const positive = (value: Units): Units => (value === 0 ? 0 : value);
