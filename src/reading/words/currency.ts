import { CURRENCY_CODES } from '#money/amount.ts';
import { plain } from './plain.ts';

/** Names of currencies as lists and pages write them, plain. */
const NAMES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  rmb: 'CNY',
  元: 'CNY',
  '156': 'CNY',
  美元: 'USD',
  '840': 'USD',
  港币: 'HKD',
  港元: 'HKD',
  '344': 'HKD',
  澳门元: 'MOP',
  澳门币: 'MOP',
  新台币: 'TWD',
  欧元: 'EUR',
  '978': 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  '392': 'JPY',
  新加坡元: 'SGD',
  澳元: 'AUD',
  加元: 'CAD',
};
/** Codes in use that are not in ISO 4217. */
const COMMON_CODES: Readonly<Record<string, string>> = { RMB: 'CNY', NTD: 'TWD' };
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/HK\$/i, 'HKD'],
  [/US\$/i, 'USD'],
  [/NT\$/i, 'TWD'],
  [/MOP\$/i, 'MOP'],
  [/(?<![A-Z])A(?:U)?\$/i, 'AUD'],
  [/(?<![A-Z])CA?\$/i, 'CAD'],
  [/(?<![A-Z])S\$/i, 'SGD'],
  [/R\$/, 'BRL'],
  [/NZ\$/i, 'NZD'],
  [/\$/, 'USD'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹|(?<![A-Za-z])Rs(?![A-Za-z])/i, 'INR'],
  [/฿/, 'THB'],
  [/₩/, 'KRW'],
  [/₫/, 'VND'],
  [/₱/, 'PHP'],
  [/₽|руб|р\.$/, 'RUB'],
  [/₺|(?<![A-Za-z])TL(?![A-Za-z])/, 'TRY'],
  [/₴|грн/, 'UAH'],
  [/₪/, 'ILS'],
  [/원/, 'KRW'],
  [/\dđ|đ$/, 'VND'],
  [/z[łŁ]/, 'PLN'],
  [/K[čČ]/, 'CZK'],
  [/\dFt|Ft$/, 'HUF'],
  [/(?<![A-Za-z])Rp(?![a-z])/, 'IDR'],
  [/(?<![A-Za-z])RM(?![A-Za-z])/, 'MYR'],
  [/ر\.س/, 'SAR'],
  [/د\.إ/, 'AED'],
  [/ج\.م/, 'EGP'],
  [/د\.ك/, 'KWD'],
  [/ر\.ق/, 'QAR'],
  [/₦/, 'NGN'],
  [/₸/, 'KZT'],
  [/(?<![A-Za-z])lei$/i, 'RON'],
  [/円/, 'JPY'],
  [/新[台臺][币幣]/, 'TWD'],
  [/港[币幣元]/, 'HKD'],
];
const CODE = new RegExp(`(?<![A-Za-z])(${CURRENCY_CODES})(?![A-Za-z])`);
const IN_BRACKETS = /[(（[［【,，:：/]\s*([^()（）[\]［］【】]{1,12}?)\s*[)）\]］】]?\s*$/;
const LAST_CODE = new RegExp(`[\\s,，/](${CURRENCY_CODES}|\\p{Sc}|руб\\.?|zł|Kč|Ft)$`, 'u');
const SAID =
  /(?:币\s*[种别]|货币|currency|(?:amounts?|figures|values|importes?|betr[äa]ge|montants?|importi|valores|kwoty|bedragen)(?: (?:are|shown|stated|sind|expressed|exprim[ée]s))? (?:in|en|em|w|i))\s*[:：]?\s*([A-Za-z]{3}\b|[\u4e00-\u9fff]{2,5})/i;

/** The ISO 4217 code that a cell of a currency column names; null if it names none. */
export function currencyNamed(text: string): string | null {
  const word = plain(text);
  return NAMES[word] ?? (/^[a-z]{3}$/.test(word) ? word.toUpperCase() : null);
}

/**
 * The currency that a figure is marked with: `$12.00`, `12,00 €`, `USD 12.00`. `¥` is silent: two currencies use it, and only the place tells which.
 * @param local the currency of the place, which a `$` may be of.
 */
export function currencyMarked(figure: string, local = 'USD'): string | null {
  if (!/[A-Z$€£₹฿₩₫₱₽₺₴₪₦₸円币幣원đłргčرجدl]/.test(figure)) return null;
  const code = CODE.exec(figure)?.[1];
  if (code !== undefined) return COMMON_CODES[code] ?? code;
  if (!/[$€£₹฿₩₫₱₽₺₴₪₦₸円币幣원đłргčرجد]|R[Msp]|TL|Ft|lei/i.test(figure)) return null;
  const marked = MARKS.find(([mark]) => mark.test(figure))?.[1] ?? null;
  return marked === 'USD' && DOLLARS.test(local) && !/US\$/i.test(figure) ? local : marked;
}

/** A `$` alone is the dollar, or the peso, of the place. */
const DOLLARS = /^(?:XXX|HKD|TWD|MOP|AUD|CAD|SGD|NZD|MXN|CLP|COP|ARS)$/;

