/** Traditional forms of the characters that occur in bill headers and kind words, each beside its simplified form. */
const PAIRS =
  '號号額额幣币種种類类時时間间結结餘余帳账賬账帐账戶户費费單单訂订編编終终機机備备註注狀状態态據据應应實实淨净匯汇總总計计筆笔數数發发轉转銀银聯联務务' +
  '記记簡简稱称別别參参調调沖冲衝冲銷销貨货預预權权凍冻還还門门紅红繳缴劃划業业產产對对續续資资減减進进貸贷條条頁页無无關关閉闭敗败處处內内掃扫碼码開开補补' +
  '償偿點点會会員员線线電电話话當当週周網网關关請请詢询檢检錄录讓让價价傭佣質质優优惠惠額额歷历項项認认審审準准個个後后們们載载號号間间達达樣样' +
  '廢废兌兑託托稅税異异與与為为從从來来過过這这將将舊旧貴贵賓宾館馆決决視视覽览執执動动獎奖勵励圖图頻频誤误錯错絕绝遲迟併并訊讯讀读寫写憑凭製制變变幾几雙双離离鈔钞鎖锁錢钱階阶駁驳體体紀纪給给統统經经綠绿緊紧縣县繼继術术裝装複复設设許许評评試试該该議议責责賃赁賠赔軟软較较農农連连適适釋释際际雜杂頭头題题驗验預预' +
  '撥拨賣卖買买購购灣湾臺台圓圆萬万億亿滙汇證证輸输辦办虛虚級级啟启選选擇择確确運运險险罰罚違违約约滯滞納纳臨临暫暂顯显傳传絡络復复換换貼贴規规庫库專专屬属區区儲储領领簽签歸归閱阅贖赎導导維维護护';
const SIMPLE = new Map<string, string>();
for (let i = 0; i < PAIRS.length; i += 2) SIMPLE.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));

/** ASCII without blanks, capitals, quotes and stars: numbers, codes, days. */
const ALREADY_PLAIN = /^[!#-&(-)+-@[-_a-z{-~]*$/;

/** Full-width signs to ASCII, no blanks, tabs, back-ticks, quotes or invisible marks, lower case, traditional forms to simplified. */
export function plain(text: string): string {
  if (ALREADY_PLAIN.test(text)) return text;
  const half = text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[【〔［]/g, '(')
    .replace(/[】〕］]/g, ')')
    .replace(/[\s\u00a0\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff`'"“”‘’*]/g, '')
    .toLowerCase();
  return half.replace(/[\u4e00-\u9fff]/g, (c) => SIMPLE.get(c) ?? c);
}

const MARKS = /[`\t\u00a0\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ALL_MARKS = /[`\t\u00a0\ufeff]/g;
/** Marks that turn the direction of writing, and take no room. */
const DIRECTIONS = /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

const OTHER_DIGIT = /[０-９٠-٬۰-۹०-९๐-๙]/;
const OTHERS = /[０-９．，－＋：／٠-٬۰-۹०-९๐-๙]/g;
/** The zeros of full-width, Arabic, Persian, Devanagari and Thai digits. */
const ZEROS = [0xff10, 0x660, 0x6f0, 0x966, 0xe50];

function inAscii(sign: string): string {
  if (sign === '٫') return '.';
  if (sign === '٬') return ',';
  const code = sign.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? String.fromCharCode(code - 0xfee0) : String(code - zero);
}

/** Anything but ASCII without the back-tick, and Han: nearly all cells hold nothing else, and a search is quicker than a look at each sign. */
const UNUSUAL = /[^ -_a-~\u4e00-\u9fff]/;

/** Whether `cellText` would leave this as it is. By code, because this is asked of millions of cells. */
export function isCellText(text: string): boolean {
  if (!UNUSUAL.test(text)) return text.charCodeAt(0) !== BLANK && text.charCodeAt(text.length - 1) !== BLANK;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0xa0 && code !== BACK_TICK) continue;
    // Han and its neighbours, of which none is cleaned but the wide blank.
    if (code > 0x2069 && code < 0xfeff && code !== 0x3000) continue;
    if (UNCLEAN.test(text.charAt(at))) return false;
    if ((at === 0 || at === text.length - 1) && /\s/.test(text.charAt(at))) return false;
  }
  return true;
}

const [BLANK, BACK_TICK] = [0x20, 0x60];
const UNCLEAN = /[`\t\u00a0\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff０-９٠-٬۰-۹०-९๐-๙]/;

/** A cell without the marks that exporters put around values (back-ticks, tabs, outer quotes and blanks), its figures in ASCII. */
export function cellText(text: string | undefined): string {
  if (!text) return '';
  if (isCellText(text)) return text;
  if (OTHER_DIGIT.test(text)) return cellText(text.replace(/٪/g, '%').replace(OTHERS, inAscii));
  return MARKS.test(text) ? text.replace(DIRECTIONS, '').replace(ALL_MARKS, ' ').trim() : text.trim();
}

/** A plain header without what stands in brackets: `收入金额(+元)` → `收入金额`. A header that is only brackets keeps them. */
export function withoutBrackets(plainText: string): string {
  const bare = plainText.replace(/\([^()]*\)/g, '').replace(/\/元$/, '');
  return bare === '' ? plainText : bare;
}

/**
 * The same function, remembering its answers: cells of one column repeat. Cells are text from outside, so the memory may not grow without end,
 * and long texts are not kept.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const memory = new Map<string, T>();
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const found = read(text);
    if (memory.size >= 4000) memory.clear();
    if (text.length <= 100) memory.set(text, found);
    return found;
  };
}
