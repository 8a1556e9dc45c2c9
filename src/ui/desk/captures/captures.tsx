import { useEffect, useState } from 'preact/hooks';
import type { CaptureHead } from '#book/book.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import type { Gone } from '../gone.ts';
import { CaptureRow } from './capture-row.tsx';
import { Chain } from './chain.tsx';
import type { CaptureDeeds } from './deeds.ts';

const AT_ONCE = 30;

interface CapturesProps {
  readonly deeds: CaptureDeeds;
  readonly version: string;
  readonly gone: (what: Gone) => void;
}

/** Every act of reading, newest first. `version` changes when there may be new ones; the last answer stays until the new one is there. */
export function Captures({ deeds, version, gone }: CapturesProps) {
  const say = useSay();
  const [answer, setAnswer] = useState<readonly CaptureHead[] | TextKey | null>(null);
  const [count, setCount] = useState(AT_ONCE);
  const [onlyFiles, setOnlyFiles] = useState(false);
  const [changes, setChanges] = useState(0);

  useEffect(() => {
    let current = true;
    deeds.all().then(
      (heads) => current && setAnswer(heads),
      () => current && setAnswer('desk.captures-failed'),
    );
    return () => {
      current = false;
    };
  }, [deeds, version, changes]);

  if (answer === null) return <p class="quiet">{say('desk.loading')}</p>;
  if (typeof answer === 'string') return <p class="outcome tone-bad">{say(answer)}</p>;
  if (answer.length === 0) return <p class="quiet">{say('desk.captures-none')}</p>;
  const newest = answer.toSorted((a, b) => b.seq - a.seq).filter(({ source }) => !onlyFiles || source === 'file');
  const rest = newest.length - count;
  return (
    <>
      <Chain deeds={deeds} captures={answer} />
      <p>
        <label>
          <input
            type="checkbox"
            data-testid="captures-only-files"
            checked={onlyFiles}
            onChange={(event) => setOnlyFiles(event.currentTarget.checked)}
          />{' '}
          {say('desk.captures-only-files')}
        </label>
      </p>
      <div class="captures-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {say('capture.number')}
              </th>
              <th scope="col">{say('desk.capture-when')}</th>
              <th scope="col">{say('desk.capture-where')}</th>
              <th scope="col">{say('desk.capture-outcome')}</th>
              <th scope="col">{say('desk.capture-period')}</th>
              <th scope="col">{say('desk.capture-rows')}</th>
              <th scope="col">
                <span class="hidden">{say('capture.open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {newest.slice(0, count).map((capture) => (
              <CaptureRow
                key={capture.seq}
                capture={capture}
                deeds={deeds}
                undone={() => {
                  setChanges((before) => before + 1);
                  gone({ is: 'capture', seq: capture.seq });
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <button type="button" class="button link more" onClick={() => setCount(count + 100)}>
          {say('desk.captures-more', { count: Math.min(rest, 100) })}
        </button>
      )}
    </>
  );
}
