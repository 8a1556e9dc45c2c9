import { fail, ok, type Result } from '#money/result.ts';
import type { Damage } from '../book.ts';
import type { Shelf } from '../shelf.ts';
import { newEncryption, sealed } from './crypt.ts';
import { StreamDigest } from './digest.ts';
import { type FileHeader, FORMAT, versionOf } from './format.ts';
import { stateOf } from './state.ts';
import { type Bytes, gzipped } from './streams.ts';
import { tellBook } from './tell.ts';
import { type BackupOptions, Refused } from './types.ts';

export interface Written {
  readonly rows: number;
  readonly captures: number;
  /** Bytes. */
  readonly size: number;
  /** In which state the book was (`state.ts`). */
  readonly state: string;
  /** Days whose rows cannot be read back, and so are not in it. */
  readonly damage: readonly Damage[];
}

/** Characters of lines that are encoded, hashed and compressed together. */
const TOGETHER = 256 * 1024;

/** Writes the whole book as one file. To be called when nobody else writes the book, so that the file is the book at one instant. */
export async function writeBackup(shelf: Shelf, options: BackupOptions): Promise<Result<Written, 'stopped'>> {
  const damage: Damage[] = [];
  const counts = { accounts: 0, marks: 0, captures: 0, rows: 0, images: 0, papers: 0, recipes: 0, terms: 0 };
  const encryption = options.passphrase === null ? null : newEncryption();
  const fileHeader: FileHeader = {
    format: FORMAT,
    version: versionOf(options.terms ?? []),
    compression: 'gzip',
    encryption,
  };
  const header = encode(`${JSON.stringify(fileHeader)}\n`);

  async function* content(): AsyncGenerator<Bytes> {
    const digest = new StreamDigest();
    let lines = '';
    for await (const line of tellBook(shelf, counts, damage, options)) {
      lines += `${JSON.stringify(line)}\n`;
      if (lines.length < TOGETHER) continue;
      const bytes = encode(lines);
      lines = '';
      await digest.add(bytes);
      yield bytes;
    }
    const bytes = encode(lines);
    await digest.add(bytes);
    yield bytes;
    yield encode(`${JSON.stringify({ record: 'end', counts, sha256: await digest.end() })}\n`);
  }

  try {
    let size = header.length;
    await options.write(header);
    const body = gzipped(content());
    const file =
      options.passphrase === null || encryption === null ? body : sealed(body, options.passphrase, encryption, header);
    for await (const bytes of file) {
      size += bytes.length;
      await options.write(bytes);
    }
    return ok({ rows: counts.rows, captures: counts.captures, size, state: await stateOf(shelf), damage });
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.why === 'stopped') return fail('stopped');
    throw thrown;
  }
}

const encoder = new TextEncoder();
const encode = (text: string): Bytes => encoder.encode(text);
