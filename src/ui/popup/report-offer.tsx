import { useState } from 'preact/hooks';
import type { Outcome } from '#records/reading.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';

/** Outcomes that a sample of the page may help to mend. */
const NOT_UNDERSTOOD: ReadonlySet<Outcome> = new Set<Outcome>(['not-a-known-page', 'changed', 'not-settled', 'part']);

/** Below the answer for a page that was not understood: the offer to save a sample of it. */
export function ReportOffer({ outcome, report }: { outcome: Outcome; report: () => Promise<TextKey | null> }) {
  const say = useSay();
  const [state, setState] = useState<'idle' | 'taking' | TextKey>('idle');
  if (!NOT_UNDERSTOOD.has(outcome)) return null;
  const press = async () => {
    setState('taking');
    setState((await report().catch((): TextKey => 'report.out-of-reach')) ?? 'idle');
  };
  return (
    <div>
      <button
        type="button"
        class="button link"
        data-testid="save-for-report"
        title={say('report.offer-hint')}
        disabled={state === 'taking'}
        onClick={() => void press()}
      >
        {say(state === 'taking' ? 'report.taking' : 'report.offer')}
      </button>
      {state !== 'idle' && state !== 'taking' && <p class="quiet">{say(state)}</p>}
    </div>
  );
}
