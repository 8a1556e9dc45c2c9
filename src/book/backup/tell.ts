import type { CaptureHead, Damage } from '../book.ts';
import { undamaged } from '../codec/undamaged.ts';
import { entriesIn } from '../merge/day-books.ts';
import { readableImages } from '../merge/images.ts';
import { lostIn } from '../proof/damage.ts';
import { isReadable } from '../proof/kept-seen.ts';
import type { Shelf } from '../shelf.ts';
import { type Counts, type Line, versionOf } from './format.ts';
import { toBase64 } from './streams.ts';
import { type BackupOptions, throwIfStopped } from './types.ts';

/** Bytes in one `bytes` line. */
const PART = 768 * 1024;
/** A line, or something about as small, between two looks at whether the merchant stopped it. */
const LOOK_EVERY = 1000;

type Told = Exclude<Line, { record: 'end' }>;

/**
 * Everything that the book keeps, as lines in the order of the format: only what is being written is in memory.
 * Left out are sheets and the index of ids, which follow from the rows, pages of a job that still runs, and the last page that gave nothing.
 * @param damage told of everything that cannot be read back, in whose place a line says so
 * @param progress rows and captures told, of all
 */
export async function* tellBook(
  shelf: Shelf,
  counts: { -readonly [K in keyof Counts]: number },
  damage: Damage[],
  { signal, progress, terms = [] }: Omit<BackupOptions, 'passphrase' | 'write'>,
): AsyncGenerator<Told> {
  const accounts = await shelf.accounts();
  const heads = await shelf.heads();
  const ids = accounts.map(({ id }) => id).sort();
  let rows = 0;
  for (const id of ids) for (const sheet of await shelf.sheets(id)) rows += sheet.rows;
  const all = rows + heads.length;
  const step = (): void => {
    const done = counts.rows + counts.captures;
    if (done % LOOK_EVERY !== 0) return;
    throwIfStopped(signal);
    progress?.(done, all);
  };

  yield { record: 'book', version: versionOf(terms), madeAt: new Date().toISOString(), tail: await shelf.tail() };
  for (const { spans, ...account } of accounts) {
    counts.accounts += 1;
    yield {
      record: 'account',
      ...account,
      spans: spans.map((span) => ({ ...span, gaps: [...span.gaps], seqs: [...span.seqs] })),
    };
  }
  const papers = new Set<string>();
  for (const id of ids) {
    for (const mark of await shelf.marks(id)) {
      counts.marks += 1;
      for (const { sha256 } of mark.attachments) papers.add(sha256);
      yield { record: 'mark', ...mark };
    }
  }
  const lostSights = new Set<number>();
  for (const head of heads) {
    yield { record: 'capture', ...head };
    yield* tellSeen(shelf, head, damage, lostSights);
    counts.captures += 1;
    step();
  }
  for (const id of ids) {
    for await (const books of shelf.span(id, null)) {
      for (const book of books) {
        const entries = undamaged(() => entriesIn(book));
        if (entries === null) {
          damage.push({ account: id, of: 'rows', at: book.day });
          yield { record: 'damaged', account: id, day: book.day, rows: book.count };
          continue;
        }
        for (const entry of entries) {
          yield { record: 'row', ...entry };
          counts.rows += 1;
          step();
        }
      }
    }
  }
  for (const { seq } of heads) {
    const trace = await shelf.trace(seq);
    if (!trace) continue;
    throwIfStopped(signal);
    const { images, lost } = readableImages(trace);
    damage.push(...lostIn(trace));
    const touched = trace.touched.map(({ account, days }) => ({ account, days: [...days] }));
    yield { record: 'trace', seq, touched, ...(lost.length > 0 ? { lost } : {}) };
    for (const { day, key, was, origin } of images) {
      counts.images += 1;
      yield { record: 'image', seq, day, key, was: { ...was, seenIn: [...origin] } };
    }
  }
  for (const sha256 of papers) {
    const paper = await shelf.paper(sha256);
    if (!paper) continue;
    throwIfStopped(signal);
    counts.papers += 1;
    yield { record: 'paper', sha256, type: paper.type, size: paper.bytes.length };
    yield* tellBytes(paper.bytes);
  }
  for (const recipe of await shelf.recipes()) {
    counts.recipes += 1;
    yield { record: 'recipe', recipe };
  }
  // Of an account that stands twice the first is used, here as everywhere.
  for (const one of terms.filter(({ account }, n) => terms.findIndex((of) => of.account === account) === n)) {
    counts.terms += 1;
    yield { record: 'terms', terms: one };
  }
  const check = await shelf.check();
  if (check) yield { record: 'check', check: structuredClone(check) as never };
}

async function* tellSeen(shelf: Shelf, head: CaptureHead, damage: Damage[], lost: Set<number>): AsyncGenerator<Told> {
  const { seq, accounts, sameAs } = head;
  const seen = await shelf.seen(seq);
  if (!seen) return;
  const instants = seen.codec === 2 ? [...seen.instants] : [];
  // The same as an earlier capture saw: the bytes stand there, and so does their damage.
  const isWhole = sameAs === null ? await isReadable(seen) : !lost.has(sameAs);
  if (head.sightLost || !isWhole) {
    lost.add(seq);
    damage.push({ account: accounts[0] ?? '', of: 'seen', at: String(seq) });
    yield { record: 'seen', seq, codec: seen.codec, instants, size: 0, damaged: true };
    return;
  }
  yield { record: 'seen', seq, codec: seen.codec, instants, size: seen.bytes.length };
  yield* tellBytes(seen.bytes);
}

function* tellBytes(bytes: Uint8Array): Generator<Told> {
  for (let at = 0; at < bytes.length; at += PART) {
    yield { record: 'bytes', base64: toBase64(bytes.subarray(at, at + PART)) };
  }
}
