import type { Entry, FileEntry } from '@zip.js/zip.js';
import { fail, ok, type Result } from '#money/result.ts';
import type { FileError } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { Pace } from './pace.ts';

type Library = typeof import('@zip.js/zip.js');

/** What an archive may still unpack to; shared with archives inside it. */
export interface Budget {
  left: number;
}

/** One file of an archive: its name, and how to unpack it. */
export interface Member {
  readonly name: string;
  readonly encrypted: boolean;
  readonly unpack: () => Promise<Result<Uint8Array, FileError>>;
}

/**
 * The files of a ZIP, without folders and the marks that macOS leaves. Names without the UTF-8 flag are UTF-8 if they can be, else GBK
 * (Alipay's archives, domain.md §4.2). Unpacking is bounded by what was really unpacked, never by what the archive says of itself.
 * Plain, ZipCrypto and AES members; no worker, no WebAssembly: the extension's own policy forbids both.
 */
export async function readZip(
  bytes: Uint8Array,
  password: string | undefined,
  budget: Budget,
  pace: Pace,
): Promise<Result<Member[], FileError>> {
  // Without workers and WebAssembly built in; the platform's own DecompressionStream does the work.
  const library = (await import('@zip.js/zip.js/lib/zip-core-custom.js')) as unknown as Library;
  library.configure({ useWebWorkers: false });
  const reader = new library.ZipReader(new library.Uint8ArrayReader(bytes));
  let entries: Entry[];
  try {
    entries = await reader.getEntries();
  } catch {
    return fail('damaged');
  }
  const files = entries.filter(isFile);
  if (files.length > LIMITS.members) return fail('too-large');
  return ok(
    files.flatMap((entry) => {
      const name = memberName(entry);
      if (/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$)/.test(name)) return [];
      return [{ name, encrypted: entry.encrypted, unpack: () => unpack(entry, password, budget, pace) }];
    }),
  );
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

function memberName(entry: FileEntry): string {
  const raw = entry.rawFilename;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // Not in this encoding: the next one.
    }
  }
  return entry.filename;
}

async function unpack(
  entry: FileEntry,
  password: string | undefined,
  budget: Budget,
  pace: Pace,
): Promise<Result<Uint8Array, FileError>> {
  if (entry.encrypted && !password) return fail('needs-password');
  if (entry.uncompressedSize > LIMITS.bytes || entry.uncompressedSize > budget.left) return fail('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  let stopped: FileError | null = null;
  const sink = new WritableStream<Uint8Array>({
    write: async (chunk) => {
      size += chunk.length;
      budget.left -= chunk.length;
      const bomb = size > LIMITS.ratioFrom && size > entry.compressedSize * LIMITS.ratio;
      if (bomb || size > LIMITS.bytes || budget.left < 0) stopped = 'too-large';
      else if (!(await pace.step(size, Math.max(size, entry.uncompressedSize)))) stopped = 'stopped';
      if (stopped) throw new Error(stopped);
      chunks.push(chunk);
    },
  });
  try {
    await entry.getData(sink, {
      ...(entry.encrypted && password ? { password } : {}),
      checkSignature: true,
      useWebWorkers: false,
    });
  } catch {
    // With a password that passed its one check byte by chance, what comes out is noise: the password is the likelier fault.
    return fail(stopped ?? (entry.encrypted ? 'wrong-password' : 'damaged'));
  }
  return ok(joined(chunks, size));
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
