import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alipayBusiness, wechatFundflow } from '../bills/make.ts';
import { type Tab, until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { pressOn, resultOf } from './bill-files.ts';
import { look, press } from './panel.ts';
import { undo } from './taking-back.ts';
import { openWorld, type World } from './world.ts';

const PASSPHRASE = '正确的口令 42';

/** Chooses files in an input, as from the file manager. */
const choose = (view: View, testId: string, name: string, bytes: Uint8Array): Promise<void> =>
  view.run(
    (id, called, packed) => {
      const input = document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`);
      if (!input) throw new Error(`no ${id}`);
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))], called));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    testId,
    name,
    Buffer.from(bytes).toString('base64'),
  );

const type = (view: View, testId: string, text: string): Promise<void> =>
  view.run(
    (id, typed) => {
      const input = document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`);
      if (!input) throw new Error(`no ${id}`);
      input.value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    testId,
    text,
  );

/** What stands in the data of an element; null where there is no such element, or no such datum. */
const datum = (view: View, testId: string, name: string): Promise<string | null> =>
  view.run(
    (id, wanted) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset[wanted] ?? null,
    testId,
    name,
  );

const appears = (view: View, what: string, testId: string): Promise<unknown> =>
  until(what, () => view.run((id) => document.querySelector(`[data-testid="${id}"]`) !== null, testId), Boolean);

const told = (view: View, testId: string, name: string): Promise<string | null> =>
  until(
    `${testId} to say ${name}`,
    () => datum(view, testId, name),
    (value) => value !== null,
  );

/** Keeps what the page hands to the browser to save. */
const catchFiles = (view: View): Promise<void> =>
  view.run(() => {
    const caught: Blob[] = [];
    Object.assign(window, { caught });
    window.URL.createObjectURL = (blob: Blob) => {
      caught.push(blob);
      return 'about:blank#caught';
    };
    document.addEventListener('click', (event) => {
      if (event.target instanceof HTMLAnchorElement && event.target.download !== '') event.preventDefault();
    });
    window.HTMLAnchorElement.prototype.click = () => undefined;
  });

const caught = async (view: View): Promise<Uint8Array> => {
  const packed = await until(
    'a file to be saved',
    () =>
      view.run(async () => {
        const blob = (window as unknown as { caught: Blob[] }).caught.pop();
        if (!blob) return null;
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return btoa(text);
      }),
    (text) => text !== null,
  );
  return new Uint8Array(Buffer.from(packed ?? '', 'base64'));
};

/** What is owed, and how much is in the book, as the desk says it. */
async function standing(desk: View) {
  const { observed, derived, predicted, accounts } = await look(desk);
  return { observed, derived, predicted, accounts: accounts.map(({ account, items }) => ({ account, items })) };
}

describe.each(DRIVERS)('the book as a whole, in $name', (spec) => {
  let world: World;
  let desk: Tab;
  let file: Uint8Array;
  let before: Awaited<ReturnType<typeof standing>>;
  let rows: string | null;

  const restore = async (): Promise<void> => {
    await choose(desk, 'restore-file', 'book.arbackup', file);
    await told(desk, 'restore-locked', 'wrong');
    await type(desk, 'restore-passphrase', PASSPHRASE);
    await press(desk, 'restore-open');
    await told(desk, 'restore-contents', 'rows');
    await press(desk, 'restore-start');
  };

  beforeAll(async () => {
    world = await openWorld(spec);
    desk = await world.driver.page('desk.html');
    await appears(desk, 'the desk', 'care-holds');
    await catchFiles(desk);
    for (const [count, bill] of [wechatFundflow(), alipayBusiness()].entries()) {
      await choose(desk, 'file-input', bill.name, bill.bytes);
      await resultOf(desk, bill.name);
      await pressOn(desk, bill.name, 'file-take');
      await until(
        'the bills to be taken in',
        () => desk.run(() => document.querySelectorAll('[data-testid="file-result"][data-state="reading"]').length),
        (done) => done === count + 1,
      );
    }
    await until(
      'both accounts',
      () => look(desk),
      ({ accounts }) => accounts.length === 2,
    );
    const added = await desk.run(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="added"]')].reduce(
        (sum, { dataset }) => sum + Number(dataset['count']),
        0,
      ),
    );
    rows = await until(
      'the rows to be counted',
      () => datum(desk, 'care-holds', 'rows'),
      (count) => count === String(added),
    );
    await press(desk, 'terms-add-line');
    await appears(desk, 'the line', 'terms-rate-0');
    await type(desk, 'terms-rate-0', '0.6');
    await press(desk, 'terms-keep');
    await until(
      'the terms to be kept',
      () => datum(desk, 'terms-state', 'state'),
      (state) => state === 'kept',
    );
    before = await standing(desk);
  });
  afterAll(() => world.close());

  test('is backed up with a passphrase into one file that tells nothing by itself', async () => {
    await type(desk, 'backup-passphrase', PASSPHRASE);
    await appears(desk, 'the second field', 'backup-again');
    await type(desk, 'backup-again', PASSPHRASE);
    await until(
      'the button',
      () => desk.run(() => document.querySelector<HTMLButtonElement>('[data-testid="backup-make"]')?.disabled),
      (disabled) => disabled === false,
    );
    await press(desk, 'backup-make');
    expect(await told(desk, 'backup-done', 'rows')).toBe(rows);
    file = await caught(desk);
    expect(Buffer.from(file).toString('latin1')).not.toContain('1900009231');
  });

  test('is exported for a spreadsheet, every row of it', async () => {
    await press(desk, 'export-csv');
    expect(await told(desk, 'export-done', 'rows')).toBe(rows);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await caught(desk));
    expect(text.startsWith('\ufeff账户,商户号')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(Number(rows) + 1);
    expect(text).toContain('"=""1900009231"""');
  });

  test('is erased only after it was said what will be lost', async () => {
    await press(desk, 'erase-all');
    await appears(desk, 'the question', 'erase-ask');
    const question = await desk.run(() => document.querySelector('[data-testid="erase-ask"]')?.textContent ?? '');
    expect(question).toContain(rows);
    expect(question).toContain('上次备份');
    expect(question).not.toContain('之后账本有变动');
    await press(desk, 'erase-confirm');
    await until(
      'the book to be empty',
      () => datum(desk, 'care-holds', 'rows'),
      (count) => count === '0',
    );
    const empty = await until(
      'the figures to go',
      () => look(desk),
      ({ accounts }) => accounts.length === 0,
    );
    expect(empty.observed).toEqual([]);
    // What the book holds is asked again when the end is told.
    await until(
      'the end to be told, and nothing more of a book that is no more',
      () =>
        desk.run(() => ({
          files: document.querySelectorAll('[data-testid="file-result"]').length,
          care: document.querySelector('[data-testid="care"]')?.textContent ?? '',
        })),
      ({ files, care }) =>
        files === 0 && care.includes('账本已清空') && !/上次备份|还没有备份|已备份 |已导出/.test(care),
    );
  });

  test('does not open with a wrong passphrase; with the right one it is the same book, its chain unbroken', async () => {
    await choose(desk, 'restore-file', 'book.arbackup', file);
    expect(await told(desk, 'restore-locked', 'wrong')).toBe('false');
    await type(desk, 'restore-passphrase', '错误的口令');
    await press(desk, 'restore-open');
    await until(
      'the passphrase to be refused',
      () => datum(desk, 'restore-locked', 'wrong'),
      (wrong) => wrong === 'true',
    );
    await type(desk, 'restore-passphrase', PASSPHRASE);
    await press(desk, 'restore-open');
    expect(await told(desk, 'restore-contents', 'rows')).toBe(rows);
    expect(await datum(desk, 'care-holds', 'rows')).toBe('0');
    await press(desk, 'restore-start');
    expect(await told(desk, 'restore-done', 'how')).toBe('whole');
    expect(await datum(desk, 'restore-chain', 'links')).toBe('2');
    expect(await datum(desk, 'restore-terms', 'count')).toBe('1');
    await until(
      'what is owed to be as before',
      () => standing(desk),
      (now) => JSON.stringify(now) === JSON.stringify(before),
    );
    await until(
      'the terms to be there again',
      () => desk.run(() => document.querySelector<HTMLInputElement>('[data-testid="terms-rate-0"]')?.value ?? ''),
      (rate) => rate === '0.6%',
    );
  });

  test('restored a second time, nothing is added', async () => {
    await restore();
    expect(await told(desk, 'restore-done', 'how')).toBe('merged');
    expect(await datum(desk, 'restore-done', 'added')).toBe('0');
    expect(await datum(desk, 'care-holds', 'rows')).toBe(rows);
  });

  test('what was undone here stays out of a restore, which says so and brings it back when asked', async () => {
    await undo(desk, 1);
    await restore();
    expect(await told(desk, 'restore-left-undone', 'count')).toBe('1');
    expect(await datum(desk, 'care-holds', 'rows')).not.toBe(rows);
    await press(desk, 'restore-undone');
    await until(
      'the rows to be there again',
      () => datum(desk, 'care-holds', 'rows'),
      (count) => count === rows,
    );
    await until(
      'nothing to be left out any more',
      () => datum(desk, 'restore-left-undone', 'count'),
      (count) => count === null,
    );
    expect(await datum(desk, 'restore-chain', 'links')).toBe('3');
  });

  test('one provider is erased, and the other stays', async () => {
    await press(desk, 'erase-provider');
    await appears(desk, 'the question', 'erase-ask');
    await press(desk, 'erase-confirm');
    const left = await until(
      'one account to go',
      () => look(desk),
      ({ accounts }) => accounts.length === 1,
    );
    expect(left.accounts[0]?.account).toMatch(/^wechatpay:/);
  });

  test('the command reads the same file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'backup-'));
    const path = join(folder, 'book.arbackup');
    writeFileSync(path, file);
    const run = (password: string) => {
      const done = spawnSync('node', ['tools/inspect.ts', path, '--password', password, '--json'], {
        encoding: 'utf8',
      });
      return JSON.parse(done.stdout);
    };
    expect(run(PASSPHRASE)).toMatchObject({
      readings: [{ terms: [{ tariff: [{ rate: '0.6%' }] }] }],
      book: { entries: Number(rows), added: Number(rows), existing: 0 },
    });
    expect(run('x')).toMatchObject({ readings: [{ error: { code: 'passphrase-wrong' } }], book: { entries: 0 } });
    rmSync(folder, { recursive: true });
  });
});
