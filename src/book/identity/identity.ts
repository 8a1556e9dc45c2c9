import type { Day } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import { digest } from './digest.ts';

/**
 * By what a row is known again.
 * `id`: the provider's own stable id. `serial`: terminal, instant, amount, kind and a serial number. `content`: what it says, and its ordinal among equal rows.
 * `notice`: a figure that a portal states by itself; seen twice it is still one figure.
 * `told`: somebody said it (an SMS, a call, a visit), without number or instant; the row that a list shows of it is the same row.
 */
export type Level = 'id' | 'serial' | 'content' | 'notice' | 'told';

const LETTERS: Readonly<Record<Level, string>> = { id: 'i', serial: 's', content: 'c', notice: 'n', told: 't' };

export interface KeyedEntry {
  readonly entry: Entry;
  /** Starts with the level's first letter. Within one account no two kept rows share it. */
  readonly key: string;
  readonly level: Level;
  /** Equal for rows that may be the same row: the key without ordinal. */
  readonly group: string;
}

/**
 * Names each row of one source (one walk, or one file), in order; the answer has one element for each entry.
 * Account, ledger and kind belong to every name: one provider id may have a sale and a refund. State, fee, net, balance and settlement day
 * do not: they change while the row stays the same.
 * @param stableIds the provider declares `reference` to be the unique id of the row
 * @param told somebody said it, no list shows it
 */
export function identify(entries: readonly Entry[], stableIds: boolean, told = false): KeyedEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const level = told && entry.ledger !== 'notice' ? 'told' : levelOf(entry, stableIds);
    const group = groupOf(entry, level);
    if (level !== 'content' && level !== 'told') return { entry, key: group, level, group };
    const ordinal = seen.get(group) ?? 0;
    seen.set(group, ordinal + 1);
    return { entry, key: ordinalKey(group, ordinal), level, group };
  });
}

function levelOf(entry: Entry, stableIds: boolean): Level {
  if (entry.ledger === 'notice') return 'notice';
  if (stableIds && entry.reference !== null) return 'id';
  if (entry.terminal !== null && entry.at !== null && serials(entry).length > 0) return 'serial';
  return 'content';
}

/** The level of a row that is already in the book. */
export function levelOfKey(key: string): Level {
  switch (key[0]) {
    case 'i':
      return 'id';
    case 's':
      return 'serial';
    case 'n':
      return 'notice';
    case 't':
      return 'told';
    default:
      return 'content';
  }
}

export const ordinalKey = (group: string, ordinal: number): string => `${group}.${ordinal}`;

/** The day that stands in a key; null for rows known by id, which may be kept under any day. */
export function dayOfKey(key: string): Day | null {
  const found = key.startsWith('i:') ? null : /\|(\d{4}-\d\d-\d\d)\|[^|]+$/.exec(key);
  return (found?.[1] as Day | undefined) ?? null;
}

/** The key of a row known by its id; also what the index of ids is asked for. */
export function groupOf(entry: Facts, level: Level): string {
  if (level === 'id') return `i:${scopeOf(entry)}|${entry.kind}|${short(entry.reference ?? '', 120)}`;
  return startOf(LETTERS[level], entry) + digest(JSON.stringify(contentOf(entry, level)));
}

/** The group of a kept row: what it says today may be more than what it was named by. */
export function groupIn(row: Facts & { readonly key: string }, level: Level): string {
  if (level === 'id') return groupOf(row, level);
  return level === 'content' ? row.key.replace(/\.\d+$/, '') : row.key.replace(/~.*$/, '');
}

/** What of a row can belong to its name. */
type Facts = Omit<Entry, 'row'>;

/** How the key of a row starts that is known by what it says: all but the digest of it. */
export const startOf = (letter: string, entry: Facts): string => `${letter}:${scopeOf(entry)}|${entry.day}|`;

const scopeOf = ({ account, ledger }: Facts): string => `${short(account, 120)}|${ledger}`;

function contentOf(entry: Facts, level: Level): unknown[] {
  const { kind, terminal, amount, currency, words } = entry;
  if (level === 'serial') return [kind, terminal, entry.at, amount, currency, ...serials(entry).slice(0, 1)];
  // A notice carries the instant of looking, which is not its own; its figure is all it says.
  if (level === 'notice') return [kind, terminal, amount, currency, words, entry.balance, entry.due];
  if (level === 'told') return [kind, terminal, amount, currency];
  const links = Object.entries(entry.links).sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0));
  return [kind, terminal, entry.at, amount, currency, words, entry.reference, links];
}

/** The numbers that tell two rows of one terminal and one second apart, each with its field's name. */
export function serials(entry: Facts): (readonly [string, string])[] {
  const { rrn, trace } = entry.links as { rrn?: string; trace?: string };
  const fields = [
    ['rrn', rrn],
    ['reference', entry.reference],
    ['trace', trace],
  ] as const;
  return fields.flatMap(([field, number]) => (isNumbering(number) ? [[field, number] as const] : []));
}

/** `000000`, `-` and the like stand where there is no number; taken for one, they would make one row of two. */
const isNumbering = (number: string | null | undefined): number is string =>
  number !== null && number !== undefined && /[^\s0*/.\-–—]/.test(number) && !/^(?:null|n\/a|无)$/i.test(number);

const short = (text: string, most: number): string => (text.length <= most ? text : digest(text));
