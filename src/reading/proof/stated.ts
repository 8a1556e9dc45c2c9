import type { Sighting, Table } from '#records/sighting.ts';
import { monthNamed } from '../words/months.ts';
import { plain } from '../words/plain.ts';

/** What is counted, in the languages of `words/elsewhere.ts`. */
const THINGS =
  '(?:records?|entries|results?|rows|items?|lines|transactions?|payments?|payouts?|chargebacks?|disputes?|orders|invoices|eintr\\S*|datens\\S*|ergebnis\\S*|buchungen|umsätze|éléments?|résultats?|lignes|opérations?|registros?|resultados?|movimientos|transac\\S*|elementos|itens|risultati|elementi|righe|operazioni|wyników|rekordów|pozycji|transakcji|запис\\S*|операци\\S*|kayıt\\S*|kayit\\S*|entri|data|transaksi|giao dịch|bản ghi|kết quả|รายการ|건|件|سجل\\S*)';
const NUMBER = '(\\d{1,3}(?:[,. \\u00a0\\u202f]\\d{3})+|\\d{1,9})';
const SAYINGS: readonly RegExp[] = [
  new RegExp(
    `[共全]\\s*(?:查询到|查詢到|找到|有|计|計)?\\s*${NUMBER}\\s*(?:条|條|笔|筆|件)(?:记录|记錄|数据|資料|交易|明细)?`,
    'u',
  ),
  new RegExp(`(?:总记录数|總記錄數|记录总数|总条数|總筆數|總條數|총|全部で)\\s*[:：]?\\s*${NUMBER}`, 'u'),
  new RegExp(
    `(?:\\b(?:total|of|gesamt|insgesamt|toplam|łącznie|razem)|всего|tổng(?: số| cộng)?|รวม|ทั้งหมด)\\s*(?:de\\s+)?[:：]?\\s*${NUMBER}\\s+${THINGS}`,
    'iu',
  ),
  new RegExp(`\\b(?:total|totale)\\s+(?:de|di|of)?\\s*${THINGS}\\s*[:：]\\s*${NUMBER}(?![.,\\d])`, 'iu'),
  new RegExp(`^\\(?${NUMBER}\\s*${THINGS}\\)?$`, 'iu'),
  new RegExp(`(?<!\\S)${NUMBER}\\s*${THINGS} in \\d+ pages?$`, 'iu'),
  new RegExp(`\\(${NUMBER}\\s*${THINGS}\\)$`, 'iu'),
];

/** What stands between the first and the last row that a page shows, in any language: `1 – 20`, `1 bis 20`, `1 から 20`. */
const TO = /^\s*件?\s*(?:[-–—−~～〜至到]|[\p{L}\p{M}]{1,8}|s\/d)\s*$/u;
/** Words that part two numbers without making them a range: `Page 1 of 3`. */
const OF = /^\s*(?:of|von|de|di|sur|z|ze|из|dari|van|av|af)\s*$/iu;

/** `1 - 2 of November 2026`: days of a month. */
const ofMonth = (text: string): boolean =>
  /\b20\d\d\b/.test(text) && (text.match(/\p{L}{3,}/gu) ?? []).some((word) => monthNamed(word) !== null);

/**
 * The whole of a range in words: `Showing 1 to 20 of 97 entries`, `97 件中 1～20 件`, `97 kayıttan 1 - 20 arası`. Known in every language by its numbers: as
 * many rows lie in the range as the page shows, and the whole is no less.
 */
