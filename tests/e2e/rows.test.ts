import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tab, until } from '../browsers/driver.ts';
import { DRIVERS } from '../browsers/drivers.ts';
import { type Bill, takeIn } from './bill-files.ts';
import { look, press } from './panel.ts';
import { openDesk, openWorld, type World } from './world.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const yuan = (cents: number): string => (cents / 100).toFixed(2);

interface Trade {
  readonly at: string;
  readonly reference: string;
  readonly amount: number;
}

/** Sales of so many a day from 2026-09-01, no two at the same second; the last of each day first, as the desk lists them. */
function trades(days: number, perDay: number): Trade[] {
  const made: Trade[] = [];
  for (let n = 0; n < days * perDay; n += 1) {
    const day = new Date(Date.UTC(2026, 8, 1 + Math.floor(n / perDay))).toISOString().slice(0, 10);
    const second = 28_800 + (n % perDay) * 10;
    made.push({
      at: `${day} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`,
      reference: String(200_000_000_000 + n * 7),
      amount: 1000 + ((n * 37) % 50_000),
    });
  }
  return made.reverse();
}

/** The bill of a merchant, with a fee of 36 元 that could not be taken, of each of two terminals. */
function billOf(name: string, list: readonly Trade[], fees: readonly string[] = []): Bill {
  const lines = ['交易时间,商户号,交易类型,终端号,检索参考号,交易金额,手续费,结算金额,交易状态'];
  for (const { at, reference, amount } of list) {
    const fee = Math.round(amount * 0.006);
    lines.push(
      `${at},898310148160568,消费,10020001,${reference},${yuan(amount)},${yuan(fee)},${yuan(amount - fee)},成功`,
    );
  }
  for (const terminal of fees) {
    lines.push(`2026-09-03 09:00:00,898310148160568,流量费,${terminal},9${terminal},-36.00,0.00,-36.00,失败`);
  }
  return { name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

interface Shown {
  readonly index: number;
  readonly text: string;
  readonly key: string;
  readonly badges: readonly string[];
}

/** The rows that stand in the document, in their order. */
const shownIn = (desk: Tab): Promise<Shown[]> =>
  desk.run(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="list-row"]')]
      .map((row) => ({
        index: Number(row.dataset['index']),
        key: row.dataset['key'] ?? '',
        text: row.textContent,
        badges: [...row.querySelectorAll<HTMLElement>('[data-badge]')].map(({ dataset }) => dataset['badge'] ?? ''),
      }))
      .sort((a, b) => a.index - b.index),
  );

/** Waits for this row to stand in the list, fetched. */
const shows = (desk: Tab, index: number): Promise<Shown[]> =>
  until(
    `row ${index}`,
    () => shownIn(desk),
    (rows) => rows.some((row) => row.index === index && row.key !== ''),
  );

const countOf = (desk: Tab): Promise<number> =>
  desk.run(() => Number(document.querySelector<HTMLElement>('[data-testid="list-status"]')?.dataset['count']));

const counts = (desk: Tab, wanted: number): Promise<number> =>
  until(
    `a list of ${wanted}`,
    () => countOf(desk),
    (count) => count === wanted,
    60_000,
  );

/** A key pressed on the list. */
const key = (desk: Tab, name: string): Promise<void> =>
  desk.run((pressed) => {
    const grid = document.querySelector<HTMLElement>('[data-testid="row-grid"]');
    grid?.focus();
    grid?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
  }, name);

/** Sets fields of the open form and tells it so, as typing does. */
const fill = (desk: Tab, fields: Readonly<Record<string, string>>): Promise<void> =>
  desk.run((values) => {
    for (const [id, value] of Object.entries(values)) {
      const field = document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`);
      if (!field) throw new Error(`no field ${id}`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, fields);

/** Opens the only row that holds these words. The list of all stands before it: a row of an older answer must not be taken for it. */
async function openRow(desk: Tab, words: string): Promise<void> {
  await press(desk, 'filter-clear');
  await until(
    'all rows',
    () => countOf(desk),
    (count) => count > 1,
  );
  await fill(desk, { 'filter-text': words });
  await counts(desk, 1);
  await shows(desk, 0);
  await key(desk, 'Enter');
  await until(
    'the row in full',
    () => desk.run(() => document.querySelector('[data-testid="origin"]') !== null),
    Boolean,
  );
}

/** Presses a button of the open row, and answers what is said then. */
async function saying(desk: Tab, testId: string, state: 'saved' | 'refused' = 'saved'): Promise<string> {
  await press(desk, testId);
  return until(
    `${testId} to be ${state}`,
    () =>
      desk.run(
        (id, wanted) => {
          const place = document.querySelector(`[data-testid="${id}"]`)?.closest('form, section, details');
          return place?.querySelector(`[data-testid="saved"][data-state="${wanted}"]`)?.textContent ?? '';
        },
        testId,
        state,
      ),
    (text) => text !== '',
  );
}

const close = async (desk: Tab): Promise<void> => {
  await press(desk, 'detail-close');
  await until(
    'the row to close',
    () => desk.run(() => document.querySelector('[data-testid="row-detail"]') === null),
    Boolean,
  );
};

describe.each(DRIVERS)('rows in the desk, in $name', (spec) => {
  let world: World;
  let desk: Tab;
  const list = trades(20, 30);
  const bill = billOf('september.csv', list, ['10020001', '10020002']);
  const derived = async (): Promise<readonly string[]> => (await look(desk)).derived;

  beforeAll(async () => {
    world = await openWorld(spec);
    desk = await openDesk(world);
    expect(await takeIn(desk, bill)).toMatchObject({ state: 'reading', added: list.length + 2 });
  });
  afterAll(() => world.close());

  test('are listed newest first, with what they come to', async () => {
    await counts(desk, list.length + 2);
    const rows = await shows(desk, 0);
    expect(rows[0]?.text.replace(/\s+/g, ' ')).toContain(list[0]?.at ?? '?');
    expect(rows.length).toBeLessThan(60);
    const totals = () =>
      desk.run(() =>
        [...document.querySelectorAll<HTMLElement>('[data-testid="total"]')].map((line) => ({
          group: line.dataset['group'] ?? '',
          kind: line.dataset['kind'] ?? '',
          count: Number(line.querySelector('[data-testid="total-count"]')?.textContent),
          amount: line.querySelector('data')?.value ?? '',
        })),
      );
    const sum = yuan(list.reduce((all, { amount }) => all + amount, 0));
    // The failed fees have moved no money.
    expect(await totals()).toEqual([{ group: '', kind: 'sale', count: list.length, amount: sum }]);
    await fill(desk, { 'totals-by': 'month' });
    expect(await totals()).toMatchObject([{ group: '2026-09', count: list.length, amount: sum }]);
  });

  test('are filtered by what they are, and by nothing that cannot be asked', async () => {
    await fill(desk, { 'filter-kind': 'fee' });
    await counts(desk, 2);
    await press(desk, 'list-export-csv');
    await until(
      'the two rows of the view, and no others, to be saved',
      () => desk.run(() => document.querySelector<HTMLElement>('[data-testid="list-export-done"]')?.dataset['rows']),
      (rows) => rows === '2',
    );
    await fill(desk, { 'filter-terminal': '10020001' });
    await fill(desk, { 'filter-kind': '' });
    await fill(desk, { 'filter-from': '2026-09-02', 'filter-to': '2026-09-03' });
    await counts(desk, 61);
    await fill(desk, { 'filter-least': 'much' });
    await until(
      'the problem',
      () => desk.run(() => document.querySelector('[data-testid="filter-problem"]')?.textContent ?? ''),
      (text) => text !== '',
    );
    expect(await countOf(desk)).toBe(61);
    await fill(desk, { 'filter-least': '36', 'filter-most': '36' });
    await counts(desk, 1);
    await press(desk, 'filter-clear');
    await counts(desk, list.length + 2);
    await fill(desk, { 'filter-as-of': '2026-01-01' });
    await counts(desk, 0);
    await press(desk, 'filter-clear');
    await counts(desk, list.length + 2);
  });

  test('a row in dispute, with a note and a paper, stays so when the bill is taken in again', async () => {
    const reference = list[5]?.reference ?? '';
    await openRow(desk, reference);
    await press(desk, 'standing-disputed');
    await fill(desk, { 'mark-note': '已致电，工单 8812' });
    await saying(desk, 'mark-save');
    await desk.run(() => {
      const files = new DataTransfer();
      files.items.add(new File(['费率 0.38%'], '合同.txt', { type: 'text/plain' }));
      const field = document.querySelector<HTMLInputElement>('[data-testid="paper-add"]');
      if (!field) throw new Error('no place for papers');
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await until(
      'the paper',
      () => desk.run(() => document.querySelector('[data-testid="paper"]')?.textContent ?? ''),
      (text) => text.includes('合同.txt'),
    );
    await close(desk);
    expect(await takeIn(desk, bill)).toMatchObject({ added: 0, existing: list.length + 2 });
    await until(
      'the badges',
      () => shownIn(desk),
      (rows) => rows.length === 1 && rows[0]?.badges.join(' ') === 'disputed note papers',
    );
    await openRow(desk, reference);
    expect(
      await desk.run(() => ({
        note: document.querySelector<HTMLTextAreaElement>('[data-testid="mark-note"]')?.value,
        disputed: document.querySelector<HTMLInputElement>('[data-testid="standing-disputed"]')?.checked,
        origins: document.querySelectorAll('[data-testid="origin"]').length,
      })),
    ).toEqual({ note: '已致电，工单 8812', disputed: true, origins: 2 });
    await press(desk, 'paper-remove');
    await until(
      'the paper to go',
      () => desk.run(() => document.querySelectorAll('[data-testid="paper"]').length),
      (papers) => papers === 0,
    );
    await close(desk);
    await press(desk, 'filter-clear');
  });

  test('what is ignored or corrected changes what is owed at once', async () => {
    await until('both fees', derived, (amounts) => amounts.join() === '72.00');
    await openRow(desk, '910020001');
    await press(desk, 'standing-ignored');
    await saying(desk, 'mark-save');
    await close(desk);
    await until('one fee', derived, (amounts) => amounts.join() === '36.00');
    await openRow(desk, '910020002');
    await fill(desk, { 'correct-amount': '-24', 'correct-net': '-24' });
    await saying(desk, 'correct-save');
    await close(desk);
    await until('the corrected fee', derived, (amounts) => amounts.join() === '24.00');
    const [row] = await until(
      'the badge',
      () => shownIn(desk),
      (rows) => rows[0]?.badges.join() === 'corrected',
    );
    // What was read stays in sight.
    expect(row?.text).toContain('−¥36.00 −¥24.00');
  });

  test('parts that do not add up are refused in words; those that do are kept', async () => {
    await openRow(desk, list[7]?.reference ?? '');
    const amount = list[7]?.amount ?? 0;
    const split = (parts: readonly string[]) =>
      desk.run((amounts) => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('[data-testid="split-amount"]')];
        for (const [at, value] of amounts.entries()) {
          const field = fields[at];
          if (!field) throw new Error('no such part');
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
      }, parts);
    await split([yuan(amount)]);
    await split([yuan(amount), '1']);
    expect((await saying(desk, 'split-save', 'refused')).length).toBeGreaterThan(5);
    await split([yuan(amount - 100), '1']);
    await saying(desk, 'split-save');
    await close(desk);
    await until(
      'the badge',
      () => shownIn(desk),
      (rows) => rows[0]?.badges.join() === 'split',
    );
  });

  test('what is not saved, a doubtful sign and another amount are asked about first', async () => {
    const asked = (testId: string) =>
      until(
        `${testId} to be asked`,
        () => desk.run((id) => document.activeElement?.closest(`[data-testid="${id}"]`)?.textContent ?? '', testId),
        (text) => text !== '',
      );
    const pressEscape = () =>
      desk.run(() =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
        ),
      );
    const isOpen = () => desk.run(() => document.querySelector('[data-testid="row-detail"]') !== null);
    const reference = list[11]?.reference ?? '';
    await openRow(desk, reference);
    await fill(desk, { 'mark-note': '还没写完' });
    await pressEscape();
    expect(await asked('unsaved')).toContain('还没有保存');
    await pressEscape();
    await until(
      'the row to have the focus again',
      () =>
        desk.run(
          () =>
            document.querySelector('[data-testid="unsaved"]') === null &&
            (document.activeElement?.closest('[data-testid="row-detail"]') ?? null) !== null,
        ),
      Boolean,
    );
    expect(await isOpen()).toBe(true);
    await pressEscape();
    await asked('unsaved');
    await press(desk, 'unsaved-yes');
    await until('the row to close', isOpen, (open) => !open);

    await openRow(desk, reference);
    await desk.run(() => document.querySelector('[data-testid="correct"]')?.setAttribute('open', ''));
    await fill(desk, { 'correct-amount': '-5' });
    await desk.run(() => document.querySelector<HTMLElement>('[data-testid="correct-amount"]')?.focus());
    await press(desk, 'correct-save');
    expect(await asked('odd-sign')).toContain('−¥5.00');
    await pressEscape();
    await until(
      'the focus',
      () => desk.run(() => document.activeElement?.getAttribute('data-testid') ?? null),
      (id) => id === 'correct-amount',
    );
    expect(await isOpen()).toBe(true);
    await fill(desk, { 'correct-amount': '' });

    await desk.run(() => document.querySelector('[data-testid="same-as"]')?.setAttribute('open', ''));
    const other = await until(
      'rows of other amounts',
      () =>
        desk.run(() => {
          const groups = [...document.querySelectorAll('[data-testid="same-choice"] optgroup')];
          return groups.at(-1)?.querySelector('option')?.value ?? '';
        }),
      (key) => key !== '',
    );
    await fill(desk, { 'same-choice': other });
    await press(desk, 'same-save');
    expect(await asked('same-differ')).toContain(yuan(list[11]?.amount ?? 0));
    await press(desk, 'same-differ-yes');
    await until(
      'the double to be saved',
      () => desk.run(() => document.querySelector('[data-testid="same-as"] [data-state="saved"]') !== null),
      Boolean,
    );
    await close(desk);
    await until(
      'the badge',
      () => shownIn(desk),
      (rows) => rows[0]?.badges.join() === 'double',
    );
  });

  test('the keyboard leaves the row for the list', async () => {
    await openRow(desk, list[9]?.reference ?? '');
    await close(desk);
    await until(
      'the focus',
      () => desk.run(() => document.activeElement?.getAttribute('data-testid') ?? null),
      (id) => id === 'row-grid',
    );
  });
});

describe.each(DRIVERS)('a long list in the desk, in $name', (spec) => {
  test('shows the right rows wherever it is, and few of them at a time', async () => {
    const list = trades(60, 500);
    const world = await openWorld(spec);
    try {
      const desk = await openDesk(world);
      await takeIn(desk, billOf('long.csv', list));
      await counts(desk, list.length);
      const right = (rows: readonly Shown[]) => {
        expect(rows.length).toBeLessThan(60);
        for (const { index, text, key: fetched } of rows) {
          if (fetched !== '') expect(text.replace(/\s+/g, ' ')).toContain(list[index]?.at ?? 'nothing');
        }
      };
      right(await shows(desk, 0));
      await key(desk, 'End');
      right(await shows(desk, list.length - 1));
      await key(desk, 'PageUp');
      right(await shows(desk, list.length - 8));
      await desk.run(() => {
        const box = document.querySelector<HTMLElement>('[data-testid="row-list"]');
        if (box) box.scrollTop = box.scrollHeight / 2;
      });
      right(await shows(desk, list.length / 2 + 3));
      await key(desk, 'Home');
      right(await shows(desk, 0));
    } finally {
      await world.close();
    }
  });
});
