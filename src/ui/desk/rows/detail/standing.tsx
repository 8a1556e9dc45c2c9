import { useId, useState } from 'preact/hooks';
import type { Mark } from '#records/mark.ts';
import { useSay } from '#ui/parts/speak.ts';
import { standingHintKey, standingKey } from '../keys.ts';
import { Saved, useSaving } from './saving.tsx';
import { useUnsaved } from './unsaved.ts';
import type { Say } from './use-marking.ts';

const CHOICES = [null, 'paid', 'disputed', 'ignored'] as const satisfies readonly Mark['standing'][];

/** Paid, in dispute, or not to count; and a note. */
export function Standing({ mark, change }: { mark: Mark | null; change: Say }) {
  const say = useSay();
  const name = useId();
  const noteId = useId();
  const [standing, setStanding] = useState<Mark['standing']>(mark?.standing ?? null);
  const [note, setNote] = useState(mark?.note ?? '');
  const { state, run } = useSaving();
  useUnsaved('standing', standing !== (mark?.standing ?? null) || note.trim() !== (mark?.note ?? ''));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run(() =>
          change((book, { entry }) => book.mark(entry.account, entry.key, { standing, note: note.trim() })),
        );
      }}
    >
      <fieldset class="standing">
        <legend>{say('mark.standing')}</legend>
        {CHOICES.map((one) => (
          <label key={one ?? 'none'}>
            <input
              type="radio"
              name={name}
              data-testid={`standing-${one ?? 'none'}`}
              checked={standing === one}
              onChange={() => setStanding(one)}
            />
            <span>
              {say(standingKey(one))} <span class="quiet">{say(standingHintKey(one))}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label for={noteId}>{say('mark.note')}</label>
      <textarea
        id={noteId}
        rows={3}
        maxLength={4000}
        data-testid="mark-note"
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <div class="detail-deeds">
        <button type="submit" class="button strong small" data-testid="mark-save" disabled={state === 'saving'}>
          {say('mark.save')}
        </button>
        <Saved state={state} />
      </div>
    </form>
  );
}
