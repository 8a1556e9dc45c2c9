import type { Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';
import type { Gap, Outcome } from '#records/reading.ts';
import { isTextKey, type TextKey } from '#text/index.ts';
import { isAddress } from './names.ts';
import { answered, type Counts } from './outcome.tsx';
import { clockText, isUnread } from './time-text.ts';

/** How the newest look ended. */
export interface LastEnd {
  readonly at: string;
  readonly place: string;
  readonly source: 'page' | 'file';
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly counts: Counts;
  /** Why the book could not take in what was read; null where it did. */
  readonly error: TextKey | null;
}

/**
 * The end of this session's job, or of the last check in the summary, whichever is newer; null when nothing was ever looked at, and when all that
 * the book has had was taken back: a look that is said to have added rows would be belied by every account.
 */
export function lastEnd(summary: Summary | null, job: Job | null): LastEnd | null {
  const end = newestEnd(summary, job);
  const accounts = summary?.accounts ?? [];
  const isTakenBack = accounts.length > 0 && accounts.every(({ knowledge }) => isUnread(knowledge));
  return end !== null && isTakenBack && end.error === null && answered(end.outcome) ? null : end;
}

function newestEnd(summary: Summary | null, job: Job | null): LastEnd | null {
  const check = summary?.lastCheck ?? null;
  const end = job?.phase === 'done' ? job.end : null;
  // Taught after the job: what was kept has been read again, and answers otherwise.
  const again = check !== null && end?.error === undefined && job?.place === check.place && check.at > job.startedAt;
  const same = !again || check.outcome === end?.outcome;
  if (job && end && same && (check === null || check.at <= job.startedAt || check.place === job.place)) {
    const error = end.error !== undefined && isTextKey(end.error) ? end.error : null;
    return {
      at: check && check.at > job.startedAt ? check.at : job.startedAt,
      place: job.place,
      source: 'page',
      outcome: end.outcome,
      // The reading itself was not cut off: what stopped is the keeping, and its sentence says so.
      gaps: error === null ? end.gaps : [],
      counts: end,
      error,
    };
  }
  return (
    check && {
      at: check.at,
      place: check.place,
      source: isAddress(check.place) ? 'page' : 'file',
      outcome: check.outcome,
      gaps: check.gaps,
      counts: check,
      error: null,
    }
  );
}

/** Whether the newest look failed, so that what is shown is what was known before it. */
export const isOld = (end: LastEnd | null): boolean => end !== null && (end.error !== null || !answered(end.outcome));

/** When anything was last read for any account, on the merchant's clock. */
export function newestRead(summary: Summary): string {
  const times = summary.accounts.flatMap(({ knowledge }) => (isUnread(knowledge) ? [] : [knowledge.readAt])).toSorted();
  return clockText(times.at(-1) ?? summary.at);
}
