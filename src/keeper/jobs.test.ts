import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBook } from '#book/store.ts';
import type { Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';
import { reset, state } from './fake-browser.ts';
import { ACCOUNT, home, PLACE, pageOf, signedOut, until } from './testing.ts';

vi.mock('#browser/index.ts', () => import('./fake-browser.ts'));
const { check, page, press, stop, tend } = await import('./jobs.ts');
const { changeJob, currentJob, putJob } = await import('./job-record.ts');

const TAB = 7;
const from = { tabId: TAB, frameId: 1 };

beforeEach(reset);
afterEach(async () => {
  openBook().close();
  const deleted = indexedDB.deleteDatabase('arrears-radar');
  await new Promise((resolve) => deleted.addEventListener('success', resolve));
});

/** The portal as documented: the account's home, and the list in a frame. */
function portal(pages: number, onPage: (number: number) => Promise<void> | void = () => undefined): void {
  state.frames.set(0, { look: () => home });
  state.frames.set(1, {
    look: () => pageOf(1, pages),
    walk: async (jobId, seen) => {
      for (let index = seen; index < pages; index += 1) {
        await onPage(index + 1);
        const { go } = await page({ jobId, index, sighting: pageOf(index + 1, pages) }, from);
        if (!go) return { end: 'stopped' };
      }
      return { end: 'end' };
    },
  });
}

async function ended(jobId: string): Promise<NonNullable<Job['end']>> {
  await until('the job to end', async () => (await currentJob())?.phase === 'done');
  const job = await currentJob();
  expect(job?.id).toBe(jobId);
  if (!job?.end) throw new Error('a job that is done has an end');
  return job.end;
}

async function checked(): Promise<NonNullable<Job['end']>> {
  const { jobId } = await check({ tabId: TAB });
  return ended(jobId);
}

async function kept(): Promise<number> {
  const entries = await openBook().entriesOf();
  return entries.ok ? entries.value.length : -1;
}

const summaryNow = (): Summary | undefined => state.local.data.get('summary') as Summary | undefined;

/** A job whose worker is gone: its record stands, nobody holds the lock. */
async function orphaned(pages: readonly number[], over: Partial<Job> = {}, of = 3): Promise<Job> {
  const job: Job = {
    id: crypto.randomUUID(),
    tabId: TAB,
    place: PLACE,
    phase: 'walking',
    page: 0,
    pages: null,
    rows: 0,
    stopping: false,
    startedAt: new Date().toISOString(),
    end: null,
    ...over,
  };
  await putJob(job);
  await changeJob(job.id, () => ({}), { frameId: from.frameId });
  for (const number of pages) {
    await openBook().stage(job.id, number - 1, pageOf(number, of));
  }
  return job;
}

describe('one check', () => {
  test('reads every frame, walks the list, keeps the rows, and mirrors the summary', async () => {
    portal(3);
    expect(await checked()).toMatchObject({
      outcome: 'read',
      gaps: [],
      provider: 'chinaums',
      accounts: [ACCOUNT],
      added: 12,
      existing: 0,
      rejected: 0,
    });
    expect(await currentJob()).toMatchObject({
      page: 3,
      pages: 3,
      rows: 12,
      place: 'https://service.chinaums.com/uisportal/index_r',
    });
    expect(summaryNow()).toMatchObject({
      accounts: [{ account: ACCOUNT }],
      lastCheck: { outcome: 'read' },
    });
    expect(await openBook().stagedJobs()).toEqual({ ok: true, value: [] });
    expect(state.alarms.has('job')).toBe(false);
  });

  test('pressed again, it adds nothing', async () => {
    portal(2);
    await checked();
    expect(await checked()).toMatchObject({ outcome: 'read', added: 0, existing: 8, superseded: 0 });
    expect(await kept()).toBe(8);
  });

  test('pressed while one runs, it answers that one', async () => {
    let again: Promise<{ jobId: string }> | null = null;
    portal(3, (number) => {
      if (number === 2) again = check({ tabId: 99 });
    });
    const { jobId } = await check({ tabId: TAB });
    await ended(jobId);
    expect(await again).toEqual({ jobId });
  });

  test('stopped in the middle, it keeps what was read and says so', async () => {
    portal(4, async (number) => {
      if (number === 3) await stop({ jobId: (await currentJob())?.id ?? '' });
    });
    const end = await checked();
    expect(end).toMatchObject({ outcome: 'part', added: 12 });
    expect(end.gaps.map(({ gap }) => gap)).toContain('stopped');
    expect(state.asked).toContain('halt 1');
  });

  test('what can act in a page is put only into the frame that is walked', async () => {
    portal(2);
    await checked();
    expect(state.put).toEqual(['/reader.js 0', '/reader.js 1', '/walker.js 1']);
  });

  test('presses nothing where no list of money is shown', async () => {
    state.frames.set(0, { look: () => signedOut });
    expect(await checked()).toMatchObject({ outcome: 'signed-out', added: 0 });
    expect(state.asked).toEqual(['look 0']);
    expect(state.put).toEqual(['/reader.js 0']);
  });

  test('a tab that no extension may read is no known page', async () => {
    state.forbidden = true;
    expect(await checked()).toMatchObject({ outcome: 'not-a-known-page', gaps: [{ gap: 'frame-out-of-reach' }] });
  });

  test('a portal in whose place the browser shows a page of its own has not answered; it is forgotten when it does', async () => {
    state.forbidden = true;
    await checked();
    const silent = await openBook().attempts();
    expect(silent.ok && silent.value).toMatchObject([{ provider: 'chinaums', how: 'no-page' }]);
    state.forbidden = false;
    portal(2);
    await checked();
    expect(await openBook().attempts()).toEqual({ ok: true, value: [] });
  });

  test('a failed look leaves what was known, and says that it failed', async () => {
    portal(2);
    await checked();
    state.frames.clear();
    state.frames.set(0, { look: () => signedOut });
    await checked();
    expect(await kept()).toBe(8);
    expect(summaryNow()).toMatchObject({ accounts: [{ account: ACCOUNT }], lastCheck: { outcome: 'signed-out' } });
  });

  test('a list that loads a new document for each page is walked over all of them', async () => {
    let shown = 1;
    state.frames.set(0, {
      look: () => pageOf(shown, 3),
      document: () => shown,
      walk: async (jobId, seen) => {
        await page({ jobId, index: seen, sighting: pageOf(shown, 3) }, { tabId: TAB, frameId: 0 });
        if (shown === 3) return { end: 'end' };
        shown += 1;
        return { end: 'leaving' };
      },
    });
    expect(await checked()).toMatchObject({ outcome: 'read', added: 12 });
  });

  test('sent to the sign-in form in the middle, it keeps the pages and says why there are no more', async () => {
    let shown = 1;
    state.frames.set(0, {
      look: () => (shown === 1 ? pageOf(1, 3) : signedOut),
      document: () => shown,
      walk: async (jobId) => {
        await page({ jobId, index: 0, sighting: pageOf(1, 3) }, { tabId: TAB, frameId: 0 });
        shown += 1;
        throw new Error('The message port closed before a response was received.');
      },
    });
    const end = await checked();
    expect(end).toMatchObject({ outcome: 'part', added: 4 });
    expect(end.gaps.map(({ gap }) => gap)).toContain('session-ended');
  });

  test('a book that cannot keep it says why, and the pages wait', async () => {
    portal(2);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'days') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const end = await checked();
    IDBObjectStore.prototype.put = put;
    expect(end).toMatchObject({ outcome: 'part', added: 0, error: 'book.disk-full' });
    expect(await kept()).toBe(0);
    expect(await openBook().stagedJobs()).toMatchObject({ value: [(await currentJob())?.id] });
    // The next check takes them in first.
    expect(await checked()).toMatchObject({ outcome: 'read', added: 0, existing: 8 });
  });
});

