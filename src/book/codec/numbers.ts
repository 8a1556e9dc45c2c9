import { type ByteReader, type ByteWriter, Damaged } from './bytes.ts';

type Numbers = readonly (number | null)[];

/** Every value is the same. */
const SAME = 0;
/** Each value by itself. */
const PLAIN = 1;
/** Each value as the difference from the one before. */
const STEPS = 2;
const MODES = 3;

/** Amounts are mostly whole cents, sometimes whole yuan. */
const SCALES = [100_000, 1000, 1] as const;

/** A column of safe integers, or null for none: as steps or plainly, whichever is shorter, in the largest unit that divides all. */
export function writeNumbers(to: ByteWriter, values: Numbers): void {
  const [first = null] = values;
  if (values.every((value) => value === first)) {
    to.byte(SAME);
    nullable(to, first);
    return;
  }
  const scale = SCALES.find((unit) => values.every((value) => value === null || value % unit === 0)) ?? 1;
  let plain = 0;
  let steps = 0;
  let before = 0;
  for (const value of values) {
    if (value === null) continue;
    plain += sizeOf(value / scale);
    steps += sizeOf((value - before) / scale);
    before = value;
  }
  const mode = steps < plain && values.every((value) => value === null || Math.abs(value) < 2 ** 50) ? STEPS : PLAIN;
  to.byte(mode + MODES * SCALES.indexOf(scale));
  before = 0;
  for (const value of values) {
    if (value === null) {
      to.count(0);
      continue;
    }
    signed(to, (value - before) / scale);
    if (mode === STEPS) before = value;
  }
}

/** About how many bits a number takes. */
function sizeOf(value: number): number {
  const size = Math.abs(value);
  if (size < 64) return 6;
  return size < 2 ** 31 ? 32 - Math.clz32(size) : 53;
}

export function readNumbers(from: ByteReader, length: number): (number | null)[] {
  const head = from.byte();
  const mode = head % MODES;
  if (mode === SAME) return new Array<number | null>(length).fill(fromNullable(from));
  const scale = SCALES[Math.floor(head / MODES)];
  if (scale === undefined) throw new Damaged();
  const values: (number | null)[] = new Array(length);
  let before = 0;
  for (let at = 0; at < length; at += 1) {
    const code = from.count();
    if (code === 0) {
      values[at] = null;
      continue;
    }
    const value = before + unsigned(code, from) * scale;
    values[at] = value;
    if (mode === STEPS) before = value;
  }
  return values;
}

/** The same column with `NaN` for none. */
export function readNumberColumn(from: ByteReader, length: number): Float64Array {
  const head = from.byte();
  const mode = head % MODES;
  if (mode === SAME) return new Float64Array(length).fill(fromNullable(from) ?? Number.NaN);
  const scale = SCALES[Math.floor(head / MODES)];
  if (scale === undefined) throw new Damaged();
  const values = new Float64Array(length);
  let before = 0;
  for (let at = 0; at < length; at += 1) {
    const code = from.count();
    const value = code === 0 ? Number.NaN : before + unsigned(code, from) * scale;
    values[at] = value;
    if (mode === STEPS && code !== 0) before = value;
  }
  return values;
}

/** From here on doubling, which makes room for the sign, would lose digits. */
const LARGE = 2 ** 51;

/** 0 is none, 1 announces a large magnitude with its sign apart; small magnitudes of either sign take few bytes. */
function signed(to: ByteWriter, value: number): void {
  if (Math.abs(value) < LARGE) {
    to.count(value < 0 ? 1 - 2 * value : 2 + 2 * value);
    return;
  }
  to.count(1);
  to.byte(value < 0 ? 1 : 0);
  to.count(Math.abs(value));
}

function unsigned(code: number, from: ByteReader): number {
  if (code > 1) return code % 2 === 0 ? (code - 2) / 2 : (1 - code) / 2;
  const negative = from.byte() === 1;
  const size = from.count();
  return negative ? -size : size;
}

function nullable(to: ByteWriter, value: number | null): void {
  if (value === null) to.count(0);
  else signed(to, value);
}

function fromNullable(from: ByteReader): number | null {
  const code = from.count();
  return code === 0 ? null : unsigned(code, from);
}
