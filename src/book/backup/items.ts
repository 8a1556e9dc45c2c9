import { Sighting } from '#records/sighting.ts';
import { isReadable } from '../proof/kept-seen.ts';
import { sha256Hex } from '../proof/proof.ts';
import { readSeen, type Seen } from '../proof/seen.ts';
import { type Line, MOST } from './format.ts';
import { type Bytes, fromBase64, gunzipped, joined } from './streams.ts';
import { Refused } from './types.ts';

type Of<R extends Line['record']> = Extract<Line, { record: R }>;

/** A line with the bytes that stand behind it. */
export type Item =
  | Exclude<Line, { record: 'seen' | 'paper' | 'bytes' }>
  | { readonly record: 'seen'; readonly seq: number; readonly seen: Seen; readonly lost: boolean }
  | (Of<'paper'> & { readonly bytes: Bytes });

/** Puts together what stands in several lines, and looks into what is kept as bytes: nothing goes into a book that could not be read there. Throws `Refused`. */
export async function* itemsOf(source: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly Item[]> {
  let open: Of<'seen' | 'paper'> | null = null;
  let parts: Bytes[] = [];
  for await (const lines of source) {
    const items: Item[] = [];
    for (const line of lines) {
      if (line.record === 'bytes') {
        parts.push(fromBase64(line.base64));
        continue;
      }
      if (open) items.push(await closed(open, joined(parts)));
      open = null;
      parts = [];
      if (line.record === 'seen' || line.record === 'paper') open = line;
      else items.push(line);
    }
    if (items.length > 0) yield items;
  }
}

async function closed(line: Of<'seen' | 'paper'>, bytes: Bytes): Promise<Item> {
  if (line.record === 'paper') {
    if ((await sha256Hex(bytes)) !== line.sha256) throw new Refused('altered');
    return { ...line, bytes };
  }
  const seen: Seen = line.codec === 1 ? { codec: 1, bytes } : { codec: 2, instants: line.instants, bytes };
  // The same as an earlier capture saw: the bytes stand there.
  if (bytes.length === 0) return { record: 'seen', seq: line.seq, seen, lost: line.damaged ?? false };
  // Backups of older versions hold what was damaged as it was. It is of no use to anybody, and stands in no way.
  if (seen.codec === 2 && !(await isReadable(seen)))
    return { record: 'seen', seq: line.seq, seen: { ...seen, bytes: new Uint8Array() }, lost: true };
  await lookInto(seen);
  return { record: 'seen', seq: line.seq, seen, lost: false };
}

/** Shapes only, without the limits of a reader: what a bill file shows may be longer than what a page does. */
const Shape = Sighting.omit({ tables: true, texts: true }).extend({
  texts: Sighting.shape.texts.unwrap().max(20_000).array(),
  tables: Sighting.shape.tables.unwrap().omit({ rows: true }).array(),
});

async function lookInto(seen: Seen): Promise<void> {
  if (seen.codec === 1) {
    // Books before version 2: text that is parsed whenever it is used.
    let size = 0;
    for await (const bytes of gunzipped(only(new Uint8Array(seen.bytes)))) {
      size += bytes.length;
      if (size > MOST.blob) throw new Refused('too-large');
    }
    return;
  }
  let sightings: unknown;
  try {
    sightings = readSeen(seen);
  } catch {
    throw new Refused('altered');
  }
  if (!Shape.array().safeParse(sightings).success) throw new Refused('altered');
}

async function* only(bytes: Bytes): AsyncGenerator<Bytes> {
  yield bytes;
}
