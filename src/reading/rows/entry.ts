import { parseAmount, parseRate } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import { ok, type Result } from '#money/result.ts';
import type { Entry, Kind } from '#records/entry.ts';
import type { Field } from '#records/provider.ts';
import { currencyMarked, currencyNamed } from '../words/currency.ts';
import { cardOf } from '../words/kinds.ts';
import { figuresOf, inCurrency, isScientific, type Refusal, refuse } from './figures.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { LINKS, MONEY_FIELDS, type Plan } from './plan.ts';
import { type Money, signed } from './signs.ts';
import { dueOf, whenOf } from './when.ts';

/** An entry whose account is not decided yet: `merchant` is what the row itself says, null if it says nothing. */
export interface Draft {
  readonly entry: Omit<Entry, 'account' | 'row'>;
  readonly merchant: string | null;
  readonly merchantName: string | null;
  readonly flow: Meaning['flow'];
}

const MARKED = ['amount', 'income', 'expense', 'net', 'fee', 'arrears'] as const satisfies readonly Field[];

/** One row of a money table with meaning, or why it has none. Takes cells as `cellText` leaves them. */
export function draftOf(plan: Plan, cells: readonly string[], today: Day): Result<Draft, Refusal> {
  if (plan.unitConflict) return refuse('unit-conflict', plan.unitConflict, cells[plan.unitConflict.index] ?? '');
  if (cells.length < plan.width) return refuse('too-few-cells', null, '');
  const when = whenOf(plan, cells);
  const listsArrears = plan.first('arrears') !== null && plan.first('amount') === null;
  if (!when.ok && !(listsArrears && when.error.reason === 'no-day')) return when;
  const printed = figuresOf(plan, MONEY_FIELDS, cells);
  if (!printed.ok) return printed;
  const damaged = damagedId(plan, cells);
  if (damaged) return damaged;
  const due = dueOf(plan, cells);
  if (!due.ok) return due;
  const named = plan.first('currency');
  const currency = currencyIn(plan, cells, named ? (cells[named.index] ?? '') : '');
  const figures = inCurrency(plan, cells, printed.value, currency);

  const meaning = meaningOf(plan, cells);
  const owed = listsArrears ? figures.arrears : undefined;
  const money = stated(plan, meaning, givenBack(plan, cells, signed(plan, meaning, figures)));
  const nothing = money.amount === null && money.net === null && money.fee === null;
  const states = meaning.kind === 'balance' && money.balance !== null;
  if (owed === undefined && nothing && !states) {
    const column = plan.first('amount') ?? plan.first('income') ?? plan.first('net') ?? plan.first('arrears');
    return refuse('no-amount', column, column ? (cells[column.index] ?? '') : '');
  }
  const text = (field: Field): string => {
    const column = plan.first(field);
    const value = column ? (cells[column.index] ?? '') : '';
    return value.length <= 3 && /^[-－–—/*]{0,3}$/.test(value) ? '' : value.slice(0, 200);
  };
  const links: Record<string, string> = {};
  for (const field of LINKS) {
    const value = text(field);
    if (value !== '' && value !== '0') links[field] = value;
  }
  const kind = owed !== undefined ? 'stated-arrears' : settledKind(plan, meaning, money.kind, money.amount);
  return ok({
    entry: {
      ledger: owed !== undefined ? 'notice' : plan.ledger,
      kind,
      state: meaning.state,
      day: when.ok ? when.value.day : today,
      at: when.ok ? when.value.at : null,
      settleDay: when.ok ? when.value.settleDay : null,
      amount: owed !== undefined ? (owed === 0 ? 0 : -Math.abs(owed)) : money.amount,
      fee: owed !== undefined ? null : money.fee,
      net: owed !== undefined ? null : money.net,
      balance: money.balance,
      currency,
      reference: referenceOf(plan, cells, kind, text, links),
      links,
      terminal: text('terminal').slice(0, 100) || null,
      card: plan.format?.holder === 'buyer' ? null : cardIn(plan, cells),
      rate: rateIn(plan, cells),
      due: due.value,
      words: meaning.words,
    },
    merchant: merchantIn(plan, cells, text),
    merchantName: text('account-name') || null,
    flow: meaning.flow,
  });
}

/** A spreadsheet may have turned a long number into `2.1E+17`: then the row can no longer be told from others. */
function damagedId(plan: Plan, cells: readonly string[]): Result<never, Refusal> | null {
  for (const column of plan.numbers) {
    const text = cells[column.index] ?? '';
    if (isScientific(text)) return refuse('damaged-number', column, text);
  }
  return null;
}

/** A row that only states a balance (`Opening balance`), in a statement of amounts, moves nothing. */
function stated(plan: Plan, { kind }: Meaning, money: Money): Money {
  if (kind !== 'balance' || plan.ledger !== 'bank' || money.balance !== null) return money;
  return { ...money, amount: null, net: null, balance: money.amount };
}

/** A refund of which the merchant pays the rest, because the provider gives the fee back in the same row: the remark tells both. */
function givenBack(plan: Plan, cells: readonly string[], money: Money): Money {
  const pattern = plan.format?.feeInRemark;
  if (!pattern || money.amount === null || money.amount >= 0) return money;
  for (const { index } of plan.columnsOf('remark')) {
    const found = pattern.exec(cells[index] ?? '');
    const [whole, fee] = [parseAmount(found?.[1] ?? ''), parseAmount(found?.[2] ?? '')];
    if (!whole.ok || !fee.ok || fee.value === 0 || whole.value - fee.value !== -money.amount) continue;
    return { ...money, amount: -whole.value, fee: -fee.value, net: money.amount };
  }
  return money;
}

function settledKind(plan: Plan, meaning: Meaning, kind: Kind, amount: number | null): Kind {
  if (plan.format?.holder === 'buyer') return buyersKind(meaning, kind);
  if (kind === 'hold' && plan.format?.signs === 'printed' && amount !== null && amount > 0) return 'release';
  // 充值/提现 and 代扣 name both directions; the money tells which.
  if ((kind === 'top-up' || kind === 'settlement') && /充值\/提现/.test(meaning.words)) {
    return amount !== null && amount < 0 ? 'settlement' : 'top-up';
  }
  if (kind === 'unknown' && /代扣/.test(meaning.words) && amount !== null && amount !== 0) {
    return amount < 0 ? 'fee-payment' : 'sale';
  }
  // The words of a purchase (消费, 支付) on the list of the one who pays.
  const paid =
    meaning.flow === 'out' || plan.ledger === 'bank' || plan.ledger === 'funds' || plan.first('balance') !== null;
  if (kind === 'sale' && paid && amount !== null && amount < 0) return 'payment';
  if (kind === 'sale' && amount !== null && amount < 0 && plan.untyped) return 'refund';
  return kind;
}

/** On a consumer's bill the same words mean the other side: spending is a payment, what comes in from others a transfer. */
function buyersKind(meaning: Meaning, kind: Kind): Kind {
  if (kind === 'refund' || kind === 'settlement' || kind === 'top-up') return kind;
  if (meaning.flow !== 'out' && /退款/.test(meaning.stateWords)) return 'refund';
  if (meaning.flow === 'out') return kind === 'transfer' ? kind : 'payment';
  if (meaning.flow === 'in') return kind === 'sale' && /收款/.test(meaning.words) ? 'sale' : 'transfer';
  if (meaning.flow === 'neutral') return 'transfer';
  return kind === 'sale' ? 'payment' : kind;
}

function referenceOf(
  plan: Plan,
  cells: readonly string[],
  kind: Kind,
  text: (field: Field) => string,
  links: Readonly<Record<string, string>>,
): string | null {
  for (const [place, index] of plan.identity.entries()) {
    const id = cells[index] ?? '';
    if (id === '' || id === '0') continue;
    // A revoked payment may carry the payment's own number and no refund number.
    return kind === 'reversal' && place > 0 ? `${id.slice(0, 180)}#${kind}` : id.slice(0, 200);
  }
  if (plan.identity.length > 0) return null;
  const own = text('reference');
  if (own !== '' && own !== '0') return own;
  return links['rrn'] ?? links['trace'] ?? links['order'] ?? null;
}

function merchantIn(plan: Plan, cells: readonly string[], text: (field: Field) => string): string | null {
  const sub = plan.subAccount === null ? '' : (cells[plan.subAccount] ?? '');
  if (sub !== '' && sub !== '0') return sub.slice(0, 100);
  const own = text('account');
  if (own !== '') return own.slice(0, 100);
  const pattern = plan.format?.accountInIdentity;
  const id = plan.identity[0] === undefined ? '' : (cells[plan.identity[0]] ?? '');
  return pattern?.exec(id)?.[1] ?? null;
}

function cardIn(plan: Plan, cells: readonly string[]): Entry['card'] {
  let card: Entry['card'] = null;
  for (const field of ['card-type', 'kind'] as const) {
    for (const { index } of plan.columnsOf(field)) {
      const said = cardOf(cells[index] ?? '');
      // QR wins over the card behind it, wherever it is said.
      if (said === 'qr') return said;
      card ??= said;
    }
  }
  return card;
}

function rateIn(plan: Plan, cells: readonly string[]): number | null {
  const column = plan.first('rate');
  if (!column) return null;
  const rate = parseRate(cells[column.index] ?? '', column.bareRate);
  return rate.ok ? rate.value : null;
}

/** What the row names, else what its own figures are marked with, else the list's. */
function currencyIn(plan: Plan, cells: readonly string[], named: string): string {
  const said = currencyNamed(named);
  if (said !== null) return said;
  for (const field of MARKED) {
    for (const { index } of plan.columnsOf(field)) {
      const marked = currencyMarked(cells[index] ?? '');
      if (marked !== null) return marked;
    }
  }
  return plan.currency;
}
