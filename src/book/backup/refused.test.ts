import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { memoryBook } from '../memory.ts';
import { bookDb } from '../schema.ts';
import { openBook } from '../store.ts';
import { entry, factsOf, input, reading, SHOP } from '../testing.ts';
import { inspectBackup } from './inspect.ts';
import { backedUp, HEADER, linesIn, made, restored, saidBy, value } from './testing.ts';

const PASSPHRASE = '正确的口令';
const encoder = new TextEncoder();

async function someBook(rows = 3, wordsOf = (n: number) => `消费 ${n * 7919}`) {
  const book = memoryBook();
  const entries = Array.from({ length: rows }, (_, n) => entry({ reference: `R${n}`, words: wordsOf(n) }));
  value(await book.takeIn(input(reading(entries, { stableIds: true }))));
  return book;
}

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

/** Both ways of reading it end in the same reason, and leave an empty book empty. */
async function reasonOf(file: Blob, passphrase: string | null = null): Promise<string> {
  const told = await inspectBackup(file, { passphrase });
  const book = memoryBook();
  const restoring = await book.restore(file, { passphrase });
  expect(restoring.ok).toBe(told.ok);
  if (told.ok || restoring.ok) return 'none';
  expect(restoring.error).toBe(told.error);
  expect(value(await book.captures())).toEqual([]);
  expect(value(await book.entriesOf())).toEqual([]);
  return told.error;
}

/** Words that cannot be packed: the file must have several chunks. */
const noise = (): string => Array.from({ length: 9 }, () => crypto.randomUUID()).join('');

describe('a passphrase', () => {
  test('is asked for, and a wrong one is told from a broken file', async () => {
    const file = await backedUp(await someBook(), PASSPHRASE);
    expect(await reasonOf(file)).toBe('passphrase-needed');
    expect(await reasonOf(file, '错误的口令')).toBe('passphrase-wrong');
    expect(await reasonOf(file, PASSPHRASE)).toBe('none');
  });

  test('hides everything: neither names nor words stand in the file', async () => {
    const text = new TextDecoder('latin1').decode(await bytesOf(await backedUp(await someBook(), PASSPHRASE)));
    expect(text.split('\n')[0]).toContain('"iterations":600000');
    expect(text).not.toContain('898310148160568');
  });

  test('chunks cannot be left out, moved or altered unnoticed', async () => {
    const file = await bytesOf(await backedUp(await someBook(6000, noise), PASSPHRASE));
    const start = file.indexOf(10) + 1 + 16;
    const size = 256 * 1024 + 16;
    expect(file.length).toBeGreaterThan(start + 2 * size);
    const [head, first, second, rest] = [
      file.slice(0, start),
      file.slice(start, start + size),
      file.slice(start + size, start + 2 * size),
      file.slice(start + 2 * size),
    ];
    expect(await reasonOf(new Blob([head, second, first, rest]), PASSPHRASE)).toBe('altered');
    expect(await reasonOf(new Blob([head, second, rest]), PASSPHRASE)).toBe('altered');
    expect(await reasonOf(new Blob([head, first, second]), PASSPHRASE)).toBe('cut-short');
    expect(await reasonOf(new Blob([head, first, second, rest.slice(0, -1)]), PASSPHRASE)).toBe('cut-short');
    const flipped = first.slice();
    flipped[1000] = (flipped[1000] ?? 0) ^ 1;
    expect(await reasonOf(new Blob([head, flipped, second, rest]), PASSPHRASE)).toBe('altered');
  });
});

