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
  const [first = null] = values;
  if (values.every((value) => value === first)) {
    to.byte(SAME);
    nullable(to, first);
    return;
  }
  const places = listed(values);
  if (places === null) writeShared(to, values);
  else {
    to.byte(LISTED);
    to.count(places.size);
    for (const value of places.keys()) nullable(to, value);
    for (const value of values) to.count(places.get(value) ?? 0);
  }
}

export function readTexts(from: ByteReader, length: number): (string | null)[] {
  const mode = from.byte();
  if (mode === SAME) return new Array<string | null>(length).fill(fromNullable(from));
  if (mode === SHARED) return readShared(from, length);
  if (mode !== LISTED) throw new Damaged();
  const list = Array.from({ length: from.count() }, () => fromNullable(from));
  return Array.from({ length }, () => {
    const value = list[from.count()];
    if (value === undefined) throw new Damaged();
    return value;
  });
}

function listed(values: Texts): Map<string | null, number> | null {
  const most = Math.min(MOST_LISTED, Math.ceil(values.length / ROWS_TO_A_VALUE));
  // Numbers and instants differ from row to row, which the first few rows tell.
  if (new Set(values.slice(0, SAMPLE)).size > Math.min(most, SAMPLE - 1)) return null;
  const places = new Map<string | null, number>();
  for (const value of values) {
    if (places.has(value)) continue;
    if (places.size >= most) return null;
    places.set(value, places.size);
  }
  return places;
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
/** Stands in the second half of the last byte of an odd number of characters. */
const NOTHING = 15;

/** Even: half bytes for so many characters. Odd: text as it is. */
function writeRest(to: ByteWriter, text: string, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    if ((HALF_OF[text.charCodeAt(at)] ?? -1) < 0) {
      to.count(1);
      to.text(text.slice(start, end));
      return;
    }
  }
  to.count((end - start) * 2);
  for (let at = start; at < end; at += 2) {
    const low = at + 1 < end ? (HALF_OF[text.charCodeAt(at + 1)] as number) : NOTHING;
    to.byte(((HALF_OF[text.charCodeAt(at)] as number) << 4) | low);
  }
}

function readRest(from: ByteReader): string {
  const head = from.count();
  if (head % 2 === 1) return from.text();
  const length = head / 2;
  let text = '';
  for (const byte of from.bytes((length + 1) >> 1)) {
    text += HALF[byte >> 4] ?? '';
    if (text.length < length) text += HALF[byte & 15] ?? '';
  }
  return text;
}

function nullable(to: ByteWriter, value: string | null): void {
  to.byte(value === null ? 0 : 1);
  if (value !== null) to.text(value);
}

const fromNullable = (from: ByteReader): string | null => (from.byte() === 0 ? null : from.text());
