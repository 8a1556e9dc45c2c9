import { type Encryption, MOST } from './format.ts';
import { type Bytes, fromBase64, joined, toBase64 } from './streams.ts';
import { Refused } from './types.ts';

/** OWASP's least for PBKDF2 with SHA-256 (2023); the slowest derivation that WebCrypto has. */
const ITERATIONS = 600_000;
const CHUNK = 256 * 1024;
const TAG = 16;

/** The last byte of a nonce says what is sealed with it. */
const MIDDLE = 0;
const LAST = 1;
const KEY_CHECK = 2;
const LAST_NUMBER = 2 ** 32 - 1;

export const newEncryption = (): Encryption => ({
  cipher: 'AES-256-GCM',
  kdf: 'PBKDF2-SHA-256',
  iterations: ITERATIONS,
  salt: toBase64(crypto.getRandomValues(new Uint8Array(32))),
  prefix: toBase64(crypto.getRandomValues(new Uint8Array(7))),
  chunk: CHUNK,
});

/**
 * First a tag that only the right passphrase makes, then the chunks. Each chunk's nonce holds its number and whether it is the last, and each is
 * bound to the file's first line: none can be left out, repeated, moved, or taken from another file unnoticed.
 */
export async function* sealed(
  source: AsyncIterable<Bytes>,
  passphrase: string,
  encryption: Encryption,
  header: Bytes,
): AsyncGenerator<Bytes> {
  const key = await keyOf(passphrase, encryption);
  const seal = async (plain: Bytes, number: number, what: number): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.encrypt(algorithm(encryption, header, number, what), key, plain));
  yield seal(new Uint8Array(), LAST_NUMBER, KEY_CHECK);
  let number = 0;
  let waiting: Bytes = new Uint8Array();
  for await (const bytes of source) {
    waiting = joined([waiting, bytes]);
    // The last chunk is never empty unless all is: so one that is full waits until there is more.
    while (waiting.length > encryption.chunk) {
      yield seal(waiting.slice(0, encryption.chunk), number, MIDDLE);
      waiting = waiting.subarray(encryption.chunk);
      number += 1;
    }
  }
  yield seal(waiting, number, LAST);
}

/** Throws `Refused`: `passphrase-wrong`, `cut-short`, `altered`, `too-large`. */
export async function* opened(
  source: AsyncIterable<Bytes>,
  passphrase: string,
  encryption: Encryption,
  header: Bytes,
): AsyncGenerator<Bytes> {
  if (encryption.iterations > MOST.iterations || encryption.chunk > MOST.chunk) throw new Refused('too-large');
  const key = await keyOf(passphrase, encryption);
  const open = async (secret: Bytes, number: number, what: number): Promise<Bytes | null> => {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(algorithm(encryption, header, number, what), key, secret));
    } catch {
      return null;
    }
  };
  const size = encryption.chunk + TAG;
  let checked = false;
  let number = 0;
  let waiting: Bytes = new Uint8Array();
  for await (const bytes of source) {
    waiting = joined([waiting, bytes]);
    if (!checked && waiting.length >= TAG) {
      if ((await open(waiting.slice(0, TAG), LAST_NUMBER, KEY_CHECK)) === null) throw new Refused('passphrase-wrong');
      waiting = waiting.subarray(TAG);
      checked = true;
    }
    while (checked && waiting.length > size) {
      const plain = await open(waiting.slice(0, size), number, MIDDLE);
      if (plain === null) throw new Refused('altered');
      yield plain;
      waiting = waiting.subarray(size);
      number += 1;
    }
  }
  if (!checked || waiting.length < TAG) throw new Refused('cut-short');
  const end = waiting.slice();
  const last = await open(end, number, LAST);
  if (last !== null) yield last;
  // A chunk that is whole and not the last, or a piece of one: what came after it is missing. An altered last chunk cannot be told from that.
  else throw new Refused('cut-short');
}

/** Accents and the like may be typed in two ways that look the same: both are one passphrase. */
async function keyOf(passphrase: string, { salt, iterations }: Encryption): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function algorithm({ prefix }: Encryption, header: Bytes, number: number, what: number): AesGcmParams {
  const iv = new Uint8Array(12);
  iv.set(fromBase64(prefix).subarray(0, 7));
  new DataView(iv.buffer).setUint32(7, number);
  iv[11] = what;
  return { name: 'AES-GCM', iv, additionalData: header };
}
