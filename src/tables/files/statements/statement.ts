import { formatAmount, parseAmount, type Units } from '#money/amount.ts';
import type { Section } from '../sections.ts';
import type { Found } from '../sight.ts';

/** One movement of an account as a statement format states it. Texts are empty where the format says nothing. */
export interface Movement {
  /** Booking day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly valueDay: string;
  /** What kind of movement, in words. */
  readonly type: string;
  /** A decimal figure with a point; negative when money left the account. As printed if it is no figure, so that the row is rejected and not lost. */
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
  readonly counterparty: string;
  readonly counterAccount: string;
  readonly remark: string;
  /** Announced and not yet booked: in no balance. */
  readonly pending: boolean;
}

export interface Balance {
  readonly day: string;
  readonly amount: string;
}

/** One statement of one account, with what it states of itself. */
export interface Statement {
  readonly account: string;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  readonly opening: Balance | null;
  readonly closing: Balance | null;
  /** How many movements the statement says it has, and what they add up to by side. */
  readonly count: string;
  readonly credits: string;
  readonly debits: string;
  readonly movements: readonly Movement[];
  /** Other lines of the statement. */
  readonly notes: readonly string[];
}

export type StatementWay = 'ofx' | 'mt940' | 'camt';

/** Statements of a file, and whether its end is missing. */
export interface Statements {
  readonly statements: Statement[];
  readonly cut: boolean;
}

/** Titles that the interpreter knows as a bank's, one for each field of `Movement`, and the account: a file may hold statements of several. */
const TITLES = [
  '交易日期',
  '起息日',
  '摘要',
  '贷方发生额',
  '借方发生额',
  '发生额',
  '币种',
  '交易流水号',
  '对方户名',
  '对方账号',
  '备注',
  '本方账号',
];
const DEBIT = 4;
const CREDIT = 3;
const AMOUNT = 5;

/** Movements as a table of text, and what the statement states of them as rows of totals: count and sums by side, and closing less opening balance. */
export function foundIn(statement: Statement, way: StatementWay, place: string): Found {
  const booked = statement.movements.filter(({ pending }) => !pending);
  const waiting = statement.movements.filter(({ pending }) => pending);
  const totals = waiting.length === 0 ? totalsOf(statement) : balancesOf(statement);
  const tables: Section[] = [
    { trailer: false, header: TITLES, rows: [...booked.map((movement) => rowOf(movement, statement)), ...totals] },
  ];
  if (waiting.length > 0) {
    tables.push({
      trailer: false,
      header: [...TITLES, '交易状态'],
      rows: waiting.map((movement) => [...rowOf(movement, statement), 'pending']),
    });
  }
  return { tables, texts: textsOf(statement), way, where: place, caption: null, hiddenRows: 0 };
}

/** A figure as statements write it, with a point and without grouping; anything else stays as it is printed. */
export function figure(text: string, decimal: '.' | ',', negative = false): string {
  const read = parseAmount(text, 'major', decimal);
  if (!read.ok) return text;
  return formatAmount(negative && read.value !== 0 ? -read.value : read.value);
}

function rowOf(movement: Movement, { account }: Statement): string[] {
  const out = movement.amount.startsWith('-');
  return [
    movement.day,
    movement.valueDay,
    movement.type,
    out ? '' : movement.amount,
    out ? movement.amount.slice(1) : '',
    movement.amount,
    movement.currency,
    movement.reference,
    movement.counterparty,
    movement.counterAccount,
    movement.remark,
    account,
  ];
}

function totalsOf(statement: Statement): string[][] {
  const { count, credits, debits } = statement;
  const rows: string[][] = [];
  if (/^\d{1,9}$/.test(count) || credits !== '' || debits !== '') {
    const row = blank(/^\d{1,9}$/.test(count) ? `合计：${count}笔` : '合计');
    row[CREDIT] = credits;
    row[DEBIT] = debits;
    rows.push(row);
  }
  return [...rows, ...balancesOf(statement)];
}

function balancesOf({ opening, closing }: Statement): string[][] {
  const moved = opening && closing ? difference(closing.amount, opening.amount) : null;
  if (moved === null) return [];
  const row = blank('Total (期末余额 − 期初余额)');
  row[AMOUNT] = moved;
  return [row];
}

function blank(label: string): string[] {
  return TITLES.map((_, i) => (i === 0 ? label : ''));
}

function difference(a: string, b: string): string | null {
  const [left, right] = [units(a), units(b)];
  return left === null || right === null ? null : formatAmount(left - right);
}

function units(text: string): Units | null {
  const read = parseAmount(text);
  return read.ok ? read.value : null;
}

function textsOf(statement: Statement): string[] {
  const { account, currency, from, to, opening, closing, notes } = statement;
  const texts: string[] = [];
  if (account !== '') texts.push(`账号：${account}`);
  if (currency !== '') texts.push(`币种：${currency}`);
  if (from !== '' && to !== '') texts.push(`起止日期：${from} ~ ${to}`);
  if (opening) texts.push(`期初余额（${opening.day}）：${opening.amount}`);
  if (closing) texts.push(`期末余额（${closing.day}）：${closing.amount}`);
  return [...texts, ...notes];
}
