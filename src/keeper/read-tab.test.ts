import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BOOK_ERRORS } from '#book/book.ts';
import type { Sighting } from '#records/sighting.ts';
import { isTextKey } from '#text/index.ts';
import { follows } from './next-document.ts';
import { placeOf, providerAt } from './place.ts';
import { type RunLog, readTab, type Staged, sightingsOf, type TabFrames } from './read-tab.ts';
import { home, pageOf, signedOut } from './testing.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

function notes(): { log: RunLog; staged: Staged[] } {
  const staged: Staged[] = [];
  const put = async (index: number, sighting: Sighting): Promise<void> => {
    staged.push({ index, sighting });
    staged.sort((a, b) => a.index - b.index);
  };
  return { staged, log: { put, all: async () => staged, stopped: async () => false, progress: async () => undefined } };
}

const frames = (over: Partial<TabFrames>): TabFrames => ({
  reach: async () => [0],
  inject: async () => true,
  look: async () => home,
  walk: async () => 'end',
  document: async () => ({ origin: 1, complete: true }),
  ...over,
});

async function run(over: Partial<TabFrames>, log: RunLog = notes().log) {
  const end = readTab(frames(over), log, '2026-11-20');
  await vi.runAllTimersAsync();
  return end;
}

describe('which frame is walked', () => {
  test('the one with a list of money, and the others are seen beside it, the top one first', async () => {
    const walked: number[] = [];
    const { log, staged } = notes();
    const sightings = [home, { ...home, frame: 'top>0', title: 'menu' }, pageOf(1, 1)];
    await run(
      {
        reach: async () => [2, 0, 1],
        look: async (frame) => sightings[frame] ?? null,
        walk: async (frame) => {
          walked.push(frame);
          await log.put(0, pageOf(1, 1));
          return 'end';
        },
      },
      log,
    );
    expect(walked).toEqual([2]);
    expect(sightingsOf(staged).map(({ frame, title }) => `${frame} ${title}`)).toEqual([
      'top 银联商务',
      'top>0 menu',
      'top>0 对账明细查询',
    ]);
  });

  test('and a frame beside it that names another merchant after the walk is noted with both', async () => {
    const named = (number: string): Sighting => ({ ...home, tables: [], texts: [`当前商户：沪上鲜果店（${number}）`] });
    const texts = async (after: string): Promise<string[]> => {
      const { log, staged } = notes();
      let walked = false;
      const walk = async () => {
        await log.put(0, pageOf(1, 1));
        walked = true;
        return 'end' as const;
      };
      const look = async (frame: number) => (frame === 1 ? pageOf(1, 1) : named(walked ? after : '898310148160568'));
      await run({ reach: async () => [0, 1], look, walk }, log);
      return sightingsOf(staged).flatMap((sighting) => (sighting.frame === 'top' ? sighting.texts : []));
    };
    expect(await texts('898310148160568')).toEqual(['当前商户：沪上鲜果店（898310148160568）']);
    expect(await texts('898310148160569')).toEqual([
      '当前商户：沪上鲜果店（898310148160568）',
      '当前商户：沪上鲜果店（898310148160569）',
    ]);
  });

  test('of two lists, the one with a pager', async () => {
    const walked: number[] = [];
    const long = { ...pageOf(1, 1, 20), pager: null };
    await run({
      reach: async () => [0, 1],
      look: async (frame) => (frame === 0 ? long : pageOf(1, 2)),
      walk: async (frame) => {
        walked.push(frame);
        return 'end';
      },
    });
    expect(walked).toEqual([1]);
  });

  test('none on a page that is not about money, however many pages it has', async () => {
    const walk = vi.fn(async () => 'end' as const);
    const stock = pageOf(1, 9);
    const goods = {
      ...stock,
      tables: stock.tables.map((table) => ({ ...table, header: ['品名', '货号'], rows: [['苹果', 'A1']] })),
    };
    expect(await run({ look: async () => goods, walk })).toMatchObject({ end: 'end', reached: true });
    expect(walk).not.toHaveBeenCalled();
  });

  test('a page that is loading is looked at again until it shows its list', async () => {
    let looks = 0;
    const walk = vi.fn(async () => 'end' as const);
    await run({
      look: async () => {
        looks += 1;
        return looks < 4 ? { ...home, cues: ['loading'] } : pageOf(1, 1);
      },
      walk,
    });
    expect(looks).toBe(4);
    expect(walk).toHaveBeenCalledTimes(1);
  });

  test('one that never stops loading is given up', async () => {
    const look = vi.fn(async (): Promise<Sighting> => ({ ...home, cues: ['loading'] }));
    expect(await run({ look })).toMatchObject({ end: 'end' });
    expect(look.mock.calls.length).toBeLessThanOrEqual(20);
  });

  test('a frame that does not answer is named', async () => {
    const end = await run({ reach: async () => [0, 5], look: async (frame) => (frame === 0 ? pageOf(1, 1) : null) });
    expect(end.gaps).toEqual([{ gap: 'frame-out-of-reach', params: { frame: '5' } }]);
  });
});

