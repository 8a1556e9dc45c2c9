import type { Format, Provider } from '#records/provider.ts';
import type { Sighting } from '#records/sighting.ts';
import { bankAccountIn } from '../rows/own-account.ts';
import { plain } from '../words/plain.ts';

/** Whom a page or file is about, by what stands outside its lists. */
export interface Merchant {
  readonly number: string | null;
  readonly name: string | null;
  /** The one bank account that a file names, truncated: `*7889`. */
  readonly bankAccount: string | null;
}

const LABELS = ['当前商户', '商户编号', '商户号', '商户名称', '商户代码', '我的商户'];
const NUMBER = /(?:^|[^0-9A-Za-z])([0-9][0-9A-Za-z]{7,19})(?![0-9A-Za-z*])/;

/** Links that portals put beside the merchant's name, in the same line. */
const BESIDE = /切换(?:商户|门店|账号)?|(?:安全)?退出(?:登录)?|修改密码|个人中心|消息中心/gu;

/** The merchant of one sighting: by the format's own lines, by tables of labels, by lines near the labels that portals use. */
export function merchantOf(sighting: Sighting, provider: Provider | null, formats: readonly Format[]): Merchant {
  for (const pattern of formats.flatMap((format) => format.accountFrom ?? [])) {
    for (const text of sighting.texts) {
      const number = pattern.exec(text)?.[1]?.trim();
      if (number) return { number: number.slice(0, 100), name: null, bankAccount: null };
    }
  }
  let number: string | null = null;
  let name: string | null = null;
  const labels = [...new Set([...(provider?.merchantLabels ?? []), ...LABELS])];
  for (const [label, value] of labelled(sighting, labels)) {
    const digits = NUMBER.exec(value)?.[1] ?? null;
    if (digits !== null && enoughDigits(digits)) number ??= digits;
    const rest = value
      .replace(digits ?? '\u0000', '')
      .replace(BESIDE, ' ')
      .replace(/[()（）[\]【】:：|/\s]+/g, ' ')
      .trim();
    if (rest !== '' && /\p{L}/u.test(rest) && !labels.includes(plain(rest)) && /名称|商户$/.test(label))
      name ??= rest.slice(0, 200);
  }
  const bankAccount = sighting.frame === 'file' ? bankAccountIn(sighting.texts) : null;
  return { number, name, bankAccount };
}

/** The numbers between which the current merchant changed while a page was read: two looks at one frame name two. Null where it did not. */
export function merchantChange(
  sightings: readonly Sighting[],
  merchants: readonly Merchant[],
): { readonly from: string; readonly to: string } | null {
  const numbers = new Map<string, string>();
  for (const [i, { frame }] of sightings.entries()) {
    const number = merchants[i]?.number ?? null;
    if (number === null) continue;
    const before = numbers.get(frame) ?? number;
    if (before !== number) return { from: before, to: number };
    numbers.set(frame, number);
  }
  return null;
}

/** `您好，商户号：898310148160568` in one cell of a table that only places things. */
const SAID_IN_CELL = /^([^:：]{2,20})[:：]\s*(\S.*)$/;

const enoughDigits = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 8;

/** Values that stand behind a label in its line, in the next line, or in a table of labels. */
function* labelled(sighting: Sighting, labels: readonly string[]): Generator<readonly [string, string]> {
  for (const [i, text] of sighting.texts.entries()) {
    if (text.length > 300) continue;
    for (const label of labels) {
      const at = text.indexOf(label);
      if (at < 0) continue;
      const rest = text.slice(at + label.length).replace(/^[\s:：]+/, '');
      if (rest !== '') yield [label, rest.slice(0, 120)];
      else if (at === 0 || /^[\s\W]*$/.test(text.slice(0, at))) yield [label, sighting.texts[i + 1] ?? ''];
    }
  }
  for (const table of sighting.tables) {
    if (table.rows.length === 1) {
      for (const [i, title] of table.header.entries()) {
        const label = labels.find((known) => plain(title) === known);
        if (label) yield [label, table.rows[0]?.[i] ?? ''];
      }
    }
    if (table.rows.length <= 60 && table.header.length <= 8) {
      for (const row of [table.header, ...table.rows]) {
        for (const cell of row) {
          const said = cell.length <= 120 ? SAID_IN_CELL.exec(cell) : null;
          const label = labels.find((known) => said?.[1]?.endsWith(known));
          if (label) yield [label, said?.[2] ?? ''];
        }
        for (let i = 0; i + 1 < row.length; i += 2) {
          const title = plain(row[i] ?? '').replace(/[:：]$/, '');
          const label = labels.find((known) => title === known);
          if (label) yield [label, row[i + 1] ?? ''];
        }
      }
    }
  }
}
