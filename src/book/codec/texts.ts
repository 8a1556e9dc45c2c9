import type { TextColumn } from '#records/row-columns.ts';
import { type ByteReader, type ByteWriter, Damaged } from './bytes.ts';

type Texts = readonly (string | null)[];

/** Every value is the same. */
const SAME = 0;
/** A list of the different values, and one place in it for each row. */
const LISTED = 1;
/** What each value shares with the one before is left out, and the end that all share. */
const SHARED = 2;

/** With fewer rows to a value than this, a list of values costs more than it saves. */
const ROWS_TO_A_VALUE = 4;
const MOST_LISTED = 4096;
const SAMPLE = 12;
/** Figures, days and clock times take half a byte a character. */
const HALF = '0123456789-:. ,';

/** A column of texts, or null for none. */
export function writeTexts(to: ByteWriter, values: Texts): void {
  const list = listed(values);
  if (list === null) {
    writeShared(to, values);
    return;
  }
  if (list.values.length <= 1) {
    to.byte(SAME);
    nullable(to, list.values[0] ?? null);
    return;
  }
  to.byte(LISTED);
  to.count(list.values.length);
  for (const value of list.values) nullable(to, value);
  for (const place of list.places) to.count(place);
}

export function readTexts(from: ByteReader, length: number): (string | null)[] {
  const mode = from.byte();
  if (mode === SAME) return new Array<string | null>(length).fill(fromNullable(from));
  if (mode === SHARED) return readShared(from, length);
  if (mode !== LISTED) throw new Damaged();
  const list = Array.from({ length: from.count() }, () => fromNullable(from));
  const values: (string | null)[] = new Array(length);
  for (let at = 0; at < length; at += 1) {
    const value = list[from.count()];
    if (value === undefined) throw new Damaged();
    values[at] = value;
  }
  return values;
}

/** The same column by its different values, as far as the writer told them. Not for more than 65 536 rows. */
export function readTextColumn(from: ByteReader, length: number): TextColumn {
  const mode = from.byte();
  if (mode === SAME) return { values: [fromNullable(from)], places: new Uint16Array(length) };
  if (mode === SHARED)
    return { values: readShared(from, length), places: Uint16Array.from({ length }, (_, place) => place) };
  if (mode !== LISTED) throw new Damaged();
  const values = Array.from({ length: from.count() }, () => fromNullable(from));
  const places = new Uint16Array(length);
  for (let at = 0; at < length; at += 1) {
    const place = from.count();
    if (place >= values.length) throw new Damaged();
    places[at] = place;
  }
  return { values, places };
}

/**
 * What each text of a column comes to, without a text being made of each.
 * @param none what no text comes to
 * @param numberOf what the first `size` character codes come to
 */
export function readTextsAs(
  from: ByteReader,
  length: number,
  none: number,
  numberOf: (codes: Uint16Array, size: number) => number,
): Int32Array {
  const mode = from.byte();
  const ofText = (text: string | null): number =>
    text === null
      ? none
      : numberOf(
          Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
          text.length,
        );
  if (mode === SAME) return new Int32Array(length).fill(ofText(fromNullable(from)));
  const found = new Int32Array(length);
  if (mode === LISTED) {
    const list = Array.from({ length: from.count() }, () => ofText(fromNullable(from)));
    for (let at = 0; at < length; at += 1) {
      const value = list[from.count()];
      if (value === undefined) throw new Damaged();
      found[at] = value;
    }
    return found;
  }
  if (mode !== SHARED) throw new Damaged();
  const end = from.text();
  let codes = new Uint16Array(64);
  for (let at = 0; at < length; at += 1) {
    const shared = from.count() - 1;
    if (shared < 0) {
      found[at] = none;
      continue;
    }
    const head = from.count();
    const rest = head % 2 === 1 ? from.text() : null;
    const size = shared + (rest?.length ?? head / 2) + end.length;
    if (size > codes.length) {
      const larger = new Uint16Array(size * 2);
      larger.set(codes);
      codes = larger;
    }
    let to = shared;
    if (rest !== null) for (let n = 0; n < rest.length; n += 1) codes[to++] = rest.charCodeAt(n);
    else {
      for (let left = head / 2; left > 0; left -= 2) {
        const byte = from.byte();
        codes[to++] = HALF.charCodeAt(byte >> 4);
        if (left > 1) codes[to++] = HALF.charCodeAt(byte & 15);
      }
    }
    for (let n = 0; n < end.length; n += 1) codes[to++] = end.charCodeAt(n);
    found[at] = numberOf(codes, size);
  }
  return found;
}

/** Passes a column. */
export function skipTexts(from: ByteReader, length: number): void {
  const mode = from.byte();
  if (mode === SAME) skipNullable(from);
  else if (mode === LISTED) {
    for (let values = from.count(); values > 0; values -= 1) skipNullable(from);
    for (let at = 0; at < length; at += 1) from.count();
  } else if (mode === SHARED) {
    from.skipText();
    for (let at = 0; at < length; at += 1) {
      if (from.count() === 0) continue;
      const head = from.count();
      if (head % 2 === 1) from.skipText();
      else from.skip((head + 2) >> 2);
    }
  } else throw new Damaged();
}