describe('a page of a walk', () => {
  test.each([
    ['of another job', { jobId: 'other' }, from],
    ['from another tab', {}, { tabId: 8, frameId: 1 }],
    ['from a frame that is not walked', {}, { tabId: TAB, frameId: 2 }],
  ])('%s is not kept, and told to stop', async (_, over, sender) => {
    const job = await orphaned([]);
    const answer = await page({ jobId: job.id, index: 0, sighting: pageOf(1, 2), ...over }, sender);
    expect(answer).toEqual({ go: false });
    expect(await openBook().stagedJobs()).toEqual({ ok: true, value: [] });
  });

  test('that the book has no room for is refused, not answered with a stop that nobody asked for', async () => {
    const job = await orphaned([]);
    const full = vi.spyOn(openBook(), 'stage').mockResolvedValue({ ok: false, error: 'disk-full' });
    await expect(page({ jobId: job.id, index: 0, sighting: pageOf(1, 2) }, from)).rejects.toThrow('disk-full');
    full.mockRestore();
  });

  test('that comes when the job is over does not open it again', async () => {
    const job = await orphaned([1]);
    await changeJob(job.id, () => ({ phase: 'done' }));
    expect(await page({ jobId: job.id, index: 1, sighting: pageOf(2, 3) }, from)).toEqual({ go: false });
    expect(await currentJob()).toMatchObject({ phase: 'done' });
  });
});

