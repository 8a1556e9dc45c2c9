import { fail, ok, type Result } from './result.ts';

/**
 * Money as a safe integer of 1/100 000 of the major unit (1e-5 元), because WeChat prints fees to five decimals.
 * The currency stands beside it, in the record that holds it.
 */
export type Units = number;

export const UNITS_PER_MAJOR = 100_000;

/** The hundredth part in which money is paid, whatever the decimals in which fees are printed. */
export const CENT: Units = UNITS_PER_MAJOR / 100;
const PLACES = 5;

/** What one printed unit is worth: 元 (major), 分 (minor), 万元 (wan). */
export type Denomination = 'major' | 'minor' | 'wan';

/**
 * Why a cell is not an amount. `none`: the cell says that there is no value (empty, `-`, `--`, `—`, `/`, `*`).
 * `not-a-number`: it holds something else. `ambiguous`: separators that can be read in two ways.
 * `too-precise`: more than 1e-5 of the major unit. `too-large`: beyond a safe integer of units.
 */
export type AmountError = 'none' | 'not-a-number' | 'ambiguous' | 'too-precise' | 'too-large';

/** ISO 4217 codes that stand beside figures in merchants' lists; `RMB` is what people write for CNY. */
export const CURRENCY_CODES =
  'CNY|RMB|USD|EUR|GBP|HKD|MOP|TWD|NTD|JPY|AUD|CAD|SGD|CHF|NZD|MYR|THB|KRW|INR|IDR|PHP|VND|AED|SEK|NOK|DKK|PLN|CZK|BRL|MXN|ZAR|TRY|KWD|BHD|OMR|JOD|SAR|QAR|EGP|NGN|KES|PKR|HUF|RON|ILS|RUB|UAH|CLP|COP|PEN|ARS|ISK|BGN|KZT|XOF|XAF|MAD|TND|DZD|GHS|UGX|TZS|LKR|BDT|NPR|MMK|KHR|LAK|UYU|BOB|PYG|CRC|DOP|GTQ|RSD|GEL|AZN|UZS|BYN|AMD|MDL|BAM|MKD';

const NONE = /^(?:|[-－–—]{1,3}|\/|\*|N\/A|[暂暫]?[无無]|null)$/i;
const MARKS = `${CURRENCY_CODES}|人民[币幣]|新[台臺][币幣]|港[币幣]|Rs\\.?|RM|Rp\\.?|z[łŁ]|K[čČ]|Ft|kr\\.?|TL|lei|[원đ]|(?:ر\\.س|د\\.إ|ج\\.م|د\\.ك|ر\\.ق)\\.?|руб\\.?|грн\\.?|р\\.|(?:HK|US|NT|MOP|AU?|CA?|S|NZ|R)?\\$|[¥￥€£₹฿₩₫₱₽₺₴₪₦₵₸₾₼﷼]`;
const CURRENCY = new RegExp(`^(?:${MARKS})|(?:${MARKS})$`, 'i');
const SHIFT: Record<Denomination, number> = { major: 0, minor: -2, wan: 4 };

