import { useState } from 'preact/hooks';
import type { Sighting } from '#records/sighting.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import type { CaptureDeeds } from './deeds.ts';
import { SeenTable, type Shown } from './seen-table.tsx';

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
  // Most likely the list that was read, not what stands beside it.
  const [chosen, setChosen] = useState(() =>
    longestOf(
      shown.filter(({ is }) => is === 'table'),
      shown,
    ),
  );
  const current = shown[chosen];
  return (
    <section class="seen" aria-label={say('seen.title')}>
      <label class="seen-choice">
        {say('seen.choose')}{' '}
        <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
          {shown.map(({ is, page, table, rows }, index) => (
            <option key={`${is} ${page} ${table}`} value={index}>
              {is === 'table'
                ? say('seen.table', { page, table, rows: rows.length })
                : say('seen.texts', { page, rows: rows.length })}
            </option>
          ))}
        </select>
      </label>
      {current && <SeenTable key={chosen} shown={current} />}
    </section>
  );
}

/** Every table and every page's lines, counted from 1. */
function shownOf(sightings: readonly Sighting[]): Shown[] {
  return sightings.flatMap(({ tables, texts }, page): Shown[] => [
    ...tables.map(({ header, rows, caption }, table): Shown => {
      return { is: 'table', page: page + 1, table: table + 1, header, rows, caption };
    }),
    ...(texts.length === 0
      ? []
      : [
          {
            is: 'texts' as const,
            page: page + 1,
            table: 0,
            header: [],
            rows: texts.map((text) => [text]),
            caption: null,
          },
        ]),
  ]);
}

const longestOf = (tables: readonly Shown[], shown: readonly Shown[]): number => {
  const most = Math.max(...tables.map(({ rows }) => rows.length), 0);
  const longest = tables.find(({ rows }) => rows.length === most);
  return longest ? shown.indexOf(longest) : 0;
};
