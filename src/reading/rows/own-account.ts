import { remembered } from '../words/plain.ts';

/** Blanks and marks between groups of a printed number. */
const BETWEEN = /[\s./-]/g;

/**
 * The name of one's own bank account in the book: a star and its last four characters, `*7889`, however much of the number a source printed.
 * Null for what is no account number of eight or more places.
 */
export const bankAccount: (text: string) => string | null = remembered((text) => {
  const bare = text.slice(0, 100).replace(BETWEEN, '');
  const places = bare.replace(/[^0-9*]/g, '').length;
  return places >= 8 && /^[0-9A-Za-z*]*[0-9A-Za-z]{4}$/.test(bare) ? `*${bare.slice(-4).toUpperCase()}` : null;
});

/** A line that names it: `卡号: 1234****5678`, `账号：*******7889`. What is said of the other side has another label. */
const LABELLED =
  /(?:^|[\s,，;；|/])(?:查询|本方)?(?:账|帐|賬|帳|卡|户口|戶口|account|iban|konto|rekening)[\p{L}\s/]{0,12}(?:\[[^\]]{0,40}\])?[:：,\s]*(?:\[\p{L}{1,8}[:：])?([0-9A-Z]{0,6}\*{2,}[0-9A-Za-z]{4})(?![0-9A-Za-z*])/iu;

/** The account that lines beside a list name; null where they name none, or several. */
export function bankAccountIn(texts: readonly string[]): string | null {
  const named = new Set<string>();
  for (const text of texts) {
    const found = text.length > 200 ? null : bankAccount(LABELLED.exec(text)?.[1] ?? '');
    if (found !== null) named.add(found);
  }
  const [only] = named;
  return named.size === 1 ? (only ?? null) : null;
}