/** Full-width digits and signs to ASCII, no spaces, tabs, back-ticks, quotes, or invisible marks. */
function plainNumberText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff`'"’]/g, '')
    .replace(/[−–—－]/g, '-');
}

const codeOf = (sign: string): number => sign.charCodeAt(0);
const [ZERO, NINE, PLUS, MINUS] = [codeOf('0'), codeOf('9'), codeOf('+'), codeOf('-')];
const [COMMA, POINT, YEN, WIDE_YEN] = [codeOf(','), codeOf('.'), codeOf('¥'), codeOf('￥')];
/** Of the last of so many decimals, in units. A power that is worked out takes longer than the rest of the figure. */
const WORTH = [100_000, 10_000, 1000, 100, 10, 1];
/** So many digits before the point, and the units are a safe integer. */
const USUAL_DIGITS = 9;

/**
 * A figure in major units as nearly all are printed (`12.00`, `-1,234.56`, `¥8`), sign by sign; null for any other, which takes all the rules.
 * Figures are most of what is read, and the rules take many times as long.
 */
function usualAmount(text: string, decimal: '.' | ',' | 'auto'): Units | null {
  if (decimal === ',') return null;
  let at = 0;
  const sign = text.charCodeAt(at);
  if (sign === MINUS || sign === PLUS) at += 1;
  const mark = text.charCodeAt(at);
  if (mark === YEN || mark === WIDE_YEN) at += 1;
  let units = 0;
  let run = 0;
  let groups = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      units = units * 10 + code - ZERO;
      run += 1;
    } else if (code === COMMA && (groups === 0 ? run >= 1 && run <= 3 : run === 3)) {
      groups += 1;
      run = 0;
    } else break;
  }
  if (groups === 0 ? run < 1 || run > USUAL_DIGITS : run !== 3 || groups > 2) return null;
  const hasFraction = text.charCodeAt(at) === POINT;
  if (hasFraction) at += 1;
  let places = 0;
  for (; places <= PLACES && isDigit(text.charCodeAt(at)); at += 1, places += 1)
    units = units * 10 + text.charCodeAt(at) - ZERO;
  if (at < text.length || places > PLACES || hasFraction !== places > 0) return null;
  if (decimal === 'auto' && (places === 3 || (groups > 0 && places === 0))) return null;
  units *= WORTH[places] ?? 1;
  return sign === MINUS && units !== 0 ? -units : units;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/**
 * Reads one printed amount, digit by digit, without ever passing through a float.
 * Understands signs on either side, brackets for negative, currency marks, `Dr`/`Cr`, a German bank's `S` and `H` (Soll, Haben), thousands separators in groups of three (four in the 万 style,
 * two before the last three in the Indian style),
 * and a unit written in the cell (元, 分, 万, 万元), which overrides `denomination`.
 * @param decimal the character that separates decimals in this source; `auto` accepts `1,234.56` and `1.234,56` and refuses what could be either (`1,234`, `1.234`).
 */
export function parseAmount(
  text: string,
  denomination: Denomination = 'major',
  decimal: '.' | ',' | 'auto' = '.',
): Result<Units, AmountError> {
  const usual = denomination === 'major' ? usualAmount(text, decimal) : null;
  if (usual !== null) return ok(usual);
  let rest = plainNumberText(text);
  if (NONE.test(rest)) return fail('none');

  let negative = false;
  const bracketed = /^([^\d()]{0,4})\((.+)\)$/.exec(rest);
  if (bracketed?.[2]) {
    negative = true;
    rest = `${bracketed[1]}${bracketed[2]}`;
  }
  const side = /(?:\(?(Dr|Cr)\.?\)?)$/i.exec(rest) ?? /(?<=[.,]\d\d)([HS])$/.exec(rest);
  if (side?.[1]) {
    if (/^(?:dr|s)$/i.test(side[1])) negative = !negative;
    rest = rest.slice(0, side.index);
  }
  let unit = denomination;
  const written = /([万萬][元圓円]?|[元圓円]|分)(?:整)?$/.exec(rest);
  if (written?.[1]) {
    unit = written[1] === '分' ? 'minor' : /[万萬]/.test(written[1]) ? 'wan' : 'major';
    rest = rest.slice(0, written.index);
  }
  // A sign may stand before or after the currency mark, or at the very end; two signs are not a number.
  let signs = 0;
  for (let changed = true; changed; ) {
    changed = false;
    const sign = /^[+-]|[+-]$/.exec(rest);
    if (sign) {
      if (sign[0] === '-') negative = !negative;
      signs += 1;
      rest = sign.index === 0 ? rest.slice(1) : rest.slice(0, -1);
      changed = true;
    }
    const mark = CURRENCY.exec(rest);
    if (mark) {
      rest = mark.index === 0 ? rest.slice(mark[0].length) : rest.slice(0, mark.index);
      changed = true;
    }
  }
  if (signs > 1) return fail('not-a-number');

  const point = decimal === 'auto' ? decimalMark(rest) : decimal;
  if (point === 'ambiguous') return fail('ambiguous');
  const grouping = point === '.' ? ',' : '.';
  const [whole = '', fraction = '', ...more] = rest.split(point);
  if (more.length > 0 || !/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return fail('not-a-number');
  const groups = whole.split(grouping);
  const grouped = groups.length > 1;
  if (grouped && !isGrouped(groups)) return fail('not-a-number');
  const digits = groups.join('');
  if (!/^\d*$/.test(digits)) return fail('not-a-number');
  return scaled(digits, fraction, SHIFT[unit], negative);
}

/** `1,234,567`, `123,4567`, `12,34,567`: not `1,2` or `,5`. */
function isGrouped([first = '', ...rest]: readonly string[]): boolean {
  if (first === '') return false;
  if (rest.every(({ length }) => length === 3 || length === 4)) return true;
  return first.length <= 2 && rest.at(-1)?.length === 3 && rest.slice(0, -1).every(({ length }) => length === 2);
}

/** `1.200.000` has thousands; `1.234` could have them, `0.375` and `12.34` cannot. */
function dotAlone(rest: string, last: number): '.' | ',' | 'ambiguous' {
  const first = rest.indexOf('.');
  if (first !== last) return ',';
  return /^[1-9]\d{0,2}\.\d{3}$/.test(rest) ? 'ambiguous' : '.';
}

function decimalMark(rest: string): '.' | ',' | 'ambiguous' {
  const dot = rest.lastIndexOf('.');
  const comma = rest.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  if (comma < 0) return dotAlone(rest, dot);
  const after = rest.length - comma - 1;
  if (rest.indexOf(',') !== comma) return '.';
  if (after === 3) return 'ambiguous';
  return ',';
}

function scaled(whole: string, fraction: string, shift: number, negative: boolean): Result<Units, AmountError> {
  const exponent = PLACES + shift;
  const kept = fraction.slice(0, Math.max(exponent, 0)).padEnd(exponent, '0');
  if (/[1-9]/.test(fraction.slice(exponent))) return fail('too-precise');
  const digits = (whole + kept).replace(/^0+(?=\d)/, '');
  const value = Number(digits);
  if (digits.length > 16 || !Number.isSafeInteger(value)) return fail('too-large');
  return ok(negative && value !== 0 ? -value : value);
}

/** Units as a decimal string in major units: at least two places, at most five, never an exponent. `-2000` → `"-0.02"`. */
export function formatAmount(units: Units): string {
  const digits = String(Math.abs(units)).padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0{1,3}$/, '');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -PLACES)}.${fraction}`;
}

