import { useState } from 'preact/hooks';
import type { Sighting } from '#records/sighting.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import type { CaptureDeeds } from './deeds.ts';
import { SeenTable } from './seen-table.tsx';
import { longestOf, type Shown, shownOf } from './shown.ts';

/** What a capture saw, fetched when the merchant asks for it: tables and lines as text, one at a time. */
export function SeenBy({ seq, seen }: { seq: number; seen: CaptureDeeds['seen'] }) {
  const say = useSay();
  const [answer, setAnswer] = useState<readonly Sighting[] | null | TextKey | 'idle' | 'fetching'>('idle');
  const fetch = () => {
    setAnswer('fetching');
    seen(seq).then(setAnswer, () => setAnswer('seen.failed'));
  };
  if (answer === 'idle') {
    return (
      <button type="button" class="button small" data-testid="capture-seen" onClick={fetch}>
        {say('seen.show')}
      </button>
    );
  }
  if (answer === 'fetching') return <p class="quiet">{say('seen.loading')}</p>;
  if (typeof answer === 'string') return <p class="warns">{say(answer)}</p>;
  const shown = answer === null ? [] : shownOf(answer);
  return shown.length === 0 ? <p class="quiet">{say('seen.none')}</p> : <Choice shown={shown} />;
}

function Choice({ shown }: { shown: readonly Shown[] }) {
  const say = useSay();
  const [chosen, setChosen] = useState(() => longestOf(shown));
  const current = shown[chosen];
  return (
    <section class="seen" aria-label={say('seen.title')}>
      <label class="seen-choice">
        {say('seen.choose')}{' '}
        <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
          {shown.map(({ is, page, table, rows }, index) => (
            <option key={`${index} ${is} ${table}`} value={index}>
              {say(page === null ? `seen.${is}-beside` : `seen.${is}`, { page: page ?? '', table, rows: rows.length })}
            </option>
          ))}
        </select>
      </label>
      {current && <SeenTable key={chosen} shown={current} />}
    </section>
  );
}
