import { type Concern, concernOf } from './sensitive.ts';

/** Digits as people type them; full-width ones count. */
const DIGIT = '[0-9\\uFF10-\\uFF19]';
/** One digit, then digits with at most two separators between two of them. */
const RUN = new RegExp(`${DIGIT}(?:[\\s\\u00A0._·\\u2010-\\u2015-]{0,2}${DIGIT})*`, 'g');
const GROUP = new RegExp(`${DIGIT}+`, 'g');
/** A number that is already truncated: at most six digits, stars, at most four digits. */
const TRUNCATED = /(?<![0-9０-９])[0-9]{0,6}\*{2,}[0-9]{0,4}(?![0-9０-９])/g;
const LONGEST_PAN = 19;
const SHORTEST_PAN = 12;

const ONLY_DIGITS = /^[0-9]*$/;

const plainDigits = (text: string): string =>
  ONLY_DIGITS.test(text)
    ? text
    : text.replace(/[^0-9\uFF10-\uFF19]/g, '').replace(/[\uFF10-\uFF19]/g, (d) => String(d.charCodeAt(0) - 0xff10));

/** Most cells hold too few digits for any number that must be masked. */
function hasDigits(text: string, least: number): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < least; at += 1) {
    const code = text.charCodeAt(at);
    if ((code > 47 && code < 58) || (code > 0xff0f && code < 0xff1a)) digits += 1;
  }
  return digits >= least;
}

/** ISO/IEC 7812-1 check digit. Takes digits only. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at -= 1, twice = !twice) {
    const digit = digits.charCodeAt(at) - 48;
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/**
 * Card numbers by scheme: first digits and lengths (ISO/IEC 7812 issuer ranges as the schemes publish them), UnionPay, Visa, Mastercard in both
 * ranges, American Express, JCB, Diners, Discover.
 */
const CARD_SHAPE =
  /^(?:62\d{14,17}|4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|35(?:2[89]|[3-8]\d)\d{12,15}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12,15})$/;

const firstSixLastFour = (digits: string): string =>
  digits.length > LONGEST_PAN
    ? lastFour(digits)
    : digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4);
const lastFour = (digits: string): string => '*'.repeat(digits.length - 4) + digits.slice(-4);

/** Applies `change` between numbers that are truncated already, so that masking twice changes nothing. */
function outsideTruncated(text: string, change: (part: string, offset: number) => string): string {
  if (!text.includes('**')) return change(text, 0);
  let out = '';
  let from = 0;
  for (const found of text.matchAll(TRUNCATED)) {
    out += change(text.slice(from, found.index), from) + found[0];
    from = found.index + found[0].length;
  }
  return out + change(text.slice(from), from);
}

/** Under a card header every run long enough is a card, Luhn or not: UnionPay has numbers without a valid check digit. */
function maskCards(run: string): string {
  const digits = plainDigits(run);
  if (digits.length < SHORTEST_PAN) return run;
  if (digits.length <= LONGEST_PAN) return firstSixLastFour(digits);
  // Several numbers in one cell: the long groups are cards by themselves, what stands between them is looked at again.
  let out = '';
  let from = 0;
  let cut = false;
  for (const group of run.matchAll(GROUP)) {
    if (group[0].length < SHORTEST_PAN) continue;
    cut = true;
    out += maskCards(run.slice(from, group.index)) + firstSixLastFour(plainDigits(group[0]));
    from = group.index + group[0].length;
  }
  return cut ? out + maskCards(run.slice(from)) : lastFour(digits);
}

function maskRun(run: string, concern: Concern): string {
  const digits = plainDigits(run);
  switch (concern) {
    case 'card':
      return maskCards(run);
    case 'account':
      return digits.length >= 8 ? lastFour(digits) : run;
    case 'identity':
      // `A123456(3)` and passports are short; a day until which a paper is valid is none of them.
      return digits.length >= 6 && !DATES.test(run) ? lastFour(digits) : run;
    case 'phone':
      return digits.length >= 7
        ? `${digits.slice(0, Math.max(0, Math.min(6, digits.length - 8)))}****${digits.slice(-4)}`
        : run;
    case 'keep':
    case 'none':
      return run;
  }
}

const IBAN = /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]){8,30}\b/g;
const IDENTITY = /(?<![0-9])\d{17}[0-9Xx](?![0-9])/g;
const PHONE = /^(?:00)?(?:86)?1[3-9]\d{9}$/;

