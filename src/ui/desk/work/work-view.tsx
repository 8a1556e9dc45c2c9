import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import type { LongWork } from './use-work.ts';

/** The bar of a work that runs, with its stop; the sentence of one that failed. */
export function WorkView({ work, title, canStop = true }: { work: LongWork; title: TextKey; canStop?: boolean }) {
  const say = useSay();
  const { running, problem } = work;
  return (
    <div aria-live="polite">
      {running !== null && (
        <div class="work" data-testid="work">
          {running.of > 0 ? (
            <progress value={running.done} max={running.of} aria-label={say(title)} />
          ) : (
            <progress aria-label={say(title)} />
          )}
          <span class="quiet">{say(title)}</span>
          {canStop && (
            <button type="button" class="button small" data-testid="work-stop" onClick={work.stop}>
              {say('care.stop')}
            </button>
          )}
        </div>
      )}
      {problem !== null && (
        <p class="outcome tone-bad" role="alert" data-testid="work-problem" data-problem={problem}>
          {say(problem)}
        </p>
      )}
    </div>
  );
}
