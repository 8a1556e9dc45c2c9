import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alipayAccount, alipayZip, wechatFundflow, wechatTrade } from '../bills/make.ts';
import { type Tab, until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { type Bill, drop, pressOn, previewOf, resultOf, takeIn } from './bill-files.ts';
import { keptBook } from './kept-book.ts';
import { press } from './panel.ts';
import { openDesk, openWorld, type World } from './world.ts';

const BILL = wechatFundflow({ seed: 21 });
const PDF = {
  name: 'icbc_debit.pdf',
  bytes: readFileSync(new URL('../bills/files/china-bean-importers/icbc_debit.pdf', import.meta.url)),
};

const named = (bill: Bill, name: string): Bill => ({ name, bytes: bill.bytes });

/** A bill of another merchant of the same provider. */
function ofAnother(seed: number): Bill {
  const { name, bytes } = wechatFundflow({ seed });
  const another = (text: string) => text.replaceAll('1900009231', '1900009999');
  return { name: another(name), bytes: new TextEncoder().encode(another(new TextDecoder().decode(bytes))) };
}

/** What the book holds; a book that is not made yet holds nothing. */
async function held(view: View): Promise<{ rows: number; captures: number }> {
  const book = await keptBook(view);
  return { rows: book?.rows ?? 0, captures: book?.captures.length ?? 0 };
}

/** As acquirers export it. */
function largeWorkbook(): Bill {
  const rows = Array.from({ length: 30_000 }, (_, n) => [
    `2026-05-${String(1 + (n % 28)).padStart(2, '0')}`,
    '消费',
    String(202_600_000_000 + n),
    10 + n / 100,
    '成功',
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['交易日期', '交易类型', '参考号', '交易金额(元)', '交易状态'], ...rows]),
  );
  return {
    name: 'large.xlsx',
    bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true })),
  };
}

const NOTHING = { rows: 0, captures: 0 };

const stateOf = (view: View, name: string): Promise<string | undefined> =>
  view.run(
    (file) =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="file-result"]')].find(
        ({ dataset }) => dataset['file'] === file,
      )?.dataset['state'],
    name,
  );

/** Drops a bill of so many MiB, and waits until it is being read: the rows of a made one again and again, put together in the page. */
async function dropBig(view: View, name: string, mib: number): Promise<void> {
  const text = new TextDecoder().decode(BILL.bytes);
  await view.run(
    (file, bill, bytes) => {
      const [header = '', ...rows] = bill.split('\r\n').slice(0, -3);
      const part = new TextEncoder().encode(`${rows.join('\r\n')}\r\n`);
      const parts = Array.from({ length: Math.ceil(bytes / part.length) }, () => part);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([`${header}\r\n`, ...parts], file));
      const zone = document.querySelector('[data-testid="drop-zone"]');
      zone?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
    mib * 1024 * 1024,
  );
  // Its first progress: it lies on the bench and is being read.
  await until(
    'the big bill to be read',
    () =>
      view.run(
        () => (document.querySelector<HTMLProgressElement>('[data-testid="file-result"] progress')?.value ?? 0) > 0,
      ),
    Boolean,
  );
}

/** Notes every worker that the desk starts, what it says and when it is ended; `killWorkers` ends them from outside. */
const noteWorkers = (view: View): Promise<void> =>
  view.run(() => {
    const Real = window.Worker;
    const note = (what: string) => {
      const { dataset } = document.documentElement;
      dataset['workers'] = `${dataset['workers'] ?? ''} ${what}`;
    };
    window.Worker = function start(url: string | URL, options?: WorkerOptions) {
      const worker = new Real(url, options);
      const end = worker.terminate.bind(worker);
      document.addEventListener('kill-workers', end);
      worker.addEventListener('message', ({ data }) => {
        if (data.is === 'opened' || data.is === 'kept') note(data.is);
      });
      worker.terminate = () => {
        note('ended');
        end();
      };
      return worker;
    } as unknown as typeof Worker;
  });

/** Ends the workers as a browser does that is short of memory: the desk is not told. */
const killWorkers = (view: View): Promise<boolean> => view.run(() => document.dispatchEvent(new Event('kill-workers')));

const workersSaid = (view: View): Promise<string[]> =>
  view.run(() => (document.documentElement.dataset['workers'] ?? '').trim().split(' '));

const seenIn = (view: View, testId: string): Promise<(string | null)[]> =>
  view.run(
    (id) => [...document.querySelectorAll(`[data-testid="${id}"]`)].map(({ textContent }) => textContent),
    testId,
  );

