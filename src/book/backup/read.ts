import { opened } from './crypt.ts';
import { StreamDigest } from './digest.ts';
import { FileHeader, FORMAT, FORMAT_VERSION, Line, MOST } from './format.ts';
import { Grammar } from './grammar.ts';
import { type Bytes, gunzipped, joined, linesOf, piecesOf } from './streams.ts';
import { type LongWork, Refused, throwIfStopped } from './types.ts';

/** The header alone: whether this is a backup at all, and whether it asks for a passphrase. Throws `Refused`. */
export async function headerOf(file: Blob): Promise<{ readonly header: FileHeader; readonly bytes: Bytes }> {
  const start = await file
    .slice(0, MOST.headerBytes)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => {
        throw new Refused('unreadable');
      },
    );
  const end = start.indexOf(10);
  const claimed = jsonOf(start.subarray(0, Math.max(end, 0)));
  const isOurs = typeof claimed === 'object' && claimed !== null && 'format' in claimed && claimed.format === FORMAT;
  if (end < 0 || !isOurs) throw new Refused('not-a-backup');
  if ('version' in claimed && typeof claimed.version === 'number' && claimed.version > FORMAT_VERSION)
    throw new Refused('newer-format');
  const header = FileHeader.safeParse(claimed);
  if (!header.success) throw new Refused('altered');
  return { header: header.data, bytes: start.slice(0, end + 1) };
}

/**
 * The lines of a backup in order, so many together as came together, each checked for its shape and its place. When the last one has been given,
 * the file is known to be whole. Throws `Refused`.
 */
export async function* readLines(
  file: Blob,
  passphrase: string | null,
  { signal, progress }: LongWork,
): AsyncGenerator<readonly Line[]> {
  const { header, bytes } = await headerOf(file);
  if (header.encryption !== null && passphrase === null) throw new Refused('passphrase-needed');
  const pieces = piecesOf(file, bytes.length, (done) => {
    throwIfStopped(signal);
    progress?.(done, file.size);
  });
  const packed =
    header.encryption === null || passphrase === null ? pieces : opened(pieces, passphrase, header.encryption, bytes);
  const grammar = new Grammar();
  const digest = new StreamDigest();
  for await (const raw of linesOf(gunzipped(packed))) {
    throwIfStopped(signal);
    const lines = raw.map(lineOf);
    for (const line of lines) grammar.next(line);
    const last = lines.at(-1);
    await digest.add(joined(last?.record === 'end' ? raw.slice(0, -1) : raw));
    if (last?.record === 'end' && last.sha256 !== (await digest.end())) throw new Refused('altered');
    yield lines;
  }
  grammar.end();
}

function lineOf(bytes: Uint8Array): Line {
  const value = jsonOf(bytes);
  const line = Line.safeParse(value);
  if (line.success) return line.data;
  const newer = typeof value === 'object' && value !== null && 'record' in value && value.record === 'book';
  if (newer && 'version' in value && Number(value.version) > FORMAT_VERSION) throw new Refused('newer-format');
  throw new Refused('altered');
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined where it is no JSON. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}
