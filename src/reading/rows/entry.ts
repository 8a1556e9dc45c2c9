import { parseAmount, parseRate } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import { ok, type Result } from '#money/result.ts';
import type { Entry, Kind } from '#records/entry.ts';
import type { Field } from '#records/provider.ts';
import { currencyMarked, currencyNamed } from '../words/currency.ts';
import { remarkedState } from '../words/kinds.ts';
import { plain, remembered } from '../words/plain.ts';
import { figuresOf, inCurrency, isScientific, type Refusal, refuse } from './figures.ts';
import { isOwnFlow } from './ledger.ts';
import { join, type Meaning, meaningReader } from './meaning.ts';
import { bankAccount } from './own-account.ts';
import { LINKS, type Plan } from './plan.ts';
import { refundedReader } from './refunded.ts';
import { type Money, signed } from './signs.ts';
import { dueOf, whenReader } from './when.ts';

/** One row with meaning: an entry of which `account` and `row` are still to be filled in, because the row alone does not know them. */
export interface ReadRow {
  readonly entry: Entry;
  /** What of it was given back, where the row tells that beside it. */
  readonly back: Entry | null;
  /** The direction that the source itself states for it. */
  readonly flow: Meaning['flow'];
  /** Number and name of the merchant, as far as the row itself says them. */
  readonly merchant: string | null;
  readonly name: string | null;
}

/** Reads one row, or says why it has no meaning. Takes cells as `cellText` leaves them. */
export type RowReader = (cells: readonly string[]) => Result<ReadRow, Refusal>;

const MARKED = [
  'amount',
  'income',
  'expense',
  'refund-amount',
  'net',
  'fee',
  'arrears',
] as const satisfies readonly Field[];

/** The reader of all rows of one list. What depends on the list alone (which column says what) is found here, once. */
export function rowReader(plan: Plan, today: Day): RowReader {
  const whenIn = whenReader(plan);
  const meaningIn = meaningReader(plan);
  const listsArrears = plan.first('arrears') !== null && plan.first('amount') === null;
  const expected = plan.first('amount') ?? plan.first('income') ?? plan.first('net') ?? plan.first('arrears');
  const currencyIn = currencyReader(plan);
  const rateIn = rateReader(plan);
  const terminalIn = textReader(plan, 'terminal');
  const nameIn = textReader(plan, 'account-name');
  const linksIn = linksReader(plan);
  const referenceIn = referenceReader(plan);
  const merchantIn = merchantReader(plan);
  const backIn = refundedReader(plan);

  return (cells) => {
    if (plan.unitConflict) return refuse('unit-conflict', plan.unitConflict, cells[plan.unitConflict.index] ?? '');
    if (cells.length < plan.width) return refuse('too-few-cells', null, '');
    const when = whenIn(cells);
    if (!when.ok && !(listsArrears && when.error.reason === 'no-day')) return when;
    const printed = figuresOf(plan, cells);
    if (!printed.ok) return printed;
    const damaged = damagedId(plan, cells);
    if (damaged) return damaged;
    const due = dueOf(plan, cells);
    if (!due.ok) return due;
    const currency = currencyIn(cells);
    const figures = inCurrency(plan, cells, printed.value, currency);

    const meaning = meaningIn(cells);
    const owed = listsArrears ? figures.arrears : undefined;
    const money = stated(plan, meaning, givenBack(plan, cells, signed(plan, meaning, figures)));
    const nothing = money.amount === null && money.net === null && money.fee === null;
    const states = meaning.kind === 'balance' && money.balance !== null;
    if (owed === undefined && nothing && !states)
      return refuse('no-amount', expected, expected ? (cells[expected.index] ?? '') : '');
    const links = linksIn(cells);
    const kind = owed !== undefined ? 'stated-arrears' : settledKind(plan, meaning, money.kind, money.amount);
    const entry: Entry = {
      account: '',
      ledger: owed !== undefined ? 'notice' : plan.ledger,
      kind,
      state: cameOut(plan, meaning, money, when.ok ? when.value.settleDay : null),
      day: when.ok ? when.value.day : today,
      at: when.ok ? when.value.at : null,
      settleDay: when.ok ? when.value.settleDay : null,
      amount: owed !== undefined ? (owed === 0 ? 0 : -Math.abs(owed)) : money.amount,
      fee: owed !== undefined ? null : money.fee,
      net: owed !== undefined ? null : money.net,
      balance: money.balance,
      currency,
      reference: referenceIn(cells, kind, links),
      links,
      terminal: terminalIn(cells).slice(0, 100) || null,
      card: meaning.card,
      rate: rateIn(cells),
      due: due.value,
      // Whether it was paid is told by the state of what is owed.
      words: owed !== undefined && meaning.state === 'done' ? join([meaning.words, meaning.stateWords]) : meaning.words,
      row: [0, 0, 0],
    };
    return ok({
      entry,
      back: backIn(cells, entry),
      flow: meaning.flow,
      merchant: merchantIn(cells),
      name: nameIn(cells) || null,
    });
  };
}

