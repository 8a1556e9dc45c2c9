import { describe, expect, test } from 'vitest';
import type { BillPreview } from '#records/bill.ts';
import type { FileAnswer, FileOptions, KeptAnswer } from './deeds.ts';
import { type FileLine, type FileQueue, fileQueue, MOST_OPEN, takenByAll } from './file-queue.ts';

const PREVIEW: BillPreview = {
  outcome: 'read',
  gaps: [],
  provider: 'wechatpay',
  format: null,
  accounts: ['wechatpay:1'],
  from: null,
  to: null,
  controls: [],
  count: 3,
  entries: [],
  rejectedCount: 0,
  rejected: [],
  strangers: [],
  sameAs: null,
};

const kept = (seq: number): KeptAnswer => ({
  is: 'reading',
  reading: { ...PREVIEW, seq, counts: { added: 3, existing: 0, rejected: 0 } },
});

const file = (name: string, size = 1): File => Object.defineProperty(new File([], name), 'size', { value: size });

/** A queue whose files are opened when the test says so. */
function made(previewOf: (name: string) => Partial<BillPreview> = () => ({})) {
  const left: string[] = [];
  const reading = new Map<string, { options: FileOptions; answer: (answer: FileAnswer) => void }>();
  let lines: readonly FileLine[] = [];
  let seq = 0;
  const queue: FileQueue = fileQueue(
    ({ name }, options) =>
      new Promise((answer) => {
        reading.set(name, { options, answer });
      }),
    (now) => {
      lines = now;
    },
  );
  const settled = () => new Promise((done) => setImmediate(done));
  return {
    queue,
    left,
    reading,
    lines: () => lines,
    states: () => Object.fromEntries(lines.map(({ file: { name }, state }) => [name, state.is])),
    id: (name: string) => lines.find((line) => line.file.name === name)?.id ?? 0,
    open: async (name: string, answer?: FileAnswer) => {
      const preview = { ...PREVIEW, ...previewOf(name) };
      const held = { keep: async () => kept(++seq), leave: () => left.push(name) };
      reading.get(name)?.answer(answer ?? { is: 'preview', preview, held });
      reading.delete(name);
      await settled();
    },
    settled,
  };
}

describe('one after another', () => {
  test('a file is read when the one before it has been, and waits for a word', async () => {
    const { queue, states, open, id, settled, left } = made();
    queue.add([file('a'), file('b')]);
    expect(states()).toEqual({ a: 'opening', b: 'waiting' });
    await open('a');
    expect(states()).toEqual({ a: 'preview', b: 'opening' });
    await open('b');
    queue.keep(id('a'));
    queue.leave(id('b'));
    expect(states()).toEqual({ a: 'keeping', b: 'left-out' });
    await settled();
    expect(states()).toEqual({ a: 'reading', b: 'left-out' });
    expect(left).toEqual(['b']);
  });

  test('so many at most lie open, and so many bytes; a single one may be of any size', async () => {
    const { queue, states, open, id, settled } = made();
    queue.add([file('big', MOST_OPEN.bytes * 2), file('small')]);
    await open('big');
    expect(states()).toEqual({ big: 'preview', small: 'waiting' });
    queue.leave(id('big'));
    await settled();
    expect(states()).toEqual({ big: 'left-out', small: 'opening' });
    queue.add(Array.from({ length: MOST_OPEN.files }, (_, n) => file(String(n))));
    for (const name of ['small', '0', '1', '2']) await open(name);
    expect(states()).toMatchObject({ 2: 'preview', 3: 'waiting' });
    queue.keep(id('1'));
    await settled();
    expect(states()).toMatchObject({ 1: 'reading', 3: 'opening' });
  });

  test('a stop shows at once, whatever still comes is let go, and the next file goes on', async () => {
    const { queue, states, open, id, left, reading } = made();
    queue.add([file('a'), file('b')]);
    const options = reading.get('a')?.options;
    queue.stop(id('a'));
    options?.step({ is: 'interpreting' });
    expect(states()).toMatchObject({ a: 'stopped' });
    expect(options?.signal.aborted).toBe(true);
    await open('a');
    expect(states()).toEqual({ a: 'stopped', b: 'opening' });
    expect(left).toEqual(['a']);
  });

  test('a password is used for the file that it was given for, once', async () => {
    const { queue, open, id, reading } = made();
    queue.add([file('a')]);
    await open('a', { is: 'password', wrong: false });
    queue.unlock(id('a'), 'secret');
    expect(reading.get('a')?.options.password).toBe('secret');
    await open('a', { is: 'password', wrong: true });
    queue.unlock(id('a'), 'other');
    expect(reading.get('a')?.options.password).toBe('other');
  });
});