function skipNullable(from: ByteReader): void {
  if (from.byte() !== 0) from.skipText();
}

interface Listed {
  /** The different values, in the order in which they come. */
  readonly values: Texts;
  /** For each row, where its value stands among them. */
  readonly places: readonly number[];
}

function listed(values: Texts): Listed | null {
  const most = Math.min(MOST_LISTED, Math.ceil(values.length / ROWS_TO_A_VALUE));
  const placeOf = new Map<string | null, number>();
  const places: number[] = new Array(values.length);
  let before: string | null | undefined;
  let place = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as string | null;
    // Most rows say what the row before them says.
    if (value !== before) {
      place = placeOf.get(value) ?? placeOf.size;
      if (place === placeOf.size) {
        // Numbers and instants differ from row to row, which the first few rows tell.
        if (place >= (at < SAMPLE ? Math.min(most, SAMPLE - 1) : most)) return null;
        placeOf.set(value, place);
      }
      before = value;
    }
    places[at] = place;
  }
  return { values: [...placeOf.keys()], places };
}

function writeShared(to: ByteWriter, values: Texts): void {
  const end = sharedEnd(values);
  to.byte(SHARED);
  to.text(end);
  let before = '';
  for (const value of values) {
    if (value === null) {
      to.count(0);
      continue;
    }
    const length = value.length - end.length;
    const most = Math.min(before.length - end.length, length);
    let shared = 0;
    while (shared < most && value.charCodeAt(shared) === before.charCodeAt(shared)) shared += 1;
    to.count(shared + 1);
    writeRest(to, value, shared, length);
    before = value;
  }
}

function readShared(from: ByteReader, length: number): (string | null)[] {
  const end = from.text();
  const values: (string | null)[] = new Array(length);
  let before = '';
  for (let at = 0; at < length; at += 1) {
    const shared = from.count() - 1;
    if (shared < 0) {
      values[at] = null;
      continue;
    }
    const value = before.slice(0, shared) + readRest(from) + end;
    values[at] = value;
    before = value;
  }
  return values;
}

/** The end that every text has. */
function sharedEnd(values: Texts): string {
  let end: string | null = null;
  for (const value of values) {
    if (value === null) continue;
    if (end === null) end = value;
    const most = Math.min(end.length, value.length);
    let shared = 0;
    while (shared < most && end.charCodeAt(end.length - 1 - shared) === value.charCodeAt(value.length - 1 - shared)) {
      shared += 1;
    }
    if (shared === 0) return '';
    if (shared < end.length) end = end.slice(-shared);
  }
  return end ?? '';
}

const HALF_OF = new Int8Array(128).fill(-1);
for (const [place, character] of [...HALF].entries()) HALF_OF[character.charCodeAt(0)] = place;
/** The two characters of each byte. */
const PAIRS = Array.from({ length: 256 }, (_, byte) => `${HALF[byte >> 4] ?? ''}${HALF[byte & 15] ?? ''}`);
/** Stands in the second half of the last byte of an odd number of characters. */
const NOTHING = 15;

/** Even: half bytes for so many characters. Odd: text as it is. */
function writeRest(to: ByteWriter, text: string, start: number, end: number): void {
  const size = packed(text, start, end);
  if (size < 0) {
    to.count(1);
    to.text(text.slice(start, end));
    return;
  }
  to.count((end - start) * 2);
  for (let at = 0; at < size; at += 1) to.byte(PACKED[at] as number);
}

/** What `packed` gave last. */
const PACKED = new Uint8Array(64);

/** Two characters to a byte, in `PACKED`: how many bytes; -1 where a character has no half byte, or there are too many. */
function packed(text: string, start: number, end: number): number {
  if (end - start > PACKED.length * 2) return -1;
  let size = 0;
  for (let at = start; at < end; at += 2) {
    const high = HALF_OF[text.charCodeAt(at)] ?? -1;
    const low = at + 1 < end ? (HALF_OF[text.charCodeAt(at + 1)] ?? -1) : NOTHING;
    if (high < 0 || low < 0) return -1;
    PACKED[size++] = (high << 4) | low;
  }
  return size;
}

function readRest(from: ByteReader): string {
  const head = from.count();
  if (head % 2 === 1) return from.text();
  let text = '';
  for (let left = head / 2; left > 0; left -= 2) {
    const byte = from.byte();
    text += left > 1 ? PAIRS[byte] : HALF[byte >> 4];
  }
  return text;
}

function nullable(to: ByteWriter, value: string | null): void {
  to.byte(value === null ? 0 : 1);
  if (value !== null) to.text(value);
}

const fromNullable = (from: ByteReader): string | null => (from.byte() === 0 ? null : from.text());