/** A spreadsheet may have turned a long number into `2.1E+17`: then the row can no longer be told from others. */
function damagedId(plan: Plan, cells: readonly string[]): Result<never, Refusal> | null {
  for (const column of plan.numbers) {
    const text = cells[column.index] ?? '';
    if (isScientific(text)) return refuse('damaged-number', column, text);
  }
  return null;
}

/** Where no column says how a row came out and nothing of it was settled, its remark may: `流量费 · 扣款失败`. */
function cameOut(
  plan: Plan,
  { state, words }: Meaning,
  { net, balance }: Money,
  settleDay: Day | null,
): Entry['state'] {
  if (plan.first('state') !== null || net !== null || balance !== null || settleDay !== null) return state;
  return remarkedState(words) ?? state;
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
  const paid = meaning.flow === 'out' || isOwnFlow(plan.ledger) || plan.first('balance') !== null;
  if (kind === 'sale' && paid && amount !== null && amount < 0) return 'payment';
  if (kind === 'sale' && amount !== null && amount < 0 && plan.untyped) return 'refund';
  if (kind === 'unknown' && plan.ledger === 'trade' && amount !== null && amount < 0 && saysCredit(meaning.words))
    return 'refund';
  return kind;
}

/** What a till calls a refund, and a bank money that comes in. */
const saysCredit = (words: string): boolean =>
  /^(?:gutschrift|avoir|credit(?:note)?$|nota(?:de)?cr[ée]dito)/.test(plain(words));

/** On a consumer's bill the same words mean the other side: spending is a payment, what comes in from others a transfer. */
function buyersKind(meaning: Meaning, kind: Kind): Kind {
  if (kind === 'refund' || kind === 'settlement' || kind === 'top-up') return kind;
  if (meaning.flow !== 'out' && /退款/.test(meaning.stateWords)) return 'refund';
  if (meaning.flow === 'out') return kind === 'transfer' ? kind : 'payment';
  if (meaning.flow === 'in') return kind === 'sale' && /收款/.test(meaning.words) ? 'sale' : 'transfer';
  if (meaning.flow === 'neutral') return 'transfer';
  return kind === 'sale' ? 'payment' : kind;
}