describe('from one document to the next', () => {
  /** A list whose walk leaves its document, and what then stands in the frame. */
  async function leaving(next: Sighting | null, over: Partial<TabFrames> = {}) {
    const { log } = notes();
    let left = false;
    return run(
      {
        look: async () => (left ? next : pageOf(1, 3)),
        document: async () => (left && next === null ? null : { origin: left ? 2 : 1, complete: true }),
        walk: async () => {
          await log.put(0, pageOf(1, 3));
          left = true;
          return null;
        },
        ...over,
      },
      log,
    );
  }

  test('a tab that was closed leaves the walk cut off', async () => {
    expect(await leaving(null)).toMatchObject({ end: null, gaps: [{ gap: 'interrupted' }] });
  });

  test('a new document that may not be read, in a tab that is still open, says so', async () => {
    expect(await leaving(null, { isOpen: async () => true })).toMatchObject({
      end: null,
      gaps: [{ gap: 'interrupted', params: { by: 'new-page' } }],
    });
    expect(await leaving(null, { isOpen: async () => false })).toMatchObject({ gaps: [{ params: {} }] });
  });

  test('the merchant going elsewhere is not the next page', async () => {
    const other = { ...pageOf(1, 3), tables: [{ ...pageOf(1, 3).tables[0], header: ['品名'] }] } as Sighting;
    expect(await leaving(other)).toMatchObject({ end: 'page-changed' });
    expect(await leaving(pageOf(3, 3))).toMatchObject({ end: 'page-changed' });
  });

  test.each([
    ['signed-out', signedOut],
    ['maintenance', { ...home, cues: ['maintenance' as const] }],
  ])('%s ends it', async (end, next) => {
    expect(await leaving(next)).toMatchObject({ end });
  });

  test('a document that brings no page and leaves again is a repeat', async () => {
    let origin = 0;
    const walk = async () => {
      origin += 1;
      return 'leaving' as const;
    };
    const end = await run({ look: async () => pageOf(1, 3), walk, document: async () => ({ origin, complete: true }) });
    expect(end).toMatchObject({ end: 'repeat' });
  });

  test('a press that loads nothing is not settled', async () => {
    expect(await run({ look: async () => pageOf(1, 3), walk: async () => 'leaving' })).toMatchObject({
      end: 'not-settled',
    });
  });

  test('pages follow each other by list and number', () => {
    expect(follows(pageOf(1, 3), pageOf(2, 3))).toBe(true);
    expect(follows(pageOf(1, 3), pageOf(1, 3))).toBe(false);
    expect(follows(pageOf(1, 3), { ...pageOf(2, 3), pager: null })).toBe(true);
    expect(follows(pageOf(1, 3), home)).toBe(false);
  });
});

test.each([
  [
    'https://service.chinaums.com/uisportal/x?token=1#/a?b=2',
    'https://service.chinaums.com/uisportal/x#/a',
    'chinaums',
  ],
  ['https://portal.example.com:8443/a#sessionid=9', 'https://portal.example.com:8443/a', 'site:portal.example.com'],
  ['https://chinaums.com.example/', 'https://chinaums.com.example/', 'site:chinaums.com.example'],
  ['chrome://extensions/', 'chrome://extensions/', null],
  ['', '', null],
  [undefined, '', null],
])('the place of %s', (url, place, provider) => {
  expect(placeOf(url)).toBe(place);
  expect(providerAt(place)).toBe(provider);
});

test.each(BOOK_ERRORS)('a book that says %s has a sentence for the merchant', (error) => {
  expect(isTextKey(`book.${error}`)).toBe(true);
});