describe.each(DRIVERS)('a file before and after it is taken in, in $name', (spec) => {
  let world: World;
  let desk: Tab;
  beforeEach(async () => {
    world = await openWorld(spec);
    desk = await openDesk(world);
  });
  afterEach(() => world.close());

  test('what was understood is shown; left out, nothing of it is kept', async () => {
    const seen = await previewOf(desk, BILL);
    expect(seen).toMatchObject({ state: 'preview', outcome: 'read' });
    expect(seen.controls.length).toBeGreaterThan(0);
    expect(seen.controls).not.toContain(false);
    expect(seen.text).toContain('1900009231');
    const shown = await desk.run(() => {
      const counts = document.querySelector<HTMLElement>('[data-testid="preview-counts"]')?.dataset;
      const rows = document.querySelectorAll('[data-testid="file-preview"] [data-testid="row"]').length;
      return { count: Number(counts?.['count']), rejected: counts?.['rejected'], rows };
    });
    expect(shown).toEqual({ count: BILL.truth.rows, rejected: '0', rows: 10 });
    expect(await held(desk)).toEqual(NOTHING);

    await pressOn(desk, BILL.name, 'file-leave');
    expect((await resultOf(desk, BILL.name)).state).toBe('left-out');
    expect(await desk.run(() => document.activeElement?.textContent)).toBe(BILL.name);
    expect(await held(desk)).toEqual(NOTHING);
    expect((await takeIn(desk, BILL)).added).toBe(BILL.truth.rows);
  });

  test('taken in and undone where it stands; then the same bill can be taken in again', async () => {
    expect((await takeIn(desk, BILL)).added).toBe(BILL.truth.rows);
    await press(desk, 'capture-undo');
    await press(desk, 'undo-yes');
    await until(
      'the file to be undone',
      () => stateOf(desk, BILL.name),
      (state) => state === 'undone',
    );
    expect(await seenIn(desk, 'undo-told')).toEqual([expect.stringContaining(String(BILL.truth.rows))]);
    expect(await desk.run(() => document.activeElement?.textContent)).toBe(BILL.name);
    expect(await held(desk)).toEqual({ rows: 0, captures: 1 });
    await until(
      'the list of readings to say so',
      () => desk.run(() => document.querySelector<HTMLElement>('[data-testid="desk-capture"]')?.dataset['state']),
      (state) => state === 'undone',
    );
    // What was taken back is not in the book: nothing warns.
    expect((await previewOf(desk, BILL)).state).toBe('preview');
    expect(await seenIn(desk, 'preview-same')).toEqual([]);
    await pressOn(desk, BILL.name, 'file-take');
    expect((await resultOf(desk, BILL.name)).added).toBe(BILL.truth.rows);
  });

  test('the same content again is known, under whatever name, and adds nothing', async () => {
    expect((await takeIn(desk, BILL)).added).toBe(BILL.truth.rows);
    const again = named(BILL, BILL.name.replace('.csv', '(1).csv'));
    expect((await previewOf(desk, again)).state).toBe('preview');
    expect(await seenIn(desk, 'preview-same')).toEqual([expect.stringContaining('第 1 次')]);
    await pressOn(desk, again.name, 'file-take');
    expect(await resultOf(desk, again.name)).toMatchObject({ added: 0, existing: BILL.truth.rows });
    expect(await held(desk)).toEqual({ rows: BILL.truth.rows, captures: 2 });
  });

  test('a bill of another merchant of the same provider is asked about, one of another provider is not', async () => {
    await takeIn(desk, BILL);
    const other = ofAnother(22);
    expect((await previewOf(desk, other)).state).toBe('preview');
    expect(await seenIn(desk, 'preview-stranger')).toEqual([expect.stringContaining('1900009999')]);
    await pressOn(desk, other.name, 'file-leave');
    await previewOf(desk, alipayZip(alipayAccount()));
    expect(await seenIn(desk, 'preview-stranger')).toEqual([]);
  });

  test('a pile: a few are shown at a time, and all are taken in at one word but those that ask', async () => {
    await takeIn(desk, BILL);
    const bills = [1, 2, 3, 4, 5].map((seed) => named(wechatFundflow({ seed }), `1900009231-${seed}.csv`));
    const other = ofAnother(6);
    await drop(desk, other, ...bills);
    await until(
      'four to be shown',
      () => desk.run(() => document.querySelectorAll('[data-testid="file-preview"]').length),
      (count) => count === 4,
    );
    expect(await stateOf(desk, '1900009231-5.csv')).toBe('waiting');
    expect(
      await desk.run(() => document.querySelector<HTMLElement>('[data-testid="files-take-all"]')?.dataset['count']),
    ).toBe('5');
    await press(desk, 'files-take-all');
    for (const { name } of bills) {
      await until(
        `${name} to be taken in`,
        () => stateOf(desk, name),
        (state) => state === 'reading',
      );
    }
    expect(await stateOf(desk, other.name)).toBe('preview');
    expect((await held(desk)).captures).toBe(6);
    await desk.run(() => document.querySelector<HTMLElement>('[data-testid="captures-only-files"]')?.click());
    await until(
      'the files taken in to be listed',
      () => desk.run(() => document.querySelectorAll('[data-testid="desk-capture"]').length),
      (count) => count === 6,
    );
  });

  test('while 60 MiB are read, the desk answers; a stop ends it at once, and the next file goes on', async () => {
    await takeIn(desk, BILL);
    await until(
      'something to press meanwhile',
      () => desk.run(() => document.querySelector('[data-testid="chain-check"]') !== null),
      Boolean,
    );
    await pressOn(desk, BILL.name, 'file-dismiss');
    await noteWorkers(desk);
    await dropBig(desk, 'big.csv', 60);
    const during = await desk.run(async () => {
      document.querySelector<HTMLElement>('[data-testid="chain-check"]')?.click();
      while (document.querySelector('[data-testid="chain-told"]') === null) {
        await new Promise((done) => requestAnimationFrame(done));
      }
      return document.querySelector<HTMLElement>('[data-testid="file-result"]')?.dataset['state'];
    });
    expect(['opening', 'interpreting']).toContain(during);
    await pressOn(desk, 'big.csv', 'file-stop');
    expect(await workersSaid(desk)).toEqual(['ended']);
    expect(await stateOf(desk, 'big.csv')).toBe('stopped');
    expect((await held(desk)).captures).toBe(1);
    await drop(desk, BILL);
    expect((await resultOf(desk, BILL.name)).state).toBe('preview');
  });

  test('while a large workbook is read, the desk answers', async () => {
    await takeIn(desk, BILL);
    await until(
      'something to press meanwhile',
      () => desk.run(() => document.querySelector('[data-testid="chain-check"]') !== null),
      Boolean,
    );
    await drop(desk, largeWorkbook());
    const during = await desk.run(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      document.querySelector<HTMLElement>('[data-testid="chain-check"]')?.click();
      while (document.querySelector('[data-testid="chain-told"]') === null) await frame();
      return document.querySelector<HTMLElement>('[data-file="large.xlsx"]')?.dataset['state'];
    });
    expect(['opening', 'interpreting']).toContain(during);
    expect(await resultOf(desk, 'large.xlsx')).toMatchObject({ state: 'preview' });
  });

  test('a worker that ends by itself is told of, and the file can be read again', async () => {
    await noteWorkers(desk);
    await dropBig(desk, 'big.csv', 60);
    await killWorkers(desk);
    expect((await resultOf(desk, 'big.csv')).state).toBe('refused');
    await pressOn(desk, 'big.csv', 'file-again');
    await pressOn(desk, 'big.csv', 'file-stop');
    await previewOf(desk, BILL);
    await killWorkers(desk);
    await pressOn(desk, BILL.name, 'file-take');
    expect((await resultOf(desk, BILL.name)).state).toBe('refused');
    expect(await held(desk)).toEqual(NOTHING);
    await pressOn(desk, BILL.name, 'file-again');
    expect((await resultOf(desk, BILL.name)).state).toBe('preview');
  });

  test('every kind of file is read in a worker, PDFs too, and no worker outlives its file', async () => {
    await noteWorkers(desk);
    expect((await takeIn(desk, PDF)).added).toBeGreaterThan(0);
    expect((await takeIn(desk, wechatTrade('ALL', { seed: 3 }))).added).toBeGreaterThan(0);
    await previewOf(desk, alipayZip(alipayAccount()));
    expect(await workersSaid(desk)).toEqual(['opened', 'kept', 'ended', 'opened', 'kept', 'ended', 'opened']);
  });

  test('where no worker can be started, the desk reads by itself', async () => {
    await desk.run(() => {
      window.Worker = function none() {
        throw new Error('no worker here');
      } as unknown as typeof Worker;
    });
    expect((await takeIn(desk, PDF)).added).toBeGreaterThan(0);
    expect((await takeIn(desk, BILL)).added).toBe(BILL.truth.rows);
    await dropBig(desk, 'big.csv', 60);
    await pressOn(desk, 'big.csv', 'file-stop');
    expect(await stateOf(desk, 'big.csv')).toBe('stopped');
  });
});
