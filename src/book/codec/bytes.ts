/** Thrown by a reader of bytes that are not what a writer gave; told as `damaged` at the book's edge. */
export class Damaged extends Error {}

/** Grows as it is written to. Integers are written in groups of seven bits, lowest first (LEB128). */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2^53 − 1. */
  count(value: number): void {
    this.#room(8);
    let rest = value;
    while (rest > 0x7f_ff_ff_ff) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** 32 bits. */
  word(value: number): void {
    for (let shift = 24; shift >= 0; shift -= 8) this.byte((value >>> shift) & 255);
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** UTF-8, or UTF-16 where half a character may stand in it (a hostile page can write that, and UTF-8 cannot); the length in bytes before it. */
  text(text: string): void {
    if (isShortAscii(text)) {
      this.count(text.length * 2);
      this.#room(text.length);
      for (let at = 0; at < text.length; at += 1) this.#bytes[this.#length++] = text.charCodeAt(at);
      return;
    }
    const halves = HALVES.test(text);
    const bytes = halves ? utf16(text) : encoder.encode(text);
    this.count(bytes.length * 2 + (halves ? 1 : 0));
    this.bytes(bytes);
  }

  /** A copy of all that was written, with a check sum behind it. */
  sealed(): Uint8Array<ArrayBuffer> {
    const sealed = new Uint8Array(this.#length + 4);
    sealed.set(this.#bytes.subarray(0, this.#length));
    new DataView(sealed.buffer).setUint32(this.#length, checkSum(sealed, this.#length));
    return sealed;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads what a `ByteWriter` sealed; throws `Damaged` where it is anything else. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at = 0;

  constructor(sealed: Uint8Array) {
    this.#bytes = sealed;
    this.#end = sealed.length - 4;
    if (this.#end < 0) throw new Damaged();
    const stated = new DataView(sealed.buffer, sealed.byteOffset).getUint32(this.#end);
    if (stated !== checkSum(sealed, this.#end)) throw new Damaged();
  }

  byte(): number {
    if (this.#at >= this.#end) throw new Damaged();
    return this.#bytes[this.#at++] as number;
  }

  count(): number {
    // Nearly all are small.
    const first = this.byte();
    if (first < 128) return first;
    let value = first & 127;
    let weight = 128;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * weight;
      if (byte < 128) return value;
      weight *= 128;
      if (weight > Number.MAX_SAFE_INTEGER) throw new Damaged();
    }
  }

  word(): number {
    let value = 0;
    for (let at = 0; at < 4; at += 1) value = (value << 8) | this.byte();
    return value >>> 0;
  }

  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#end) throw new Damaged();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  text(): string {
    const head = this.count();
    const bytes = this.bytes(head >>> 1);
    if (head % 2 === 1) return fromUtf16(bytes);
    if (bytes.length > SHORT) return decoder.decode(bytes);
    let text = '';
    for (const byte of bytes) {
      if (byte > 127) return decoder.decode(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** Passes so many bytes. */
  skip(length: number): void {
    if (this.#at + length > this.#end) throw new Damaged();
    this.#at += length;
  }

  /** Passes a text. */
  skipText(): void {
    this.skip(this.count() >>> 1);
  }
}

/** Up to this length a loop is quicker than the browser's coder. */
const SHORT = 24;
const HALVES = /[\ud800-\udfff]/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) {
    bytes[at * 2] = text.charCodeAt(at) & 255;
    bytes[at * 2 + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}

function fromUtf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode((bytes[at] as number) | ((bytes[at + 1] as number) << 8));
  return text;
}

function isShortAscii(text: string): boolean {
  if (text.length > SHORT) return false;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** FNV-1a over the first `length` bytes, four at a time: tells a torn or overwritten record, proves nothing (proof is the chain of captures). */
function checkSum(bytes: Uint8Array, length: number): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const whole = length >> 2;
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, whole);
  let hash = 0x811c9dc5;
  for (let at = 0; at < whole; at += 1) hash = Math.imul(hash ^ (words[at] as number), 0x01000193) ^ (hash >>> 15);
  for (let at = whole * 4; at < length; at += 1) hash = Math.imul(hash ^ (aligned[at] as number), 0x01000193);
  return hash >>> 0;
}
