import { fail, ok, type Result } from '#money/result.ts';
import type { FileError } from '../errors.ts';
import type { Pace } from '../pace.ts';
import { figure, type Movement, type Statement, type Statements } from './statement.ts';
import { type Element, readXml } from './xml.ts';

/** Statement, report and notification of ISO 20022 camt.053, .052 and .054; all versions name these elements alike. */
const STATEMENTS = new Set(['Stmt', 'Rpt', 'Ntfctn']);

/** Statements of a CAMT file. An entry is one row, however many payments a bank booked together in it. `RvslInd` needs no turn: the mark is already the entry's own side. */
export async function readCamt(text: string, pace: Pace): Promise<Result<Statements, FileError>> {
  const statements: Statement[] = [];
  let movements: Movement[] = [];
  const read = await readXml(text, pace, (element) => {
    if (element.name === 'Ntry') {
      movements.push(movementOf(element));
      return 'taken';
    }
    if (!STATEMENTS.has(element.name)) return 'kept';
    statements.push(statementOf(element, movements));
    movements = [];
    return 'taken';
  });
  if (!read.ok) {
    // A file that ends in the middle is read up to there, and said to be cut.
    if (read.error !== 'cut') return read.error === 'broken' ? fail('damaged') : fail(read.error);
    if (movements.length > 0)
      statements.push(statementOf({ name: '', text: '', attributes: {}, children: [] }, movements));
    if (statements.length === 0) return fail('damaged');
  }
  return ok({ statements, cut: !read.ok });
}

function all(element: Element | undefined, path: string): Element[] {
  let found = element ? [element] : [];
  for (const name of path.split('/'))
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

function first(element: Element | undefined, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = all(element, path)[0]?.text.trim();
    if (text) return text;
  }
  return '';
}

function dayIn(element: Element, path: string): string {
  return first(element, `${path}/Dt`, `${path}/DtTm`).slice(0, 10);
}

function movementOf(entry: Element): Movement {
  const amount = all(entry, 'Amt')[0];
  const side = first(entry, 'CdtDbtInd');
  const details = all(entry, 'NtryDtls/TxDtls');
  const one = details.length === 1 ? details[0] : undefined;
  const [party, account] = side === 'CRDT' ? ['Dbtr', 'DbtrAcct'] : ['Cdtr', 'CdtrAcct'];
  const remarks = details.flatMap((detail) => [
    ...all(detail, 'RmtInf/Ustrd').map(({ text }) => text.trim()),
    first(detail, 'RmtInf/Strd/CdtrRefInf/Ref'),
    first(detail, 'AddtlTxInf'),
  ]);
  const endToEnd = first(one, 'Refs/EndToEndId');
  return {
    day: dayIn(entry, 'BookgDt') || dayIn(entry, 'ValDt'),
    valueDay: dayIn(entry, 'ValDt'),
    type: first(entry, 'AddtlNtryInf') || codeOf(entry),
    // Without a side the figure has no sign that anyone could vouch for.
    amount:
      side === 'CRDT' || side === 'DBIT'
        ? figure(amount?.text.trim() ?? '', '.', side === 'DBIT')
        : `? ${amount?.text ?? ''}`,
    currency: amount?.attributes['Ccy'] ?? '',
    reference: first(entry, 'AcctSvcrRef') || first(one, 'Refs/AcctSvcrRef') || first(entry, 'NtryRef'),
    counterparty: first(one, `RltdPties/${party}/Nm`, `RltdPties/${party}/Pty/Nm`),
    counterAccount: first(one, `RltdPties/${account}/Id/IBAN`, `RltdPties/${account}/Id/Othr/Id`),
    remark: [endToEnd === 'NOTPROVIDED' ? '' : endToEnd, ...remarks].filter(Boolean).join(' ').slice(0, 2000),
    pending: ['PDNG', 'INFO', 'FUTR'].includes(first(entry, 'Sts/Cd', 'Sts')),
  };
}

/** `PMNT RCDT ESCT`, or the bank's own code. */
function codeOf(entry: Element): string {
  const domain = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].map((path) => first(entry, `BkTxCd/${path}`));
  return domain.filter(Boolean).join(' ') || first(entry, 'BkTxCd/Prtry/Cd');
}

function statementOf(element: Element, movements: readonly Movement[]): Statement {
  const balances = all(element, 'Bal').map((balance) => ({
    kind: first(balance, 'Tp/CdOrPrtry/Cd'),
    day: dayIn(balance, 'Dt'),
    amount: figure(first(balance, 'Amt'), '.', first(balance, 'CdtDbtInd') === 'DBIT'),
  }));
  const of = (...kinds: readonly string[]) => balances.find(({ kind }) => kinds.includes(kind)) ?? null;
  const sum = (side: string) => first(element, `TxsSummry/${side}/Sum`);
  return {
    account: first(element, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id'),
    currency:
      first(element, 'Acct/Ccy') || (all(element, 'Bal/Amt')[0]?.attributes['Ccy'] ?? movements[0]?.currency ?? ''),
    from: first(element, 'FrToDt/FrDtTm', 'FrToDt/FrDt').slice(0, 10),
    to: first(element, 'FrToDt/ToDtTm', 'FrToDt/ToDt').slice(0, 10),
    // The day's opening, or the closing of the day before.
    opening: of('OPBD') ?? of('PRCD'),
    closing: of('CLBD'),
    count: first(element, 'TxsSummry/TtlNtries/NbOfNtries'),
    credits: sum('TtlCdtNtries'),
    debits: sum('TtlDbtNtries'),
    movements,
    notes: [],
  };
}