/** Rounds to the cent, half away from zero, as Chinese acquirers print it (乐刷: 1.9 分 → 2 分; domain.md §2.4). */
export function roundToCent(units: Units): Units {
  return Math.sign(units) * Math.floor((Math.abs(units) + CENT / 2) / CENT) * CENT;
}

/**
 * A rate in millionths, so that 0.60 % is 6000 and 万分之38 is 3800.
 * Understands `0.60%`, `6‰`, `万分之38`, and, when `bare` says what a bare number means, `0.006` or `38`.
 */
export function parseRate(
  text: string,
  bare: 'fraction' | 'percent' | 'per-10000' | null = null,
): Result<number, AmountError> {
  const rest = plainNumberText(text);
  if (NONE.test(rest)) return fail('none');
  const match = /^(万分之|千分之|百分之)?(\d+(?:\.\d+)?)(%|‰|‱)?$/.exec(rest);
  if (!match?.[2]) return fail('not-a-number');
  const mark = match[1] ?? match[3];
  let places: number;
  if (mark === '%' || mark === '百分之') places = 4;
  else if (mark === '‰' || mark === '千分之') places = 3;
  else if (mark === '‱' || mark === '万分之') places = 2;
  else if (bare === 'fraction') places = 6;
  else if (bare === 'percent') places = 4;
  else if (bare === 'per-10000') places = 2;
  else return fail('ambiguous');
  const [whole = '', fraction = ''] = match[2].split('.');
  if (/[1-9]/.test(fraction.slice(places))) return fail('too-precise');
  return ok(Number(whole + fraction.slice(0, places).padEnd(places, '0')));
}

/** `amount × rate` in units, exact, rounded half away from zero to 1e-5. Rate in millionths. */
export function applyRate(units: Units, rate: number): Units {
  const product = BigInt(units) * BigInt(rate);
  const half = product < 0n ? -500_000n : 500_000n;
  return Number((product + half) / 1_000_000n);
}