/** The currency that a header states: `Amount (USD)`, `Betrag EUR`, `金额（美元）`, `Total ($)`. */
export function currencyOfHeader(header: string): string | null {
  for (const level of header.split(' / ').reverse()) {
    const inside = IN_BRACKETS.exec(level)?.[1] ?? LAST_CODE.exec(level)?.[1];
    const code = inside === undefined ? null : (NAMES[plain(inside)] ?? currencyMarked(inside));
    if (code !== null) return code;
  }
  return null;
}

/** Words that only one country's lists use, where no figure and no line names a currency. */
const LOCAL: readonly (readonly [RegExp, string])[] = [
  [/[\u3041-\u30ff]|手数料|取引/, 'JPY'],
  [/[\uac00-\ud7a3]/, 'KRW'],
  [/[\u0e01-\u0e3a]/, 'THB'],
  [/撥款|請款|特店|超商/, 'TWD'],
  [/belopp/i, 'SEK'],
  [/beløp(?!p)/i, 'NOK'],
  [/beløb/i, 'DKK'],
  [/kwota/i, 'PLN'],
  [/tutar/i, 'TRY'],
  [/částka/i, 'CZK'],
  [/összeg/i, 'HUF'],
  [/số tiền/i, 'VND'],
];

/** The currency of the country whose language the titles of a list are in; null where several countries share it. */
export function currencyOfTitles(titles: readonly string[]): string | null {
  const text = titles.join(' ');
  return LOCAL.find(([words]) => words.test(text))?.[1] ?? null;
}

/** The one currency that lines beside a list name (`币种：美元`, `Currency: USD`); null if none or several. */
export function currencyOfTexts(texts: readonly string[]): string | null {
  const found = new Set<string>();
  for (const text of texts) {
    const said = text.length <= 200 ? SAID.exec(text)?.[1] : undefined;
    const code = said === undefined ? null : (NAMES[plain(said)] ?? currencyMarked(said.toUpperCase()));
    if (code !== null) found.add(code);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** ISO 4217: no currency. Figures of which nothing tells the currency are of none that could be named. */
export const NO_CURRENCY = 'XXX';

const OF_REGION: Readonly<Record<string, string>> = {
  cn: 'CNY',
  tw: 'TWD',
  hk: 'HKD',
  mo: 'MOP',
  us: 'USD',
  gb: 'GBP',
  au: 'AUD',
  nz: 'NZD',
  ca: 'CAD',
  sg: 'SGD',
  in: 'INR',
  my: 'MYR',
  ph: 'PHP',
  za: 'ZAR',
  ch: 'CHF',
  mx: 'MXN',
  cl: 'CLP',
  co: 'COP',
  ar: 'ARS',
  pe: 'PEN',
  ae: 'AED',
  sa: 'SAR',
  eg: 'EGP',
  ng: 'NGN',
  ke: 'KES',
  pk: 'PKR',
  ro: 'RON',
  bg: 'BGN',
  kz: 'KZT',
  ru: 'RUB',
  br: 'BRL',
  jp: 'JPY',
  kr: 'KRW',
  th: 'THB',
  vn: 'VND',
  id: 'IDR',
  pl: 'PLN',
  tr: 'TRY',
  cz: 'CZK',
  hu: 'HUF',
  se: 'SEK',
  dk: 'DKK',
  no: 'NOK',
  ua: 'UAH',
  il: 'ILS',
  ...Object.fromEntries(
    'at be cy de ee es fi fr gr hr ie it lt lu lv mt nl pt si sk'.split(' ').map((region) => [region, 'EUR']),
  ),
};
/** Languages that one country only speaks, and writing that one country's lists are in where nothing else is said. */
const OF_LANGUAGE: Readonly<Record<string, string>> = {
  zh: 'CNY',
  ja: 'JPY',
  ko: 'KRW',
  th: 'THB',
  vi: 'VND',
  id: 'IDR',
  pl: 'PLN',
  tr: 'TRY',
  cs: 'CZK',
  hu: 'HUF',
  uk: 'UAH',
  he: 'ILS',
  sv: 'SEK',
  da: 'DKK',
  nb: 'NOK',
  nn: 'NOK',
  no: 'NOK',
  ...Object.fromEntries('nl fi el et lv lt sk sl hr'.split(' ').map((language) => [language, 'EUR'])),
};

/**
 * What a page's language and writing tell of a currency that nothing names; null where they tell none. A list in Chinese is in 元, unless its page says
 * that it is of Taiwan, Hong Kong or Macau; English, Spanish or German alone tell nothing.
 */
export function currencyOfLanguage(lang: string, words: readonly string[]): string | null {
  const [language = '', ...rest] = lang.toLowerCase().split(/[-_]/);
  const region = OF_REGION[rest.at(-1) ?? ''];
  if (region !== undefined) return region;
  if (words.some((word) => /[\u4e00-\u9fff]/.test(word))) return language === 'ja' ? 'JPY' : 'CNY';
  return OF_LANGUAGE[language] ?? null;
}