/** What the surest column of a field says; '' where there is none, or only a mark for nothing. */
function textReader(plan: Plan, field: Field): (cells: readonly string[]) => string {
  const column = plan.first(field);
  return (cells) => {
    const value = column ? (cells[column.index] ?? '') : '';
    return value.length <= 3 && /^[-－–—/*]{0,3}$/.test(value) ? '' : value.slice(0, 200);
  };
}

function linksReader(plan: Plan): (cells: readonly string[]) => Record<string, string> {
  const readers = LINKS.filter((field) => plan.first(field)).map((field) => ({
    field,
    textIn: textReader(plan, field),
  }));
  const others = plan.ledger === 'bank' ? plan.columnsOf('counterparty') : [];
  return (cells) => {
    const links: Record<string, string> = {};
    // A bank says in words who paid: it is what joins a credit with the acquirer's payout. The other's account number says nothing.
    for (const { index } of others) {
      const name = cells[index] ?? '';
      if (/\p{L}{2}/u.test(name)) links['counterparty'] ??= name.slice(0, 200);
    }
    for (const { field, textIn } of readers) {
      const value = textIn(cells);
      if (value !== '' && value !== '0') links[field] = value;
    }
    return links;
  };
}

function referenceReader(
  plan: Plan,
): (cells: readonly string[], kind: Kind, links: Readonly<Record<string, string>>) => string | null {
  const ownIn = textReader(plan, 'reference');
  return (cells, kind, links) => {
    for (let place = 0; place < plan.identity.length; place += 1) {
      const id = cells[plan.identity[place] ?? -1] ?? '';
      if (id === '' || id === '0') continue;
      // A revoked payment may carry the payment's own number and no refund number.
      return kind === 'reversal' && place > 0 ? `${id.slice(0, 180)}#${kind}` : id.slice(0, 200);
    }
    if (plan.identity.length > 0) return null;
    const own = ownIn(cells);
    if (own !== '' && own !== '0') return own;
    return links['rrn'] ?? links['trace'] ?? links['order'] ?? null;
  };
}

function merchantReader(plan: Plan): (cells: readonly string[]) => string | null {
  const ownIn = textReader(plan, 'account');
  const bankIn = isOwnFlow(plan.ledger) ? ownAccountReader(plan) : () => null;
  const pattern = plan.format?.accountInIdentity;
  const [identity] = plan.identity;
  return (cells) => {
    const sub = plan.subAccount === null ? '' : (cells[plan.subAccount] ?? '');
    if (sub !== '' && sub !== '0') return sub.slice(0, 100);
    const own = ownIn(cells);
    if (own !== '') return own.slice(0, 100);
    const id = identity === undefined ? '' : (cells[identity] ?? '');
    return pattern?.exec(id)?.[1] ?? bankIn(cells);
  };
}

/** On a bank's statement, a column of account or card numbers that is nobody else's is one's own; in a wallet's flow those are the cards that paid. */
function ownAccountReader(plan: Plan): (cells: readonly string[]) => string | null {
  const cards = plan.ledger === 'bank' ? plan.columnsOf('card-number') : [];
  const column =
    plan.first('own-account') ??
    cards.find(({ header }) => /^(?:账号|帐号|卡号|账号卡号|卡号账号)$/.test(plain(header))) ??
    null;
  return (cells) => (column === null ? null : bankAccount(cells[column.index] ?? ''));
}

function rateReader(plan: Plan): (cells: readonly string[]) => number | null {
  const column = plan.first('rate');
  if (!column) return () => null;
  const read = remembered((text) => parseRate(text, column.bareRate));
  return (cells) => {
    const rate = read(cells[column.index] ?? '');
    return rate.ok ? rate.value : null;
  };
}

/** What the row names, else what its own figures are marked with, else the list's. */
function currencyReader(plan: Plan): (cells: readonly string[]) => string {
  const named = plan.first('currency');
  const marked = MARKED.flatMap((field) => plan.columnsOf(field));
  const nameIn = remembered((text) => currencyNamed(text) ?? currencyMarked(text, plan.dollar));
  return (cells) => {
    const said = named === null ? null : nameIn(cells[named.index] ?? '');
    if (said !== null) return said;
    for (const { index } of marked) {
      const mark = currencyMarked(cells[index] ?? '', plan.dollar);
      if (mark !== null) return mark;
    }
    return plan.currency;
  };
}
