import { useRef, useState } from 'preact/hooks';
import type { CaptureHead } from '#book/book.ts';
import type { Undone } from '#book/merge/undo.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import { clockText } from '#ui/parts/time-text.ts';
import { Ask } from '../ask.tsx';
import type { CaptureDeeds } from './deeds.ts';
import { undoneText } from './undone-text.ts';

/** Told when a capture is out of the book; null where it had been before. */
export type UndoneBy = (undone: Undone | null) => void;

interface UndoCaptureProps {
  readonly capture: Pick<CaptureHead, 'seq' | 'added' | 'undoneAt'>;
  readonly undo: CaptureDeeds['undo'];
  readonly undone: UndoneBy;
}

/** Takes one capture back: asks first, and says what will happen and what has happened. */
export function UndoCapture({ capture: { seq, added, undoneAt }, undo, undone }: UndoCaptureProps) {
  const say = useSay();
  const [state, setState] = useState<'idle' | 'asking' | 'working'>('idle');
  const [told, setTold] = useState<Undone | TextKey | null>(null);
  const ended = useRef<HTMLDivElement>(null);
  const run = async () => {
    setState('working');
    const answer = await undo(seq).catch((): TextKey => 'undo.failed');
    setTold(answer);
    setState('idle');
    // The button that was pressed is gone with what it could take back.
    ended.current?.focus();
    if (typeof answer !== 'string') undone(answer);
    else if (answer === 'undo.gone') undone(null);
  };
  return (
    <div class="undo">
      <div aria-live="polite" tabIndex={-1} ref={ended}>
        {state === 'working' && <p class="quiet">{say('undo.working')}</p>}
        {told !== null && (
          <p class={typeof told === 'string' ? 'warns' : 'agrees'} data-testid="undo-told">
            {typeof told === 'string' ? say(told) : undoneText(told, say)}
          </p>
        )}
        {undoneAt !== null && <p class="quiet">{say('undo.was', { when: clockText(undoneAt) })}</p>}
      </div>
      {state === 'asking' && (
        <Ask
          title={say('undo.title', { seq })}
          what={say('undo.what', { added })}
          yes={say('undo.yes')}
          no={say('undo.no')}
          does={() => void run()}
          leaves={() => setState('idle')}
          testId="undo"
        />
      )}
      {state !== 'working' && undoneAt === null && (
        <button
          type="button"
          class="button small"
          data-testid="capture-undo"
          onClick={() => {
            setTold(null);
            setState('asking');
          }}
        >
          {say('undo.button')}
        </button>
      )}
    </div>
  );
}
