import { outcomeKey } from '#ui/parts/keys.ts';
import { OutcomeView } from '#ui/parts/outcome.tsx';
import { useSay } from '#ui/parts/speak.ts';
import { UndoCapture, type UndoneBy } from '../captures/undo-capture.tsx';
import { Controls } from '../controls.tsx';
import { RejectedRows } from '../rejected-rows.tsx';
import type { FileDeeds, FileReading } from './deeds.ts';
import { FileFacts } from './file-facts.tsx';

interface FileResultProps {
  readonly reading: FileReading;
  readonly undo: FileDeeds['undo'];
  readonly undone: UndoneBy;
}

/** What one file said and what became of it: how it ended, what it is, whose, its own totals checked, every row that could not be read, and a way back. */
export function FileResult({ reading, undo, undone }: FileResultProps) {
  const say = useSay();
  const { seq, outcome, gaps, counts, controls, rejected, rejectedCount } = reading;
  return (
    <div class="file-result">
      <OutcomeView
        outcome={outcome}
        sentence={outcomeKey(outcome, 'file', gaps)}
        gaps={gaps}
        counts={counts}
        source="file"
      />
      <FileFacts bill={reading} />
      {seq !== null && (
        <UndoCapture capture={{ seq, added: counts.added, undoneAt: null }} undo={undo} undone={undone} />
      )}
      <Controls controls={controls} source="file" gaps={gaps} />
      <RejectedRows rejected={rejected} count={rejectedCount} />
      {canBeTaught(reading) && (
        <p>
          <a href="#teach-title" data-testid="file-teach">
            {say('teach.link')}
          </a>
        </p>
      )}
    </div>
  );
}

/** A table that was not understood, or whose rows were refused. */
const canBeTaught = ({ outcome, rejectedCount }: FileReading): boolean =>
  outcome === 'not-a-known-page' || outcome === 'changed' || (outcome === 'part' && rejectedCount > 0);
