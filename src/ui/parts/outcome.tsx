import type { ComponentChildren } from 'preact';
import type { Gap, Outcome } from '#records/reading.ts';
import type { TextKey } from '#text/index.ts';
import { Gaps } from './gaps.tsx';
import { isUnproved } from './keys.ts';
import { useSay } from './speak.ts';

/** What became of the rows of one reading. */
export interface Counts {
  readonly added: number;
  readonly existing: number;
  readonly superseded?: number;
  readonly rejected: number;
}

/** Whether what was known before is now also the newest: a look that failed says nothing about what is owed. */
export const answered = (outcome: Outcome): boolean => outcome === 'read' || outcome === 'part' || outcome === 'empty';

const TONES: Readonly<Record<Outcome, 'good' | 'partly' | 'bad'>> = {
  read: 'good',
  part: 'partly',
  empty: 'good',
  'signed-out': 'bad',
  'not-settled': 'bad',
  changed: 'bad',
  maintenance: 'bad',
  'not-a-known-page': 'bad',
};

interface OutcomeProps {
  readonly outcome: Outcome;
  readonly sentence: TextKey;
  readonly gaps: readonly Gap[];
  /** Null before anything became of them. */
  readonly counts: Counts | null;
  readonly source: 'page' | 'file';
  /** The book did not take it in. */
  readonly failed?: boolean;
  readonly children?: ComponentChildren;
}

/** How a look ended: one sentence that says what to do, what is missing, and what became of the rows. */
export function OutcomeView({ outcome, sentence, gaps, counts, source, failed = false, children }: OutcomeProps) {
  const say = useSay();
  return (
    <div
      class={`outcome tone-${failed ? 'bad' : isUnproved(outcome, gaps) ? 'partly' : TONES[outcome]}`}
      data-outcome={outcome}
    >
      <p class="outcome-sentence" data-testid="outcome">
        {say(sentence)}
      </p>
      <Gaps gaps={gaps} source={source} />
      {counts !== null && <CountsLine counts={counts} shown={answered(outcome) && !failed} />}
      {children}
    </div>
  );
}

function CountsLine({ counts, shown }: { counts: Counts; shown: boolean }) {
  const say = useSay();
  const any = counts.added + counts.existing + counts.rejected > 0;
  if (!shown && !any) return null;
  return (
    <p class="counts" data-testid="counts">
      <span data-testid="added" data-count={counts.added}>
        {say('counts.added', { count: counts.added })}
      </span>
      <span data-testid="existing" data-count={counts.existing}>
        {say('counts.existing', { count: counts.existing })}
      </span>
      {counts.superseded !== undefined && counts.superseded > 0 && (
        <span data-testid="superseded" data-count={counts.superseded}>
          {say('counts.superseded', { count: counts.superseded })}
        </span>
      )}
      <span data-testid="rejected" data-count={counts.rejected} class={counts.rejected > 0 ? 'warns' : ''}>
        {say('counts.rejected', { count: counts.rejected })}
      </span>
    </p>
  );
}