describe('a file that is not whole or not ours', () => {
  test('cut anywhere, nothing of it is restored', async () => {
    const file = await bytesOf(await backedUp(await someBook()));
    const step = Math.ceil(file.length / 40);
    for (let length = file.length - 1; length > file.indexOf(10); length -= step) {
      expect(['cut-short', 'altered']).toContain(await reasonOf(new Blob([file.slice(0, length)])));
    }
  });

  test('a byte changed anywhere is noticed', async () => {
    const file = await bytesOf(await backedUp(await someBook()));
    const step = Math.ceil(file.length / 60);
    // The header of gzip itself says nothing of the content.
    for (let at = file.indexOf(10) + 12; at < file.length; at += step) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(await reasonOf(new Blob([changed]))).not.toBe('none');
    }
  });

  test('other files and newer formats are told apart', async () => {
    expect(await reasonOf(new Blob([]))).toBe('not-a-backup');
    expect(await reasonOf(new Blob(['{"recipe":"arrears-radar"}\n']))).toBe('not-a-backup');
    expect(await reasonOf(new Blob([crypto.getRandomValues(new Uint8Array(9000))]))).toBe('not-a-backup');
    expect(await reasonOf(await made([], { ...HEADER, version: 3 }))).toBe('newer-format');
    expect(await reasonOf(await made([{ record: 'book', version: 3 }]))).toBe('newer-format');
    expect(await reasonOf(await made([], { ...HEADER, compression: 'none' }))).toBe('altered');
    expect(await reasonOf(await made([]))).toBe('cut-short');
  });

  test('lines left out, doubled or changed are noticed, in a file that is packed anew', async () => {
    const lines = await linesIn(await backedUp(await someBook()));
    expect(await reasonOf(await made(lines))).toBe('none');
    for (let at = 0; at < lines.length - 1; at += 1) {
      expect(await reasonOf(await made(lines.toSpliced(at, 1)))).not.toBe('none');
      expect(await reasonOf(await made([...lines.slice(0, at + 1), ...lines.slice(at)]))).not.toBe('none');
    }
    const richer = lines.map((line) => (line['record'] === 'row' ? { ...line, amount: 1 } : line));
    expect(await reasonOf(await made(richer))).toBe('altered');
    expect(await reasonOf(await made([...lines, { record: 'recipe', recipe: {} }]))).toBe('altered');
  });
});

