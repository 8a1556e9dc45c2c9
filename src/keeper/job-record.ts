import { z } from 'zod';
import { browser } from '#browser/index.ts';
import { Job } from '#records/job.ts';

/** The job's record lives in `storage.session`: the worker may be gone between any two instructions. */
const LOCK = 'arrears-radar-job';

/** What only the background needs to know of the running job. */
const Work = z.object({
  jobId: z.string(),
  /** The frame that is walked; null while none is. */
  frameId: z.number().int().nullable(),
  /** Last sign of life of worker or walker, in ms. */
  beat: z.number(),
});
export type Work = z.infer<typeof Work>;

export async function currentJob(): Promise<Job | null> {
  const { job } = await browser.storage.session.get('job');
  const parsed = Job.safeParse(job);
  return parsed.success ? parsed.data : null;
}

export async function currentWork(jobId: string): Promise<Work | null> {
  const { work } = await browser.storage.session.get('work');
  const parsed = Work.safeParse(work);
  return parsed.success && parsed.data.jobId === jobId ? parsed.data : null;
}

/** Begins a record; whatever job stood there before has ended. */
export async function putJob(job: Job, now: number = Date.now()): Promise<void> {
  const work: Work = { jobId: job.id, frameId: null, beat: now };
  await browser.storage.session.set({ job, work });
}

/** Forgets a job that has ended: what it told of is no more. One that runs goes on. */
export async function forgetEndedJob(): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    if ((await currentJob())?.phase === 'done') await browser.storage.session.remove(['job', 'work']);
  });
}

/** Changes the record of this job, one change after another; answers the record as it is then, or null if it is not the current job any more. */
export async function changeJob(
  jobId: string,
  change: (job: Job) => Partial<Job>,
  work: Partial<Work> = {},
): Promise<Job | null> {
  return navigator.locks.request(LOCK, async () => {
    const job = await currentJob();
    if (job?.id !== jobId) return null;
    const before = await currentWork(jobId);
    const changed: Job = { ...job, ...change(job) };
    const beat: Work = { jobId, frameId: before?.frameId ?? null, beat: Date.now(), ...work };
    await browser.storage.session.set({ job: changed, work: beat });
    return changed;
  });
}
