import { isTextKey, type TextKey } from './index.ts';

/** What the columns of an export are called: as in the desk's list of rows and in one row in full, so that both can be laid beside each other. */
export const EXPORT_COLUMNS = {
  account: 'filter.account',
  merchant: 'field.account',
  day: 'field.day',
  at: 'rows.when',
  zone: 'export-column.zone',
  ledger: 'filter.ledger',
  kind: 'rows.kind',
  state: 'field.state',
  amount: 'rows.amount',
  fee: 'rows.fee',
  net: 'rows.net',
  balance: 'rows.balance',
  currency: 'field.currency',
  reference: 'field.reference',
  terminal: 'rows.terminal',
  links: 'export-column.links',
  card: 'field.card-type',
  rate: 'field.rate',
  'settle-day': 'field.settle-day',
  due: 'field.due',
  words: 'rows.words',
  standing: 'export-column.standing',
  note: 'mark.note',
  superseded: 'entry.superseded',
  captures: 'export-column.captures',
} as const satisfies Record<string, TextKey>;

/** Where the words of each closed set in an export stand. */
const WORDS = {
  kind: 'kind',
  ledger: 'ledger',
  state: 'entry-state',
  standing: 'standing',
  said: 'badge',
  card: 'card',
  link: 'field',
  superseded: 'export-superseded',
} as const;

/** The key of a word in a cell; null where nobody has a word for it, and it stands as it is. */
export function exportWord(set: keyof typeof WORDS, value: string): TextKey | null {
  const key = `${WORDS[set]}.${value}`;
  return isTextKey(key) ? key : null;
}