describe('a press in the page', () => {
  const asked = { path: [1, 0], address: 'javascript:goPage(2)' };

  test('is made for the frame that is walked', async () => {
    const job = await orphaned([1]);
    state.frames.set(1, { look: () => pageOf(1, 3), press: () => true });
    expect(await press({ jobId: job.id, ...asked }, from)).toEqual({ pressed: true });
    expect(state.asked).toContain('press 1 [[1,0],"javascript:goPage(2)",null]');
  });

  test.each([
    ['after the merchant stopped', { stopping: true }, from],
    ['when the job is over', { phase: 'done' as const }, from],
    ['in another tab', {}, { tabId: 8, frameId: 1 }],
    ['in a frame that is not walked', {}, { tabId: TAB, frameId: 2 }],
  ])('is not made %s', async (_, over, sender) => {
    const job = await orphaned([1], over);
    for (const frame of [1, 2]) state.frames.set(frame, { look: () => pageOf(1, 3), press: () => true });
    expect(await press({ jobId: job.id, ...asked }, sender)).toEqual({ pressed: false });
    expect(state.asked).toEqual([]);
  });
});

describe('when the worker died', () => {
  test('a walk that goes on without it is finished by its last page', async () => {
    const job = await orphaned([1, 2]);
    expect(await page({ jobId: job.id, index: 2, sighting: pageOf(3, 3) }, from)).toMatchObject({ go: true });
    expect(await ended(job.id)).toMatchObject({ outcome: 'read', gaps: [], added: 12 });
  });

  test('a walk that still shows signs of life is left alone', async () => {
    await orphaned([1, 2]);
    await tend();
    expect(await currentJob()).toMatchObject({ phase: 'walking' });
  });

  test('a silent one ends as a part, interrupted, with all that was staged', async () => {
    const job = await orphaned([1, 2]);
    await tend(Date.now() + 61_000);
    const end = await ended(job.id);
    expect(end).toMatchObject({ outcome: 'part', added: 8 });
    expect(end.gaps.map(({ gap }) => gap)).toContain('interrupted');
  });

  test('a stop reaches it too', async () => {
    const job = await orphaned([1]);
    await stop({ jobId: job.id });
    expect((await ended(job.id)).gaps.map(({ gap }) => gap)).toContain('stopped');
  });

  test('cut off before taking in, it is taken in; cut off after, it is not counted twice', async () => {
    const job = await orphaned([1, 2, 3], { phase: 'keeping' });
    await tend();
    expect(await ended(job.id)).toMatchObject({ outcome: 'read', added: 12 });
    await changeJob(job.id, () => ({ phase: 'keeping', end: null }));
    await tend();
    expect(await ended(job.id)).toMatchObject({ outcome: 'read', added: 12 });
    const captures = await openBook().captures();
    expect(captures.ok && captures.value).toHaveLength(1);
  });

  test('pages that a killed browser left behind are taken in at the next wake', async () => {
    await orphaned([1, 2]);
    state.session.data.clear();
    await tend();
    expect(await kept()).toBe(8);
    expect(summaryNow()?.lastCheck).toMatchObject({ outcome: 'part', place: PLACE });
  });
});
