import { daysBetween, makeDay } from '#money/day.ts';
import { LIMITS } from '../limits.ts';
import type { Pace } from '../pace.ts';
import { type Balance, figure, type Movement, type Statement, type Statements } from './statement.ts';

/** Transaction type codes of field 61 (SWIFT MT 940, category 9) that say what was moved. */
const TYPES: Readonly<Record<string, string>> = {
  CHG: 'fee',
  COM: 'commission',
  INT: 'interest',
  TRF: 'transfer',
  DDT: 'direct debit',
  RTI: 'returned item',
  CHK: 'cheque',
  STO: 'standing order',
  COL: 'collection',
  DIV: 'dividend',
};

/** The parts of a movement line: value day, entry day, mark, funds code, amount, type, references, supplementary details. */
const LINE = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d{1,15}[,.]?\d{0,5})(?:([NFS])([A-Z0-9]{3}))?([^\n]*)(?:\n([\s\S]*))?$/;
const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d,.]{1,20})/;

interface Open {
  account: string;
  opening: Balance | null;
  currency: string;
  closing: Balance | null;
  movements: Movement[];
  notes: string[];
}

/**
 * Statements of a SWIFT MT940 file (also the customer's form without blocks). Pages of one statement, and statements that begin with the balance
 * at which the one before ended, become one. A movement line that cannot be read is a row that says so.
 */
export async function readMt940(text: string, pace: Pace): Promise<Statements | 'stopped' | 'too-large'> {
  const done: Open[] = [];
  let open: Open | null = null;
  let last: 'line' | 'other' = 'other';
  let rows = 0;
  for await (const [tag, value] of fieldsOf(text, pace)) {
    if (tag === 'stopped') return 'stopped';
    if (tag === '20' || open === null) {
      if (tag !== '20' && !/^(?:25|28C?|60|61)/.test(tag)) continue;
      open = { account: '', opening: null, currency: '', closing: null, movements: [], notes: [] };
      done.push(open);
      last = 'other';
    }
    if (tag === '25' || tag === '25P') open.account = value.split('\n')[0]?.trim() ?? '';
    else if (tag === '60F' || tag === '60M') {
      open.opening = balanceOf(value);
      open.currency = BALANCE.exec(value)?.[3] ?? '';
    } else if (tag === '62F' || tag === '62M') {
      open.closing = balanceOf(value);
      last = 'other';
    } else if (tag === '61') {
      open.movements.push(movementOf(value, open.currency));
      last = 'line';
      if (++rows > LIMITS.rows) return 'too-large';
    } else if (tag === '86') {
      const movement = last === 'line' ? open.movements.pop() : undefined;
      if (movement) open.movements.push(detailed(movement, value));
      else open.notes.push(unfolded(value));
      last = 'other';
    }
  }
  const cut = done.some(({ closing }) => closing === null);
  return { statements: chained(done).map(statementOf), cut };
}

/** Fields with their continuation lines. `-` ends a message; what stands before the first field of one is its envelope. */
async function* fieldsOf(text: string, pace: Pace): AsyncGenerator<readonly [tag: string, value: string]> {
  let tag = '';
  let value = '';
  let at = 0;
  for (let lines = 0; at < text.length; lines++) {
    if (lines % 2000 === 0 && !(await pace.step(at, text.length))) return yield ['stopped', ''];
    const end = text.indexOf('\n', at);
    const raw = (end < 0 ? text.slice(at) : text.slice(at, end)).replace(/\r$/, '');
    at = end < 0 ? text.length : end + 1;
    const line = raw.replace(/^.{0,300}\{4:(?=:|$)/, '');
    const field = /^:(\d{2}[A-Z]?):(.*)$/.exec(line);
    const over = /^-(?:\}.*|\s*)$/.test(line);
    if (field || over) {
      if (tag !== '') yield [tag, value];
      tag = field?.[1] ?? '';
      value = field?.[2] ?? '';
    } else if (tag !== '' && value.length < LIMITS.text * 4) value += `\n${line}`;
  }
  if (tag !== '') yield [tag, value];
}

