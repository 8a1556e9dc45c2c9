import { tidyCell } from '../cells.ts';
import { entities } from '../entities.ts';
import { LIMITS } from '../limits.ts';
import type { Pace } from '../pace.ts';
import { figure, type Movement, type Statement, type Statements } from './statement.ts';

/** The aggregates of OFX that hold a statement; every other element is a value that ends where the next one begins. */
const AGGREGATES = new Set(
  'OFX BANKMSGSRSV1 CREDITCARDMSGSRSV1 STMTTRNRS CCSTMTTRNRS STMTRS CCSTMTRS BANKACCTFROM CCACCTFROM BANKACCTTO CCACCTTO BANKTRANLIST STMTTRN PAYEE LEDGERBAL AVAILBAL CURRENCY ORIGCURRENCY'.split(
    ' ',
  ),
);

const TAG = /<(\/?)([A-Za-z][\w.]{0,40})>([^<]*)/g;

/**
 * Statements of an OFX or QFX file, SGML (1.x) or XML (2.x) alike: in both an element is its tag and the text after it, and no entity is ever
 * defined. `TRNAMT` is signed from the account holder's side (OFX 2.3, §11.4.4.1). There is no opening balance, so nothing proves the sum.
 */
export async function readOfx(text: string, pace: Pace): Promise<Statements | 'stopped' | 'too-large'> {
  const statements: Statement[] = [];
  const path: string[] = [];
  let fields = new Map<string, string>();
  let movement: Map<string, string> | null = null;
  let movements: Movement[] = [];
  let seen = 0;
  let closed = false;
  for (const [, slash, tag = '', value = ''] of text.matchAll(TAG)) {
    if (++seen % 2000 === 0 && !(await pace.step(seen, seen * 2))) return 'stopped';
    const name = tag.toUpperCase();
    if (!AGGREGATES.has(name)) {
      const words = slash ? '' : tidyCell(entities(value));
      if (words === '') continue;
      if (movement) set(movement, within(path, 'STMTTRN', name), words);
      else set(fields, within(path, 'STMTRS', name), words);
      continue;
    }
    if (!slash) {
      path.push(name);
      if (path.length > 40) return 'too-large';
      if (name === 'STMTTRN') movement = new Map();
      if (name === 'STMTRS' || name === 'CCSTMTRS') [fields, movements] = [new Map(), []];
      continue;
    }
    const at = path.lastIndexOf(name);
    if (at >= 0) path.length = at;
    if (name === 'STMTTRN' && movement) {
      movements.push(movementOf(movement, fields.get('CURDEF') ?? ''));
      if (movements.length > LIMITS.rows) return 'too-large';
      movement = null;
    }
    if (name === 'STMTRS' || name === 'CCSTMTRS') {
      statements.push(statementOf(fields, movements));
      [fields, movements] = [new Map(), []];
    }
    if (name === 'OFX') closed = true;
  }
  if (movement) movements.push(movementOf(movement, fields.get('CURDEF') ?? ''));
  if (movements.length > 0) statements.push(statementOf(fields, movements));
  return { statements, cut: !closed };
}

/** `PAYEE/NAME`: an element by its path below the aggregate that it is looked for in. */
function within(path: readonly string[], top: string, name: string): string {
  const from = path.findLastIndex((part) => part === top || (top === 'STMTRS' && part === 'CCSTMTRS'));
  return [...path.slice(from + 1), name].join('/');
}

/** The first of its name counts; a second one cannot overwrite it. */
function set(fields: Map<string, string>, name: string, words: string): void {
  if (!fields.has(name)) fields.set(name, words.slice(0, LIMITS.text));
}

function movementOf(fields: ReadonlyMap<string, string>, currency: string): Movement {
  const get = (name: string) => fields.get(name) ?? '';
  const name = get('NAME') || get('PAYEE/NAME');
  return {
    day: dayOf(get('DTPOSTED')),
    valueDay: dayOf(get('DTAVAIL') || get('DTUSER')),
    type: get('TRNTYPE'),
    amount: figure(get('TRNAMT'), /,\d{1,2}$/.test(get('TRNAMT')) ? ',' : '.'),
    currency: get('CURRENCY/CURSYM') || currency,
    reference: get('FITID'),
    counterparty: name,
    counterAccount: get('BANKACCTTO/ACCTID') || get('CCACCTTO/ACCTID'),
    remark: [get('MEMO'), get('CHECKNUM') && `CHECKNUM ${get('CHECKNUM')}`].filter(Boolean).join(' '),
    pending: false,
  };
}

function statementOf(fields: ReadonlyMap<string, string>, movements: readonly Movement[]): Statement {
  const get = (name: string) => fields.get(name) ?? '';
  const balance = get('LEDGERBAL/BALAMT');
  return {
    account: get('BANKACCTFROM/ACCTID') || get('CCACCTFROM/ACCTID'),
    currency: get('CURDEF'),
    from: dayOf(get('BANKTRANLIST/DTSTART')),
    to: dayOf(get('BANKTRANLIST/DTEND')),
    opening: null,
    closing: balance === '' ? null : { day: dayOf(get('LEDGERBAL/DTASOF')), amount: figure(balance, '.') },
    count: '',
    credits: '',
    debits: '',
    movements,
    notes: [],
  };
}

/** `20260630120000.000[-5:EST]` is a day of the bank's own clock; the clock time is a filler in most files and is left out. */
function dayOf(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})(?:\d.*|\[.*)?$/, '$1-$2-$3');
}
