import { fromLanes, lanesOf } from '../identity/digest.ts';
import { groupOf, startOf } from '../identity/identity.ts';
import type { KnownRow } from '../merge/day-books.ts';
import { type ByteReader, type ByteWriter, Damaged } from './bytes.ts';
import { readNumbers, writeNumbers } from './numbers.ts';

/** How a key is kept: as it is, as what the row's own id gives, or as the digest of what the row says. */
const AS_IS = 0;
const BY_ID = 1;
const DIGESTED = 2;
const LETTERS = ['s', 'c', 'n', 't'] as const;

interface Kept {
  readonly how: number;
  readonly lanes: readonly number[];
  readonly ordinal: number;
}

/** Keys are as long as all the rest of a row; nearly all of them follow from the row, but for the 128 bits of a digest. */
export function writeKeys(to: ByteWriter, rows: readonly KnownRow[]): void {
  const kept = rows.map(keptAs);
  writeNumbers(
    to,
    kept.map(({ how }) => how),
  );
  rows.forEach((row, at) => {
    const { how, lanes, ordinal } = kept[at] as Kept;
    if (how === AS_IS) to.text(row.key);
    else if (how >= DIGESTED) {
      for (const lane of lanes) to.word(lane);
      to.count(ordinal);
    }
  });
}

/** Gives each row its key. */
export function readKeys(from: ByteReader, rows: { -readonly [K in keyof KnownRow]: KnownRow[K] }[]): void {
  const hows = readNumbers(from, rows.length);
  rows.forEach((row, at) => {
    row.key = keyOf(from, row, hows[at] ?? AS_IS);
  });
}

function keyOf(from: ByteReader, row: KnownRow, how: number): string {
  if (how === AS_IS) return from.text();
  if (how === BY_ID) return groupOf(row, 'id');
  const letter = LETTERS[how - DIGESTED];
  if (letter === undefined) throw new Damaged();
  const digested = fromLanes([from.word(), from.word(), from.word(), from.word()]);
  const ordinal = from.count();
  return `${startOf(letter, row)}${digested}${endOf(ordinal)}`;
}

const keptAsIs: Kept = { how: AS_IS, lanes: [], ordinal: 0 };
const keptById: Kept = { how: BY_ID, lanes: [], ordinal: 0 };

function keptAs(row: KnownRow): Kept {
  const { key } = row;
  if (key.startsWith('i:')) return key === groupOf(row, 'id') ? keptById : keptAsIs;
  const letter = LETTERS.find((one) => key.startsWith(startOf(one, row)));
  if (letter === undefined) return keptAsIs;
  const [digested = '', number] = key.slice(startOf(letter, row).length).split('.');
  const lanes = lanesOf(digested);
  const ordinal = number === undefined ? 0 : Number(number) + 1;
  if (lanes === null || !Number.isSafeInteger(ordinal)) return keptAsIs;
  const follows = key === `${startOf(letter, row)}${digested}${endOf(ordinal)}`;
  return follows ? { how: DIGESTED + LETTERS.indexOf(letter), lanes, ordinal } : keptAsIs;
}

/** 0 for a key without ordinal. */
const endOf = (ordinal: number): string => (ordinal === 0 ? '' : `.${ordinal - 1}`);
