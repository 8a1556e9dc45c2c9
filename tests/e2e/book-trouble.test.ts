import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Language, say, type TextKey } from '../../src/text/index.ts';
import { alipayAccount, alipayZip, wechatFundflow } from '../bills/make.ts';
import { until, type View } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { type Frozen, thaw } from '../upgrades/freeze.ts';
import { takeIn } from './bill-files.ts';
import { chain, keptBook, troubleIn, wholeBook } from './kept-book.ts';
import { look, press } from './panel.ts';
import { openDesk, openWorld, type World } from './world.ts';

const NAME = 'arrears-radar';
const bill = wechatFundflow({ seed: 5, sales: 60 });
const other = alipayZip(alipayAccount());

const { database, says } = JSON.parse(readFileSync(new URL('../upgrades/version-1.json', import.meta.url), 'utf8')) as {
  database: Frozen;
  says: { entries: { value: unknown[] } };
};
const OLD_CAPTURES = database.tables.find(({ name }) => name === 'captures')?.records.length ?? 0;

const told = (view: View, why: string | null) =>
  until(
    `the trouble to be told: ${why}`,
    () => troubleIn(view),
    (trouble) => (trouble?.why ?? null) === why,
  );

/** Opens the database at a version and holds it, or lets go of it at once. */
const openAt = (view: View, version: number, hold: boolean): Promise<void> =>
  view.run(
    (name, at, held) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.open(name, at);
        request.onsuccess = () => {
          if (held) Object.assign(window, { held: request.result });
          else request.result.close();
          done();
        };
        request.onerror = () => failed(new Error(String(request.error)));
      }),
    NAME,
    version,
    hold,
  );

/** The database itself cannot be asked meanwhile: whoever asks waits in line behind the desk. */
const heldVersion = (view: View): Promise<number> =>
  view.run(() => (window as unknown as { held: IDBDatabase }).held.version);

const letGo = (view: View): Promise<void> => view.run(() => (window as unknown as { held: IDBDatabase }).held.close());

const deleteBook = (view: View): Promise<void> =>
  view.run(
    (name) =>
      new Promise<void>((done, failed) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => done();
        request.onerror = () => failed(new Error(String(request.error)));
      }),
    NAME,
  );

/** Turns over one bit of the first day's rows, and of the first month's figures; answers the day. */
const damage = (view: View): Promise<string> =>
  view.run(
    (name) =>
      new Promise<string>((done, failed) => {
        const request = indexedDB.open(name);
        request.onerror = () => failed(new Error(String(request.error)));
        request.onsuccess = () => {
          const transaction = request.result.transaction(['days', 'sheets'], 'readwrite');
          const sheets = transaction.objectStore('sheets');
          sheets.getAll().onsuccess = (event) => {
            const [first] = (event.target as IDBRequest<{ days: Uint8Array }[]>).result;
            if (!first) return failed(new Error('no month'));
            first.days[5] = (first.days[5] ?? 0) ^ 1;
            sheets.put(first);
          };
          const days = transaction.objectStore('days');
          let day = '';
          days.getAll().onsuccess = (event) => {
            const [first] = (event.target as IDBRequest<{ day: string; rows: Uint8Array[] }[]>).result;
            const [block] = first?.rows ?? [];
            if (!first || !block) return failed(new Error('no day'));
            block[5] = (block[5] ?? 0) ^ 1;
            day = first.day;
            days.put(first);
          };
          transaction.oncomplete = () => {
            request.result.close();
            done(day);
          };
        };
      }),
    NAME,
  );

