import type { Ledger } from '#records/entry.ts';
import type { Column, Columns } from '../columns/resolve.ts';
import { plain } from '../words/plain.ts';

/** Whether a list is the flow of one's own account, in which money that leaves is below nothing. */
export const isOwnFlow = (ledger: Ledger): boolean => ledger === 'bank' || ledger === 'funds';

const BANK = /摘要|借方|贷方|钞|对方户名|开户|记账币种|支取|存入|凭证种类/;
/** What only a statement of one's own account has, in other languages: the other side's account, the day of value. */
const BANK_ABROAD =
  /^(?:counterparty|counteraccount|beneficiary|tegenrekening|naamtegenpartij|wertstellung|valuta(?:datum)?$|buchungstag|buchungstext|verwendungszweck|postingdate|postdate|belegdatum|buchungsreferenz|cisloprotiuctu)/;
/** `# 招商银行交易记录`: a bank's own statement says so above columns that say only 收入 and 支出. */
const BANK_HEADING = /^[#\s]*[\u4e00-\u9fff]{2,10}银行(?!.*商户)[\u4e00-\u9fff]{0,12}(?:交易记录|明细|流水|对账单)/;
const isBankHeading = (text: string): boolean => text.length <= 60 && BANK_HEADING.test(text);
/** An acquirer numbers its merchants; a bank its accounts. */
const MERCHANT = /^商户(?:号|编号|代码)$|^merchant(?:id|number|no)?$|^mid$/;
const TILL = ['terminal', 'net', 'fee', 'order', 'rrn', 'batch', 'refund-amount'] as const;
const SETTLE_STATE = /结算状态|划款状态|清算状态|到账状态|是否(?:已)?结算/;

/**
 * Which list a table is, by its columns: a running balance or income and expense make an account's own flow (a bank's, if its words or the heading of the file are a bank's and no column numbers merchants);
 * so do types that are all `debit` or `credit`, where nothing of a till stands beside them; settlement columns without a transaction type or state make payouts; everything else is trades.
 */
export function ledgerOf(
  columns: Columns,
  rows: readonly (readonly string[])[] = [],
  texts: readonly string[] = [],
): Ledger {
  const all = [...columns.values()].flat();
  const ofMerchant = (columns.get('account') ?? []).some(({ header }) => MERCHANT.test(plain(header)));
  const bank = !ofMerchant && all.some((column) => BANK.test(plain(column.header)));
  const flows = columns.has('income') || columns.has('expense') || (columns.has('direction') && columns.has('balance'));
  const trades = columns.has('fee') || columns.has('terminal') || columns.has('net');
  if (flows || (columns.has('balance') && !trades))
    return bank || (!columns.has('account') && texts.some(isBankHeading)) ? 'bank' : 'funds';
  if (all.some(({ header }) => BANK_ABROAD.test(plain(header))) && !TILL.some((field) => columns.has(field)))
    return 'bank';
  if (!TILL.some((field) => columns.has(field)) && saysSides(columns, rows)) return 'funds';
  const settles =
    columns.has('settle-day') || all.some(({ field, header }) => field === 'state' && SETTLE_STATE.test(plain(header)));
  // A list of payouts has no other date than theirs, and nothing of a till.
  const paysOut =
    columns.has('settle-day') &&
    !(['day', 'at', 'time', 'kind', 'terminal', 'rrn', 'trace', 'order', 'card-number'] as const).some((field) =>
      columns.has(field),
    ) &&
    (columns.has('net') || !columns.has('fee'));
  if (paysOut || (creditsOnly(all) && !columns.has('amount') && !columns.has('kind'))) return 'settlement';
  const trading = columns.has('kind') || tradeState(columns) || columns.has('terminal');
  const settleState = all.some(({ field, header }) => field === 'state' && SETTLE_STATE.test(plain(header)));
  // Each row has a card or channel and a number of its own: a sale, that says beside it whether it was settled.
  const single =
    columns.has('card-type') && (['reference', 'order', 'rrn', 'trace'] as const).some((field) => columns.has(field));
  if (single && settleState) return 'trade';
  if (settles && columns.has('net') && !columns.has('kind') && !tradeState(columns) && (settleState || !trading)) {
    return 'settlement';
  }
  return 'trade';
}

/** The day and the sum of what reached the bank, and no other: `入账日`, `入账金额`. */
const creditsOnly = (all: readonly Column[]): boolean =>
  all.some(({ field, header }) => field === 'net' && /^[入到]账(?:金额|总额)$/.test(plain(header))) &&
  all.some(({ field, header }) => field === 'day' && /^[入到]账日期?$/.test(plain(header)));

/** Both sides stand in the column of types, and nothing else. */
function saysSides(columns: Columns, rows: readonly (readonly string[])[]): boolean {
  const [kind] = columns.get('kind') ?? [];
  if (kind === undefined) return false;
  const said = new Set(rows.slice(0, 300).map((row) => plain(row[kind.index] ?? '')));
  return said.size === 2 && said.has('debit') && said.has('credit');
}

const tradeState = (columns: Columns): boolean =>
  (columns.get('state') ?? []).some((column) => !SETTLE_STATE.test(plain(column.header)));