/** GB 11643: place, birthday, serial number and a check digit by ISO 7064 MOD 11-2. */
function isIdentity(id: string): boolean {
  if (!/^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(id)) return false;
  let rest = 0;
  for (const sign of id) rest = (rest * 2 + (/\d/.test(sign) ? Number(sign) : 10)) % 11;
  return rest === 1;
}

function maskWith(text: string, concern: Concern): string {
  if (concern === 'keep') return text;
  let out = text;
  if (concern === 'identity') out = out.replace(IDENTITY, (id) => '*'.repeat(id.length - 4) + id.slice(-4));
  if (concern === 'account' && /[A-Z]{2}\d{2}/.test(out)) {
    out = out.replace(IBAN, (iban) => '*'.repeat(iban.length - 4) + iban.slice(-4));
  }
  return outsideTruncated(out, (part) => part.replace(RUN, (run) => maskRun(run, concern)));
}

/** A period such as `2026-01-05 2026-02-04` is digits and dashes too. */
const DATES = /(?<!\d)(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)/;
/** Nearly all days, which stand in every row; what reads them as numbers leaves them as they are. */
const DAY_WITH_CLOCK = /^(?:19|20)\d\d-[01]\d-[0-3]\d(?: [0-2]\d:[0-5]\d(?::[0-5]\d)?)?$/;
const CARD_WORD = /卡|card|\bpan\b|visa|master|unionpay/i;

function maskFreeRun(run: string, before: string): string {
  const concern = concernOf(before);
  if (concern !== 'none') return maskRun(run, concern);
  const digits = plainDigits(run);
  if (PHONE.test(digits)) return maskRun(run, 'phone');
  if (digits.length < SHORTEST_PAN || DATES.test(run)) return run;
  if (isIdentity(digits)) return lastFour(digits);
  if (digits.length > LONGEST_PAN) {
    return run.replace(GROUP, (group) => (group.length === run.length ? group : maskFreeRun(group, before)));
  }
  return luhn(digits) && (CARD_SHAPE.test(digits) || CARD_WORD.test(before)) ? firstSixLastFour(digits) : run;
}

/**
 * Masks free text: what a label right before a number says it is decides first; without one, a run of 12–19 digits (blanks and dashes allowed)
 * that passes Luhn and either has the shape of a card scheme or stands after a card word is cut to first six and last four, and mainland mobile
 * and identity numbers are cut by their shape.
 * Source of the rule: PCI DSS 4.0.1 requirement 3.4.1 and its truncation table (docs/privacy.md).
 */
export function maskText(text: string): string {
  if (!hasDigits(text, 8) || DAY_WITH_CLOCK.test(text)) return text;
  if (!/[0-9\uFF10-\uFF19](?:[^0-9\uFF10-\uFF19]{0,2}[0-9\uFF10-\uFF19]){7}/.test(text)) return text;
  const whole = text.replace(IDENTITY, (id, at: number) =>
    isIdentity(id) && concernOf(labelBefore(text, at)) !== 'keep' ? lastFour(id) : id,
  );
  return outsideTruncated(whole, (part, offset) =>
    part.replace(RUN, (run, at: number) => maskFreeRun(run, labelBefore(whole, offset + at))),
  );
}

/** The label that a number in running text stands under: up to 16 characters back, not past another number, a bar, or the end of a sentence. */
function labelBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 16), at);
  const cut = near.search(/[0-9\uFF10-\uFF19*；;，,。|]+[^0-9\uFF10-\uFF19*；;，,。|]*$/);
  return cut < 0 ? near : near.slice(cut + 1);
}

/** The mask of a whole column, chosen once: masks each cell of a column with this header. */
export function columnMask(header: string): (text: string) => string {
  const concern = concernOf(header);
  if (concern === 'keep') return (text) => text;
  if (concern === 'none') return (text) => (text.length < 8 ? text : maskText(text));
  return (text) => (text.length < 8 ? text : maskWith(text, concern));
}

/** Masks one cell by its header first (`卡号`, `结算账户`, `身份证`, `手机`; never `商户号`, `订单号`, `参考号`, `流水号`, `终端号`), by shape second. */
export function maskCell(text: string, header: string): string {
  return columnMask(header)(text);
}
