import { ascii, isLongRun } from './pseudonyms.ts';
import { type Role, roleOf } from './roles.ts';
import { isCommonLatin, piecesOf } from './vocabulary.ts';

/** What becomes of the parts of a text. The first pass over a page only notes, the second one replaces. */
export interface Deal {
  number(text: string): string;
  words(text: string): string;
  money(figure: string): string;
}

const TOKEN = new RegExp(
  [
    '(?<address>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,60}(?:\\.[A-Za-z0-9-]{1,30})+|(?:https?:\\/\\/|www\\.)[^\\s"\'<>，。；）]{1,500})',
    '(?<starred>(?=[0-9 -]{0,12}[*＊•●]{2})[0-9*＊•●]{1,12}(?:[ -]?[0-9*＊•●]{1,12}){0,6}|[0-9A-Za-z]{0,12}\\*{2,}[0-9A-Za-z]{0,12})',
    '(?<id>(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{5,})',
    '(?<grouped>[0-9０-９]{2,8}(?:[ -][0-9０-９]{2,8}){1,6}(?![.,，．][0-9０-９]))',
    '(?<dotted>[0-9]{1,8}(?:\\.[0-9]{1,8}){2,})',
    '(?<figure>[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?)',
    '(?<latin>[A-Za-zÀ-ɏ]+)',
    '(?<letters>\\p{L}+)',
    '(?<other>[^0-9０-９\\p{L}]+)',
  ].join('|'),
  'gu',
);

const COUNTED =
  /^\s*(?:条|笔|页|项|行|个|天|日|月|年|周|次|户|台|张|份|小时|分钟|秒|号(?!码)|rows?\b|records?\b|entries\b|pages?\b|items?\b|results?\b|of\b|\/\s*\d+\s*页)/i;
const ORDINAL = /(?:第|近|page|of|to|showing)\s*$/i;
const CURRENCY_BEFORE = /(?:[¥￥$€£]|\b(?:CNY|RMB|USD|EUR|HKD)|人民币)\s*[-+−]?\s*$/i;
const CURRENCY_AFTER = /^\s*(?:元|万元|分(?![钟店类])|CNY\b|RMB\b|USD\b|yuan\b)/i;
const CLOCK = /^(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/;

/** Replaces what must not be told in a text without days: numbers, names and unknown words; figures of money are multiplied. */
export function dealTokens(text: string, role: Role, deal: Deal): string {
  return text.replace(TOKEN, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const at = rest.at(-3) as number;
    if (groups['other'] !== undefined) return token.replace(/[\p{N}]/gu, '');
    if (groups['address'] !== undefined)
      return /^(?:http|www)/i.test(token) ? 'https://portal.example/' : deal.number(token);
    if (groups['starred'] !== undefined || groups['id'] !== undefined) return deal.number(token);
    if (groups['grouped'] !== undefined) return dealGrouped(token, role, deal, text, at);
    if (groups['dotted'] !== undefined) {
      return isLongRun(token.replace(/\D/g, '')) && !/^\d{1,3}(?:\.\d{3})+$/.test(token)
        ? deal.number(token)
        : dealFigure(token, role, deal, text, at);
    }
    if (groups['figure'] !== undefined) return dealFigure(token, role, deal, text, at);
    if (role === 'name') return deal.words(token);
    if (groups['latin'] !== undefined) return isCommonLatin(token) ? token : deal.words(token);
    return piecesOf(token)
      .map((piece) => (piece.known ? piece.text : deal.words(piece.text)))
      .join('');
  });
}

function dealGrouped(token: string, role: Role, deal: Deal, text: string, at: number): string {
  if (role !== 'money' && token.replace(/\D/g, '').length >= 8) return deal.number(token);
  let from = at;
  return token.replace(/[0-9０-９]+|[ -]/g, (part) => {
    const start = from;
    from += part.length;
    return /[ -]/.test(part) ? part : dealFigure(part, role, deal, text, start);
  });
}

function dealFigure(figure: string, role: Role, deal: Deal, text: string, at: number): string {
  const plain = ascii(figure).replaceAll('，', ',').replaceAll('．', '.');
  const long = isLongRun(plain.replace(/\D/g, ''));
  const [before, after] = [text.slice(Math.max(0, at - 8), at), text.slice(at + figure.length, at + figure.length + 8)];
  const whole = /^\d+$/.test(plain);
  if (role === 'number' || role === 'name') return deal.number(plain);
  if (/^\s*[%％‰]/.test(after)) return long ? deal.number(plain) : figure;
  if (CURRENCY_BEFORE.test(before) || CURRENCY_AFTER.test(after)) return deal.money(plain);
  if (whole && (COUNTED.test(after) || ORDINAL.test(before))) return long ? deal.number(plain) : figure;
  switch (role) {
    case 'money':
      return deal.money(plain);
    case 'rate':
    case 'count':
      return long ? deal.number(plain) : figure;
    case 'date':
      return long && !CLOCK.test(plain) ? deal.number(plain) : figure;
    case 'none':
      if (/^\d{1,12}\.\d{1,5}$|^\d{1,3}(?:,\d{3})+(?:\.\d{1,5})?$/.test(plain)) return deal.money(plain);
      if (long) return deal.number(plain);
      return dealShort(plain, figure, before, deal);
  }
}

/** `余额 500`: the words right before may say what a short number is. */
function dealShort(plain: string, figure: string, before: string, deal: Deal): string {
  const said = roleOf(/[\p{L}（）()]+\s*$/u.exec(before)?.[0] ?? '');
  if (said === 'money') return deal.money(plain);
  return said === 'number' ? deal.number(plain) : figure;
}
