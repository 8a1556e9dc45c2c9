import type { BookError, TakenIn } from '#book/book.ts';
import { openBook } from '#book/store.ts';
import type { Result } from '#money/result.ts';
import type { Job, WalkEnd } from '#records/job.ts';
import type { Outcome } from '#records/reading.ts';
import { clock } from './clock.ts';
import { nothingRead } from './gaps.ts';
import { keep, type TakenSource, takeInSightings } from './intake.ts';
import { changeJob } from './job-record.ts';
import { providerAt } from './place.ts';
import { type RunEnd, sightingsOf } from './read-tab.ts';
import { refreshSummary } from './summary.ts';

type End = NonNullable<Job['end']>;

/** Takes in what a job has staged and closes its record. Safe to be cut off and called again: what is taken in is no longer staged. */
export async function finishJob(job: Job, run: RunEnd): Promise<void> {
  await changeJob(job.id, () => ({ phase: 'keeping' }));
  const end = await ending(job, run);
  await changeJob(job.id, () => ({ phase: 'done', end }), { frameId: null });
}

async function ending(job: Job, run: RunEnd): Promise<End> {
  const book = openBook();
  const last = await book.lastCheck();
  if (last.ok && last.value?.jobId === job.id) {
    // Cut off between taking in and telling.
    await refreshSummary(book);
    return endOf(last.value.taken);
  }
  // A fault of ours in reading must still end the job; the pages stay staged, and are tried once more when the next job begins.
  const kept = await takeStaged(job.id, job.place, run).catch(() => null);
  if (kept === null) return lostEnd(job, run, 'not-settled');
  if (kept.ok) return endOf(kept.value.taken);
  return { ...lostEnd(job, run, 'part'), error: `book.${kept.error}` };
}

const lostEnd = (job: Job, run: RunEnd, outcome: Outcome): End => ({
  outcome,
  gaps: [{ gap: 'interrupted' as const, params: {} }, ...run.gaps].slice(0, 100),
  provider: providerAt(job.place),
  accounts: [],
  added: 0,
  existing: 0,
  superseded: 0,
  rejected: 0,
});

/** Everything a job has staged, as one source. `place` null: the place is that of the first sighting. */
export async function takeStaged(
  jobId: string,
  place: string | null,
  { end, gaps, reached }: RunEnd,
): Promise<Result<TakenSource, BookError>> {
  const staged = await openBook().staged(jobId);
  if (!staged.ok) return staged;
  const sightings = sightingsOf(staged.value);
  const where = place ?? sightings[0]?.place ?? '';
  const provider = providerAt(where);
  const intake = {
    sightings,
    source: 'page' as const,
    place: where,
    at: clock().at,
    end,
    gaps,
    jobId,
    ...(provider === null ? {} : { provider }),
  };
  if (sightings.length > 0) return takeInSightings(intake);
  const outcome: Outcome = reached ? 'not-settled' : 'not-a-known-page';
  return keep(nothingRead(outcome, provider, gaps), intake);
}

function endOf({ check, accounts, superseded }: TakenIn): End {
  const { outcome, gaps, provider, added, existing, rejected } = check;
  return {
    outcome,
    gaps: [...gaps],
    provider,
    accounts: [...accounts],
    added,
    existing,
    superseded,
    rejected,
  };
}

/** What is known of a walk that was cut off: its end if the last page it showed has none after it, else that it is a part. */
export function cutOff(lastPageSeen: boolean): RunEnd {
  const end: WalkEnd | null = lastPageSeen ? 'end' : null;
  return { end, gaps: lastPageSeen ? [] : [{ gap: 'interrupted', params: {} }], reached: true };
}