describe.each(DRIVERS)('a book that something is wrong with, in $name', (spec) => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  test.each([
    { tag: 'zh-CN', language: 'zh' },
    { tag: 'en', language: 'en' },
  ] as const)(
    'of another version is left alone and told in $tag; an old one is carried over',
    async ({ tag, language }) => {
      world = await openWorld(spec, tag);
      const sentence = (key: TextKey): string => say(language satisfies Language, key);
      const { driver } = world;
      // A page of the extension that opens no book by itself.
      const aside = await driver.page('popup.html');
      await until(
        'the first book',
        () => keptBook(aside),
        (book) => book !== null,
      );
      await driver.stopBackground();
      await deleteBook(aside);
      await aside.run(thaw, NAME, database);

      // An older window that does not let go: told, and the book as it was.
      await openAt(aside, 10, true);
      let desk = await openDesk(world);
      for (const view of [desk, aside]) expect((await told(view, 'blocked'))?.text).toContain(sentence('book.blocked'));
      expect(await heldVersion(aside)).toBe(10);
      await letGo(aside);
      desk = await openDesk(world);
      for (const view of [desk, aside]) await told(view, null);
      await until(
        'the captures of the old book',
        () => desk.run(() => document.querySelectorAll('[data-testid="desk-capture"]').length),
        (count) => count === OLD_CAPTURES,
      );
      const upgraded = await keptBook(desk);
      expect(upgraded).toMatchObject({
        version: 20,
        rows: says.entries.value.length,
        figured: says.entries.value.length,
      });
      expect(await chain(desk)).toMatch(language === 'zh' ? /完好/ : /unbroken/);
      expect((await takeIn(desk, bill)).added).toBe(bill.truth.rows);

      // A newer version takes the book over while this desk is open; then this version starts again.
      const before = await keptBook(desk);
      await openAt(aside, 990, false);
      const refused = await takeIn(desk, other);
      expect(refused).toMatchObject({ state: 'refused' });
      expect(refused.text).toContain(sentence('book.newer-version'));
      desk = await openDesk(world);
      for (const view of [desk, aside]) {
        expect((await told(view, 'newer-version'))?.text).toContain(sentence('book.newer-version'));
      }
      await aside.close();
      const popup = await driver.click(desk);
      expect((await told(popup, 'newer-version'))?.text).toContain(sentence('book.newer-version'));
      expect(await keptBook(desk)).toEqual({ ...before, version: 990 });
    },
  );

  test('emptied by the browser: the figures of before are not shown as today’s', async () => {
    world = await openWorld(spec, 'zh-CN');
    let desk = await openDesk(world);
    expect((await takeIn(desk, bill)).added).toBe(bill.truth.rows);
    const before = await look(desk);
    expect(before.accounts).toHaveLength(1);
    await deleteBook(desk);
    desk = await openDesk(world);
    expect((await told(desk, 'lost'))?.text).toContain(say('zh', 'book.lost'));
    const popup = await world.driver.click(desk);
    expect((await told(popup, 'lost'))?.text).toContain(say('zh', 'book.lost'));
    for (const view of [desk, popup]) {
      expect(await view.run(() => document.querySelector('.figures')?.classList.contains('is-old'))).toBe(true);
    }
    await world.driver.closePopup();
    // Read again, it is still told, until the merchant says that it is understood.
    expect((await takeIn(desk, bill)).added).toBe(bill.truth.rows);
    await deleteBook(desk);
    await desk.close();
    desk = await openDesk(world);
    await told(desk, 'lost');
    expect((await takeIn(desk, other)).added).toBeGreaterThan(0);
    await told(desk, 'lost');
    await press(desk, 'book-accept');
    await told(desk, null);
    expect((await wholeBook(desk)).captures).toHaveLength(1);
    await world.driver.stopBackground();
    desk = await openDesk(world);
    await until(
      'the desk to have looked',
      () => keptBook(desk),
      (book) => book !== null,
    );
    await told(desk, null);
  });

  test('with a damaged record: it is named, and other accounts go on', async () => {
    world = await openWorld(spec, 'zh-CN');
    const desk = await openDesk(world);
    expect((await takeIn(desk, bill)).added).toBe(bill.truth.rows);
    const day = await damage(desk);
    const again = await takeIn(desk, bill);
    expect(again.state).toBe('refused');
    expect(again.text).toContain(say('zh', 'book.damaged'));
    expect((await takeIn(desk, other)).added).toBeGreaterThan(0);
    expect((await told(desk, 'damaged'))?.text).toContain(say('zh', 'book.damaged'));
    const seen = await look(desk);
    expect(seen.accounts.find(({ account }) => account.startsWith('wechatpay'))?.text).toContain(day);
    expect(await chain(desk)).toContain('完好');
    const named = await until(
      'the damage to be named',
      () => desk.run(() => [...document.querySelectorAll('[data-testid="damage"]')].map((one) => one.textContent)),
      (lines) => lines.length > 0,
    );
    expect(named).toEqual([expect.stringContaining(day), expect.stringContaining(day.slice(0, 7))]);

    // The rest can still be saved, and what is to be done about the book does not wait for what it holds.
    const fresh = await openDesk(world);
    for (const [button, done] of [
      ['export-csv', 'export-done'],
      ['backup-make', 'backup-done'],
    ] as const) {
      await until(
        button,
        () => fresh.run((id) => document.querySelector(`[data-testid="${id}"]`) !== null, button),
        Boolean,
      );
      await press(fresh, button);
      const told = await until(
        `${done} to be told`,
        () =>
          fresh.run((id) => {
            const told = document.querySelector<HTMLElement>(`[data-testid="${id}"][data-rows]`);
            return (
              told && {
                rows: told.dataset['rows'],
                days: told.parentElement?.querySelector<HTMLElement>('[data-testid="damaged-days"]')?.dataset['days'],
              }
            );
          }, done),
        (now) => now !== null,
      );
      expect(told).toEqual({ rows: expect.stringMatching(/^[1-9]/), days: day });
    }
    expect(await fresh.run(() => document.querySelector('[data-testid="erase-provider"]') !== null)).toBe(true);
  });
});

/** Bytes: what the extension's own worker takes (0.6 MB), and a few bills. */
const ROOM = 1_500_000;

/** The same build without `unlimitedStorage`: only then does Chromium hold it to a quota, as a full disk does to all. */
async function limited(build: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'arrears-radar-limited-'));
  await cp(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
  manifest.permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

describe.each(DRIVERS.filter(({ name }) => name === 'chromium'))('a disk that is full, in $name', (spec) => {
  let world: World | null = null;
  let build = '';
  afterEach(async () => {
    await world?.close();
    world = null;
    await rm(build, { recursive: true, force: true });
  });

  test('is told, the book stays whole, and the same bill goes in when there is room', async () => {
    build = await limited(spec.build);
    world = await openWorld({ ...spec, build }, 'zh-CN');
    const { driver } = world;
    const desk = await openDesk(world);
    // Before anything is written: what room there is, the browser asks for half a minute of writing at once.
    await driver.limitStore?.(desk, ROOM);
    expect((await takeIn(desk, bill)).added).toBe(bill.truth.rows);
    let large = bill;
    let before = await wholeBook(desk);
    const refused = await until(
      'a bill to be refused',
      async () => {
        before = await wholeBook(desk);
        large = wechatFundflow({ seed: 10 + before.captures.length, sales: 500 });
        return takeIn(desk, large);
      },
      ({ state }) => state === 'refused',
    );
    expect(refused.text).toContain(say('zh', 'book.disk-full'));
    expect(await wholeBook(desk)).toEqual(before);
    await driver.limitStore?.(desk, null);
    const again = await takeIn(desk, large);
    expect(again.state).toBe('reading');
    expect(again.added + again.existing).toBe(large.truth.rows);
    expect(await chain(desk)).toContain(`完好，共 ${before.captures.length + 1} 次`);
    await wholeBook(desk);
  });
});