function movementOf(value: string, currency: string): Movement {
  const found = LINE.exec(value);
  if (!found) {
    // Two cells: a text alone in its row would pass for a note.
    return { ...NOTHING, day: value.slice(0, 6), remark: `:61:${unfolded(value)}` };
  }
  const [, valueDate = '', entry, mark = '', , amount = '', , type = '', references = '', more = ''] = found;
  const valueDay = dayOf(valueDate);
  const [customer = '', bank = ''] = references.split('//');
  return {
    ...NOTHING,
    day: entry ? entryDay(entry, valueDay) : valueDay,
    valueDay,
    type: TYPES[type] ?? '',
    // A reversal undoes what its second letter names (R + C: money leaves).
    amount: figure(amount.replace(/[,.]$/, ''), amount.includes('.') ? '.' : ',', mark === 'D' || mark === 'RC'),
    currency,
    reference: named(bank) || named(customer),
    remark: [named(bank) === '' ? '' : named(customer), unfolded(more)].filter(Boolean).join(' '),
  };
}

const NOTHING: Movement = {
  day: '',
  valueDay: '',
  type: '',
  amount: '',
  currency: '',
  reference: '',
  counterparty: '',
  counterAccount: '',
  remark: '',
  pending: false,
};

/** The lines of a field as one. */
function unfolded(value: string): string {
  return value.replace(/\s*\n\s*/g, ' ').trim();
}

function named(reference: string): string {
  const tidy = reference.trim();
  return /^(?:NONREF|NOREF)?$/.test(tidy) ? '' : tidy;
}

/**
 * Field 86: of a German bank a business code (GVC) with `?00` words, `?20`–`?29` and `?60`–`?63` remark, `?31` account, `?32`–`?33` name (DFÜ agreement,
 * annex 3); anything else is a remark as it stands.
 */
function detailed(movement: Movement, value: string): Movement {
  const whole = value.replace(/\n/g, '');
  const mark = /^\d{3}([^\w\s])(?=\d{2})/.exec(whole)?.[1];
  if (mark === undefined) {
    const words = unfolded(value);
    return { ...movement, remark: [movement.remark, words].filter(Boolean).join(' ') };
  }
  const parts = new Map<number, string>();
  for (const part of whole.split(mark).slice(1)) {
    if (/^\d{2}/.test(part)) parts.set(Number(part.slice(0, 2)), part.slice(2));
  }
  const range = (from: number, to: number) =>
    [...parts].flatMap(([code, words]) => (code >= from && code <= to ? [words] : [])).join('');
  return {
    ...movement,
    type: parts.get(0) || movement.type,
    counterparty: range(32, 33).trim(),
    counterAccount: parts.get(31)?.trim() ?? '',
    remark: [movement.remark, `${range(20, 29)}${range(60, 63)}`.trim()].filter(Boolean).join(' '),
  };
}

function balanceOf(value: string): Balance | null {
  const found = BALANCE.exec(value);
  if (!found) return null;
  const [, side, date = '', , amount = ''] = found;
  return {
    day: dayOf(date),
    amount: figure(amount.replace(/[,.]$/, ''), amount.includes('.') ? '.' : ',', side === 'D'),
  };
}

/** `YYMMDD`, of this century; as printed if there is no such day. */
function dayOf(text: string): string {
  const day = makeDay(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6)));
  return day.ok ? day.value : text;
}

/** The entry day has no year: it is the one nearest to the value day. */
function entryDay(text: string, valueDay: string): string {
  const near = makeDay(Number(valueDay.slice(0, 4)), Number(valueDay.slice(5, 7)), Number(valueDay.slice(8, 10)));
  if (!near.ok) return text;
  const days = [-1, 0, 1].flatMap((shift) => {
    const day = makeDay(Number(valueDay.slice(0, 4)) + shift, Number(text.slice(0, 2)), Number(text.slice(2, 4)));
    return day.ok ? [day.value] : [];
  });
  days.sort((a, b) => Math.abs(daysBetween(near.value, a)) - Math.abs(daysBetween(near.value, b)));
  return days[0] ?? text;
}

function chained(all: readonly Open[]): Open[] {
  const joined: Open[] = [];
  for (const next of all) {
    const before = joined.at(-1);
    const follows =
      before?.closing && next.opening && before.account === next.account && before.currency === next.currency;
    if (before && follows && before.closing?.amount === next.opening?.amount) {
      for (const movement of next.movements) before.movements.push(movement);
      before.notes.push(...next.notes);
      before.closing = next.closing;
    } else joined.push(next);
  }
  return joined;
}

function statementOf({ account, currency, opening, closing, movements, notes }: Open): Statement {
  return {
    account,
    currency,
    // The opening balance bears the day before the first one at most banks, and the first one at others.
    from: '',
    to: '',
    opening,
    closing,
    count: '',
    credits: '',
    debits: '',
    movements,
    notes,
  };
}