test('all: what is shown and what is still to be read, but nothing that asks', async () => {
  const asking = (name: string): Partial<BillPreview> =>
    name === 'stranger'
      ? { strangers: ['wechatpay:2'] }
      : name === 'same'
        ? { sameAs: 7 }
        : name === 'strange'
          ? { outcome: 'not-a-known-page', count: 0 }
          : {};
  const { queue, lines, states, open, settled, left } = made(asking);
  queue.add(['a', 'same', 'stranger', 'b', 'strange', 'c'].map((name) => file(name)));
  for (const name of ['a', 'same', 'stranger']) await open(name);
  expect(takenByAll(lines()).map((line) => line.file.name)).toEqual(['a', 'b', 'strange', 'c']);
  queue.keepAll();
  expect(takenByAll(lines())).toEqual([]);
  for (const name of ['b', 'strange', 'c']) await open(name);
  await settled();
  expect(states()).toEqual({
    a: 'reading',
    same: 'preview',
    stranger: 'preview',
    b: 'reading',
    strange: 'preview',
    c: 'reading',
  });
  // The book is emptied: what lies open goes too.
  queue.forget({ is: 'all' });
  expect(left).toEqual(['same', 'stranger', 'strange']);
  expect(lines()).toEqual([]);
});

test('what goes wrong while it is read or taken in is said, and the next file goes on', async () => {
  let lines: readonly FileLine[] = [];
  const held = { keep: () => Promise.reject(new Error('gone')), leave: () => undefined };
  const queue = fileQueue(
    async ({ name }) => {
      if (name === 'a') throw new Error('broken');
      return { is: 'preview', preview: PREVIEW, held };
    },
    (now) => {
      lines = now;
    },
  );
  queue.add([file('a'), file('b')]);
  queue.keepAll();
  await new Promise((done) => setImmediate(done));
  expect(lines.map(({ state }) => state)).toEqual([
    { is: 'refused', why: 'import.crashed' },
    { is: 'refused', why: 'import.crashed' },
  ]);
});

test('what went wrong or was stopped is read once more when told to, and nothing else is', async () => {
  let lines: readonly FileLine[] = [];
  let reads = 0;
  const queue = fileQueue(
    async ({ name }) => {
      reads += 1;
      if (name === 'bad') return { is: 'refused', why: 'file.damaged' };
      if (reads === 1) throw new Error('the worker has ended');
      return {
        is: 'preview',
        preview: PREVIEW,
        held: { keep: () => new Promise(() => undefined), leave: () => undefined },
      };
    },
    (now) => {
      lines = now;
    },
  );
  const settled = () => new Promise((done) => setImmediate(done));
  queue.add([file('a')]);
  await settled();
  const [a] = lines;
  expect(a?.state).toEqual({ is: 'refused', why: 'import.crashed' });
  queue.again(a?.id ?? 0);
  await settled();
  expect(lines[0]?.state.is).toBe('preview');
  queue.again(a?.id ?? 0);
  queue.add([file('bad')]);
  await settled();
  queue.again(lines[0]?.id ?? 0);
  await settled();
  expect([reads, lines.map(({ state }) => state.is)]).toEqual([3, ['refused', 'preview']]);
});
