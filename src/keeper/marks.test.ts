import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { MarkChange } from '#book/book.ts';
import { entry, input, reading, SHOP } from '#book/testing.ts';
import type { Result } from '#money/result.ts';
import { reset } from './fake-browser.ts';

vi.mock('#browser/index.ts', () => import('./fake-browser.ts'));
const { refreshSummary } = await import('./summary.ts');
const { memoryBook } = await import('#book/memory.ts');
const { clock } = await import('./clock.ts');

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
};

const now = clock(Date.parse('2026-10-20T04:00:00.000Z'));

/** A fee that could not be taken, of 36 元, on so many terminals. */
const failedFee = (terminal: string) =>
  entry({
    kind: 'fee',
    state: 'failed',
    amount: -3_600_000,
    fee: null,
    net: -3_600_000,
    terminal,
    words: '流量费',
  });

beforeEach(reset);

describe('what the merchant says of a row reaches what is owed', () => {
  async function owing() {
    const book = memoryBook();
    value(await book.takeIn(input(reading([failedFee('T1'), failedFee('T2')]))));
    const rows = value(await book.entriesOf());
    const keyOf = (terminal: string): string => rows.find((row) => row.terminal === terminal)?.key ?? '';
    return {
      say: async (terminal: string, change: MarkChange) => value(await book.mark(SHOP, keyOf(terminal), change)),
      keyOf,
      /** Σ of what is owed by derivation, units. */
      owed: async () => value(await refreshSummary(book, now)).totals.map(({ derived }) => derived.min),
    };
  }

  test('an ignored fee no longer counts, and counts again when it is not', async () => {
    const { say, owed } = await owing();
    expect(await owed()).toEqual([7_200_000]);
    await say('T1', { standing: 'ignored' });
    expect(await owed()).toEqual([3_600_000]);
    await say('T1', { standing: null });
    expect(await owed()).toEqual([7_200_000]);
  });

  test('a corrected amount is what is owed', async () => {
    const { say, owed } = await owing();
    await say('T2', { correction: { amount: -2_400_000, net: -2_400_000 } });
    expect(await owed()).toEqual([6_000_000]);
  });

  test('a row that is the same as another is not owed twice', async () => {
    const { say, owed, keyOf } = await owing();
    await say('T2', { sameAs: keyOf('T1') });
    expect(await owed()).toEqual([3_600_000]);
  });

  test('a note and a dispute leave the figures as they are, and what is said to be paid leaves them', async () => {
    const { say, owed } = await owing();
    await say('T1', { standing: 'disputed', note: '已投诉' });
    expect(await owed()).toEqual([7_200_000]);
    await say('T2', { standing: 'paid' });
    expect(await owed()).toEqual([3_600_000]);
  });
});