describe('hostile files', () => {
  test('what unpacks to far more than it is ends early', async () => {
    const zeros = new Blob(Array.from({ length: 100 }, () => new Uint8Array(1024 * 1024).fill(0x20)));
    const bomb = await made(zeros);
    expect(bomb.size).toBeLessThan(1024 * 1024);
    expect(await reasonOf(bomb)).toBe('too-large');
  });

  test('counts that no book has are refused before anything is made room for', async () => {
    const lines = await linesIn(await backedUp(await someBook()));
    const huge = lines.map((line) => (line['record'] === 'seen' ? { ...line, size: 2 ** 52 } : line));
    expect(await reasonOf(await made(huge))).toBe('altered');
    const slow = {
      ...HEADER,
      encryption: {
        cipher: 'AES-256-GCM',
        kdf: 'PBKDF2-SHA-256',
        iterations: 2 ** 31,
        salt: 'A'.repeat(24),
        prefix: 'AAAAAAAAAA==',
        chunk: 1024,
      },
    };
    expect(await reasonOf(await made(lines, slow), 'x')).toBe('too-large');
  });

  test('names of an object’s own make nothing but text', async () => {
    const book = memoryBook();
    const words = '__proto__ constructor';
    value(
      await book.takeIn(input(reading([entry({ words, terminal: '__proto__', links: { order: 'constructor' } })]))),
    );
    const lines = await linesIn(await backedUp(book));
    const copy = memoryBook();
    await restored(copy, await made(lines));
    expect(await saidBy(copy)).toEqual(await saidBy(book));
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const hostile = text.replaceAll(
      '"links":{',
      '"__proto__":{"polluted":true},"links":{"__proto__":{"polluted":true},',
    );
    expect(hostile).not.toBe(text);
    expect(await reasonOf(await made(new Blob([encoder.encode(hostile)])))).toBe('altered');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a restore that does not come to its end', () => {
  test('stopped, it leaves an empty book empty; a backup that is stopped says so', async () => {
    const book = await someBook(4000);
    const stop = new AbortController();
    stop.abort();
    const file = await backedUp(book);
    const copy = memoryBook();
    expect(await copy.restore(file, { passphrase: null, signal: stop.signal })).toEqual({
      ok: false,
      error: 'stopped',
    });
    expect(value(await copy.captures())).toEqual([]);
    const ended = await book.backup({ passphrase: null, signal: stop.signal, write: async () => undefined });
    expect(ended).toEqual({ ok: false, error: 'stopped' });
  });

  test('cut off by the end of its page, the next opening finds an empty book, and it can be done again', async () => {
    const file = await backedUp(await someBook());
    const first = openBook('cut-off');
    await restored(first, file);
    first.close();
    const db = bookDb('cut-off');
    await db.meta.delete('tail');
    await db.meta.put({ name: 'restoring' });
    db.close();
    const again = openBook('cut-off');
    expect(value(await again.entriesOf())).toEqual([]);
    expect(value(await again.verify())).toEqual({ unbroken: true, links: 0, erased: 0 });
    expect(await restored(again, file)).toMatchObject({ how: 'whole', added: 3 });
    again.close();
  });

  test('no room: the book is empty again', async () => {
    const file = await backedUp(await someBook());
    const book = openBook('no-room');
    value(await book.captures());
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if (this.name === 'seen') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const ended = await book.restore(file, { passphrase: null });
    IDBObjectStore.prototype.put = put;
    expect(ended).toEqual({ ok: false, error: 'disk-full' });
    expect(value(await book.entriesOf())).toEqual([]);
    expect(await restored(book, file)).toMatchObject({ how: 'whole', added: 3 });
    book.close();
  });
});

describe('merged into a book that goes on', () => {
  test('rows erased here come back, with their captures at the end of the chain', async () => {
    const book = await someBook();
    const file = await backedUp(book);
    value(await book.erase(['chinaums']));
    expect(await restored(book, file)).toMatchObject({ how: 'merged', captures: 1, added: 3 });
    expect(value(await book.verify())).toEqual({ unbroken: true, links: 2, erased: 1 });
    expect(await restored(book, file)).toMatchObject({ captures: 0, known: 1, added: 0 });
  });

  test('what was taken back here stays out and is told, until it is asked for', async () => {
    const book = await someBook();
    const rows = value(await book.entriesOf());
    const file = await backedUp(book);
    value(await book.undo(1));
    expect(await restored(book, file)).toMatchObject({ captures: 0, known: 0, undone: 1, added: 0 });
    expect(value(await book.entriesOf())).toEqual([]);
    const done = value(await book.restore(file, { passphrase: null, undoneToo: true }));
    expect(done).toMatchObject({ captures: 1, undone: 0, added: 3 });
    expect(factsOf(value(await book.entriesOf()))).toEqual(factsOf(rows));
    expect(value(await book.verify())).toMatchObject({ unbroken: true, links: 2 });
    expect(await restored(book, file)).toMatchObject({ captures: 0, known: 1, undone: 0 });
    // Taken back in both books, it is nothing that could be missed.
    value(await book.undo(2));
    expect(await restored(book, await backedUp(book))).toMatchObject({ captures: 0, undone: 0 });
  });

  test('a mark that does not fit is told with its row and its reason', async () => {
    const row = entry({ reference: 'A', state: 'pending', amount: 300_000 });
    const other = entry({ reference: 'B', amount: 500_000 });
    const book = memoryBook();
    value(await book.takeIn(input(reading([row, other], { stableIds: true }))));
    const [one, two] = value(await book.entriesOf());
    if (!one || !two) throw new Error('no rows');
    const parts = [100_000, 200_000].map((amount) => ({ kind: 'sale' as const, amount, words: '一份' }));
    value(await book.mark(SHOP, one.key, { parts }));
    value(await book.mark(SHOP, two.key, { note: '已核对' }));
    const file = await backedUp(book);

    const undone = memoryBook();
    await restored(undone, file);
    value(await undone.undo(1));
    const marksLeft = [
      { account: SHOP, day: row.day, amount: 300_000, currency: 'CNY', why: 'no-such-row' },
      { account: SHOP, day: row.day, amount: 500_000, currency: 'CNY', why: 'no-such-row' },
    ];
    const left = (await restored(undone, file)).marksLeft;
    expect([...left].sort((a, b) => (a.amount ?? 0) - (b.amount ?? 0))).toEqual(marksLeft);
  });

  test('an older capture does not overrule a later look', async () => {
    const row = entry({ reference: 'A', state: 'pending', fee: null, net: null });
    const old = memoryBook();
    value(await old.takeIn(input(reading([row], { stableIds: true }), { at: '2026-10-02T01:00:00.000Z' })));
    const book = memoryBook();
    const settled = { ...row, state: 'done' as const, fee: 700 };
    value(await book.takeIn(input(reading([settled], { stableIds: true }), { at: '2026-10-03T01:00:00.000Z' })));
    expect(await restored(book, await backedUp(old))).toMatchObject({ captures: 1, added: 0, existing: 1 });
    expect(value(await book.entriesOf())).toMatchObject([{ state: 'done', fee: 700, seenIn: [1, 2] }]);
    value(await book.undo(1));
    expect(value(await book.entriesOf())).toHaveLength(1);
  });

  test('of two marks the later holds; both notes and all papers stay', async () => {
    const book = await someBook(1);
    const [row] = value(await book.entriesOf());
    if (!row) throw new Error('no row');
    const { account, key } = row;
    value(await book.attach(account, key, { name: '一.png', type: 'image/png', bytes: new Uint8Array([1]) }));
    value(await book.mark(account, key, { standing: 'disputed', note: '先前' }));
    const file = await backedUp(book);
    const copy = memoryBook();
    await restored(copy, file);
    value(await copy.attach(account, key, { name: '二.png', type: 'image/png', bytes: new Uint8Array([2]) }));
    await new Promise((resolve) => setTimeout(resolve, 2));
    value(
      await copy.mark(account, key, {
        standing: 'paid',
        note: '后来',
        attachments: value(await copy.marks())[0]?.attachments.slice(1) ?? [],
      }),
    );
    await restored(copy, file);
    const [mark] = value(await copy.marks());
    expect(mark).toMatchObject({ standing: 'paid', note: '后来\n\n先前' });
    expect(mark?.attachments.map(({ name }) => name).sort()).toEqual(['一.png', '二.png']);
    expect(await restored(copy, file)).toMatchObject({ marks: 0, papers: 0 });
  });

  test('a backup whose captures are not what their chain says is not chained anew', async () => {
    const lines = await linesIn(await backedUp(await someBook()));
    const changed = lines.map((line) =>
      line['record'] === 'capture' ? { ...line, place: 'https://elsewhere.test/' } : line,
    );
    const { StreamDigest } = await import('./digest.ts');
    const digest = new StreamDigest();
    await digest.add(
      encoder.encode(
        changed
          .slice(0, -1)
          .map((line) => `${JSON.stringify(line)}\n`)
          .join(''),
      ),
    );
    const end = { ...changed.at(-1), sha256: await digest.end() };
    const file = await made([...changed.slice(0, -1), end]);
    const book = memoryBook();
    value(await book.takeIn(input(reading([entry()]))));
    expect(await book.restore(file, { passphrase: null })).toEqual({ ok: false, error: 'chain-broken' });
    const empty = memoryBook();
    await restored(empty, file);
    expect(value(await empty.verify())).toEqual({ unbroken: false, brokenAt: 1 });
  });
});
