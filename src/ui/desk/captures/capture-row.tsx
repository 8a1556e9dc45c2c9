import { useId, useState } from 'preact/hooks';
import type { CaptureHead } from '#book/book.ts';
import { outcomeNameKey } from '#ui/parts/keys.ts';
import { placeName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { clockText, periodText } from '#ui/parts/time-text.ts';
import { CaptureDetail } from './capture-detail.tsx';
import type { CaptureDeeds } from './deeds.ts';

interface CaptureRowProps {
  readonly capture: CaptureHead;
  readonly deeds: CaptureDeeds;
  readonly undone: () => void;
}

/** One act of reading in one line, which opens to all that is kept of it. */
export function CaptureRow({ capture, deeds, undone }: CaptureRowProps) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const detail = useId();
  const { seq, coverage, erasedAt, undoneAt } = capture;
  const state = erasedAt !== null ? 'erased' : undoneAt !== null ? 'undone' : 'kept';
  return (
    <>
      <tr
        class={state === 'kept' ? '' : 'is-taken-back'}
        id={`capture-${seq}`}
        data-testid="desk-capture"
        data-seq={seq}
        data-state={state}
        data-outcome={capture.outcome}
      >
        <td class="number">{seq}</td>
        <td class="nowrap number-text">{state === 'erased' ? '—' : clockText(capture.at)}</td>
        <td class="words" title={capture.place}>
          {state === 'erased' ? '—' : placeName(capture.place)}
        </td>
        <td>
          {state === 'kept' ? (
            say(outcomeNameKey(capture.outcome, coverage.gaps))
          ) : (
            <strong>{say(state === 'erased' ? 'capture.erased' : 'capture.undone')}</strong>
          )}
        </td>
        <td>
          {state === 'erased' ? '—' : (periodText(coverage.from, coverage.to, language) ?? say('desk.no-period'))}
        </td>
        <td class="nowrap number-text">{state !== 'erased' && <RowCounts capture={capture} />}</td>
        <td>
          <button
            type="button"
            class="button small plain nowrap"
            data-testid="capture-open"
            aria-expanded={open}
            aria-controls={open ? detail : undefined}
            aria-label={say(open ? 'capture.close-of' : 'capture.open-of', { seq })}
            onClick={() => setOpen(!open)}
          >
            {say(open ? 'capture.close' : 'capture.open')}
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7} id={detail} class="capture-detail-cell">
            <CaptureDetail capture={capture} deeds={deeds} undone={undone} />
          </td>
        </tr>
      )}
    </>
  );
}

function RowCounts({ capture: { added, existing, rejected } }: { capture: CaptureHead }) {
  const say = useSay();
  return (
    <>
      {say('counts.added', { count: added })}
      <span class="second">{say('counts.existing', { count: existing })}</span>
      {rejected > 0 && <span class="second warns">{say('counts.rejected', { count: rejected })}</span>}
    </>
  );
}
