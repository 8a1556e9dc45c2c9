import { openBook } from '#book/store.ts';
import type { Answers, Asks } from '#bridge/messages.ts';
import type { From } from '#bridge/receive.ts';
import { browser } from '#browser/index.ts';
import type { Job } from '#records/job.ts';
import { listedRows } from './choose.ts';
import { clock } from './clock.ts';
import { cutOff, finishJob, takeStaged } from './finish.ts';
import { halt, pressInPage, tabFrames } from './frames.ts';
import { changeJob, currentJob, currentWork, putJob } from './job-record.ts';
import { placeOf } from './place.ts';
import { type RunEnd, type RunLog, readTab } from './read-tab.ts';
import { keptRecipes } from './recipes.ts';

/** Held by the worker that reads; the browser lets go of it when that worker dies, which is how its death is known. */
const RUN = 'arrears-radar-run';
const START = 'arrears-radar-start';
export const JOB_ALARM = 'job';
/** A job without a sign of life for this long has nobody left to end it. */
const SILENT_MS = 60_000;

/** Starts reading the tab, and answers at once. While a job runs, a second press answers that job. */
export async function check({ tabId }: Asks<'check'>): Promise<Answers<'check'>> {
  return navigator.locks.request(START, async () => {
    await tend();
    const running = await currentJob();
    if (running && running.phase !== 'done') return { jobId: running.id };
    const tab = await browser.tabs.get(tabId).catch(() => null);
    const job: Job = {
      id: crypto.randomUUID(),
      tabId,
      place: placeOf(tab?.url),
      phase: 'looking',
      page: 0,
      pages: null,
      rows: 0,
      stopping: false,
      startedAt: clock().at,
      end: null,
    };
    await putJob(job);
    await browser.alarms.create(JOB_ALARM, { periodInMinutes: 1 });
    // Not waited for: the popup wants its answer now. The lock is asked for before this one is let go, so nobody takes the job for dead.
    void navigator.locks.request(RUN, async () => finishJob(job, await attempt(job))).then(done, done);
    return { jobId: job.id };
  });
}

/** The watchdog of a job that has ended on its own. */
const done = (): void => void browser.alarms.clear(JOB_ALARM);

/** Any extension call keeps the worker awake; this one also tells that it lives. */
const BEAT_MS = 15_000;

/** Reads the tab, staging all it sees. A fault of ours while reading costs the rest of the reading, never what was staged. */
async function attempt({ id, tabId }: Job): Promise<RunEnd> {
  const book = openBook();
  const beat = setInterval(() => void changeJob(id, () => ({})), BEAT_MS);
  const log: RunLog = {
    put: async (index, sighting) => void (await book.stage(id, index, sighting)),
    all: async () => {
      const staged = await book.staged(id);
      return staged.ok ? staged.value : [];
    },
    stopped: async () => {
      const job = await currentJob();
      return job?.id !== id || job.stopping;
    },
    progress: async ({ frame, pages }) =>
      void (await changeJob(id, () => ({ phase: 'walking', pages }), { frameId: frame })),
  };
  try {
    return await readTab(tabFrames(tabId, id), log, clock().day, await keptRecipes());
  } catch {
    return cutOff(false);
  } finally {
    clearInterval(beat);
  }
}

/** Asks the job to stop; what was read until then is kept. */
export async function stop({ jobId }: Asks<'stop'>): Promise<Answers<'stop'>> {
  const job = await changeJob(jobId, () => ({ stopping: true }));
  if (job && job.phase !== 'done') {
    const frame = (await currentWork(jobId))?.frameId ?? null;
    if (frame !== null) await halt(job.tabId, frame, jobId);
    await tend();
  }
  return {};
}

/** One page from the walker: staged before it is answered, so that the walk never goes on from a page that could be lost. */
export async function page({ jobId, index, sighting }: Asks<'page'>, from: From): Promise<Answers<'page'>> {
  const job = await currentJob();
  if (!(await isWalked(job, jobId, from))) return { go: false };
  const staged = await openBook().stage(jobId, index, sighting);
  // Refused, not answered with "stop": nobody stopped it, and the walk must not end as if the merchant had.
  if (!staged.ok) throw new Error(staged.error);
  const rows = listedRows(sighting, clock().day, await keptRecipes());
  const changed = await changeJob(jobId, (before) =>
    isReading(before)
      ? { phase: 'walking', page: index + 1, pages: sighting.pager?.pages ?? before.pages, rows: before.rows + rows }
      : {},
  );
  // The worker that started this walk may have died; then nobody waits for the walk's own answer.
  if (sighting.pager?.hasNext === false) void tend();
  return { go: changed !== null && isReading(changed) && !changed.stopping };
}

/** A pager's link that only the page itself can follow: pressed there, for the walker in its frame. */
export async function press({ jobId, path, address, frame }: Asks<'press'>, from: From): Promise<Answers<'press'>> {
  const job = await currentJob();
  const wanted = (await isWalked(job, jobId, from)) && job?.stopping === false;
  if (!wanted || from.tabId === null || from.frameId === null) return { pressed: false };
  return { pressed: await pressInPage(from.tabId, from.frameId, path, address, frame) };
}

/** Whether a walker's message comes from the very frame that the running job walks. */
async function isWalked(job: Job | null, jobId: string, from: From): Promise<boolean> {
  if (job?.id !== jobId || job.tabId !== from.tabId || !isReading(job)) return false;
  return from.frameId !== null && (await currentWork(jobId))?.frameId === from.frameId;
}

const isReading = ({ phase }: Job): boolean => phase === 'looking' || phase === 'walking';

/** Finishes a job whose worker died, and pages that a killed browser left behind. Does nothing while a job is being read. */
export async function tend(now: number = Date.now()): Promise<void> {
  await alone(async () => {
    const job = await currentJob();
    if (job && job.phase !== 'done') {
      const staged = await openBook().staged(job.id);
      const last = staged.ok ? staged.value.findLast(({ index }) => index >= 0)?.sighting : undefined;
      const atEnd = last?.pager?.hasNext === false;
      const silent = now - ((await currentWork(job.id))?.beat ?? 0) > SILENT_MS;
      if (!atEnd && !silent && !job.stopping && job.phase !== 'keeping') return;
      const stop: RunEnd = { end: 'stopped', gaps: [], reached: true };
      await finishJob(job, job.stopping ? stop : cutOff(atEnd));
    }
    await browser.alarms.clear(JOB_ALARM);
    await takeInLeftovers();
  });
}

/** Pages whose job is over: the browser was killed (`storage.session` ends with it, the database does not), or the book had no room for them. */
async function takeInLeftovers(): Promise<void> {
  const book = openBook();
  const jobs = await book.stagedJobs();
  for (const jobId of jobs.ok ? jobs.value : []) {
    const taken = await takeStaged(jobId, null, cutOff(false)).catch(() => null);
    // What cannot even be read would be tried again at every wake.
    if (taken === null) await book.dropStaged(jobId);
  }
}

/** Runs the work if no worker is reading. */
async function alone(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(RUN, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
