import type { Job } from '#records/job.ts';
import { type Say, useSay } from './speak.ts';

/** A running check: where it is, and the button that stops it. `job` null: asked for, not begun. */
export function JobProgress({ job, stop }: { job: Job | null; stop: (jobId: string) => void }) {
  const say = useSay();
  const known = job !== null && job.phase === 'walking' && job.pages !== null && job.pages > 0;
  return (
    <div class="progress" data-testid="progress">
      {known ? (
        <progress value={Math.min(job.page, job.pages ?? 0)} max={job.pages ?? 1} aria-label={phaseText(job, say)} />
      ) : (
        <progress aria-label={phaseText(job, say)} />
      )}
      <div class="progress-line">
        <span class="progress-text">{phaseText(job, say)}</span>
        {job !== null && job.rows > 0 && <span class="quiet">{say('job.rows', { rows: job.rows })}</span>}
        {job !== null && job.phase !== 'keeping' && (
          <button
            type="button"
            class="button small"
            data-testid="stop"
            disabled={job.stopping}
            onClick={() => stop(job.id)}
          >
            {say(job.stopping ? 'job.stopping' : 'job.stop')}
          </button>
        )}
      </div>
      <p class="quiet">{say('job.keep-open')}</p>
    </div>
  );
}

function phaseText(job: Job | null, say: Say): string {
  if (job === null) return say('job.looking');
  if (job.phase === 'keeping') return say('job.keeping');
  if (job.phase !== 'walking' || job.page === 0) return say('job.looking');
  if (job.pages === null) return say('job.page', { page: job.page });
  return say('job.page-of', { page: job.page, pages: job.pages });
}