function wholeOfRange(text: string, shown: number): number | null {
  if (text.length > 120 || /\d[/.:-]\d{1,2}[/.:-]\d/.test(text) || ofMonth(text)) return null;
  const numbers = [...text.matchAll(new RegExp(NUMBER, 'gu'))];
  const [a, b, c] = numbers;
  if (numbers.length !== 3 || !a || !b || !c) return null;
  const between = (one: RegExpExecArray, two: RegExpExecArray): string =>
    text.slice(one.index + one[0].length, two.index);
  const value = (one: RegExpExecArray): number => Number(one[0].replace(/\D/g, ''));
  const isRange = (one: RegExpExecArray, two: RegExpExecArray): boolean =>
    TO.test(between(one, two)) && !OF.test(between(one, two)) && isShown(value(two) - value(one) + 1);
  const isShown = (count: number): boolean => count > 0 && count <= shown && count >= shown - MOST_TOTAL_ROWS;
  if (isRange(a, b) && /\p{L}|\//u.test(between(b, c)) && value(c) >= value(b)) return value(c);
  return isRange(b, c) && /\p{L}/u.test(between(a, b)) && value(a) >= value(c) ? value(a) : null;
}

export interface StatedCount {
  readonly count: number;
  readonly words: string;
}

/** Rows of totals stand among the rows, and are not counted. */
const MOST_TOTAL_ROWS = 6;

function countIn(text: string): number | null {
  for (const saying of SAYINGS) {
    const digits = saying.exec(text)?.[1];
    if (digits !== undefined) return Number(digits.replace(/\D/g, ''));
  }
  return null;
}

const NAMED = new RegExp(`^(\\S.{0,40}?)\\s*[（(]\\s*${NUMBER}\\s*[)）]$`, 'u');

/** Names that only the list itself has, and no other list beside it. */
const ANY_LIST =
  /^(?:all|recent|card|account)?(?:transactions|results|entries|records)$|^(?:交易|流水|账单|资金)(?:记录|明细|列表|流水)$|^(?:transaktionen|umsätze|opérations|movimientos|transazioni|transações|операции|거래내역|取引一覧|取引明細)$/;

/** The count behind the page's own title in its heading, `Transactions (97)`; behind another name it counts another list. */
function countBehind(text: string, names: readonly string[]): number | null {
  const found = NAMED.exec(text);
  const name = plain(found?.[1] ?? '');
  return found && (names.includes(name) || ANY_LIST.test(name)) ? Number(found[2]?.replace(/\D/g, '')) : null;
}

/** `Payouts – Stripe`: the parts of a page's title, of which one may be the name of its list. */
export const titleParts = (title: string): string[] =>
  title.split(/\s*[|·_–—]\s*|\s+-\s+/).filter((part) => part !== '');

/** How many rows a page or file says its list has, all pages together: on the table, or in a line beside it. Null if it does not say. */
export function statedCount(sighting: Sighting, table: Table | null): StatedCount | null {
  const shown = table?.rows.length ?? 0;
  const names = titleParts(sighting.title).map(plain);
  const lines = sighting.texts.flatMap((line) => {
    if (line.length > 300) return [];
    const text = line.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
    const count = (shown > 0 ? wholeOfRange(text, shown) : null) ?? countIn(text) ?? countBehind(text, names);
    // A count below what the table shows speaks of something else.
    return count === null || count < shown - MOST_TOTAL_ROWS ? [] : [{ count, words: line.trim() }];
  });
  if (table?.stated != null) {
    const stated = table.stated;
    return lines.find(({ count }) => count === stated) ?? { count: stated, words: `共 ${stated} 条` };
  }
  // Lines with several different counts may speak about several lists.
  return new Set(lines.map(({ count }) => count)).size === 1 ? (lines[0] ?? null) : null;
}

/** Words of a list that has nothing to show: `您还没有提现记录`, `No transactions yet`. */
export const saysNone = (text: string): boolean =>
  text.length <= 80 &&
  /(?:没有|沒有|暂无|暫無|尚无|尚無|查无|查無|未找到|无).{0,8}(?:记录|記錄|紀錄|数据|資料|交易|订单|明细|結果|结果)|\bno (?:matching |recent )?(?:transactions?|records?|results?|data|payouts?|payments?|entries|items)\b|ありません|없습니다|keine (?:transaktionen|daten|eintr)|aucun|(?:sin|no hay) (?:datos|resultados|movimientos|registros)|nenhum|nessun|нет (?:данных|операций|записей)|brak (?:danych|wyników)|geen (?:gegevens|resultaten|transacties)|bulunamadı|kayıt yok|không có|tidak ada|ไม่พบ|ไม่มีข้อมูล|لا توجد|אין נתונים/i.test(
    text,
  );
