import { useEffect, useState } from 'preact/hooks';
import type { CaptureHead } from '#book/book.ts';
import type { TextKey } from '#text/index.ts';
import { outcomeNameKey } from '#ui/parts/keys.ts';
import { placeName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { clockText, periodText } from '#ui/parts/time-text.ts';

/** Every capture in the book, in any order, or the sentence that says why they cannot be had. */
export type CapturesOf = () => Promise<readonly CaptureHead[] | TextKey>;

/** The last answer stays on screen while a newer version is asked for. */
interface Got {
  readonly version: string;
  readonly answer: readonly CaptureHead[] | TextKey;
}

const AT_ONCE = 30;

/** Every act of reading, newest first. `version` changes when there may be new ones. */
export function Captures({ captures, version }: { captures: CapturesOf; version: string }) {
  const say = useSay();
  const [got, setGot] = useState<Got | null>(null);
  const [count, setCount] = useState(AT_ONCE);

  useEffect(() => {
    let current = true;
    captures().then(
      (answer) => current && setGot({ version, answer }),
      () => current && setGot({ version, answer: 'desk.captures-failed' }),
    );
    return () => {
      current = false;
    };
  }, [captures, version]);

  if (got === null) return <p class="quiet">{say('desk.loading')}</p>;
  const { answer } = got;
  if (typeof answer === 'string') return <p class="outcome tone-bad">{say(answer)}</p>;
  if (answer.length === 0) return <p class="quiet">{say('desk.captures-none')}</p>;
  const newest = answer.toSorted((a, b) => b.seq - a.seq);
  const rest = newest.length - count;
  return (
    <>
      <div class="captures-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('desk.capture-when')}</th>
              <th scope="col">{say('desk.capture-where')}</th>
              <th scope="col">{say('desk.capture-outcome')}</th>
              <th scope="col">{say('desk.capture-period')}</th>
              <th scope="col">{say('desk.capture-rows')}</th>
            </tr>
          </thead>
          <tbody>
            {newest.slice(0, count).map((capture) => (
              <CaptureRow key={capture.seq} capture={capture} />
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

function CaptureRow({ capture }: { capture: CaptureHead }) {
  const say = useSay();
  const language = useLanguage();
  const { coverage } = capture;
  return (
    <tr data-testid="desk-capture" data-outcome={capture.outcome}>
      <td class="nowrap number-text">{clockText(capture.at)}</td>
      <td class="words" title={capture.place}>
        {placeName(capture.place)}
      </td>
      <td class="nowrap">{say(outcomeNameKey(capture.outcome))}</td>
      <td>{periodText(coverage.from, coverage.to, language) ?? say('desk.no-period')}</td>
      <td class="number-text">
        {say('counts.added', { count: capture.added })}
        <span class="second">{say('counts.existing', { count: capture.existing })}</span>
        {capture.rejected > 0 && (
          <span class="second warns">{say('counts.rejected', { count: capture.rejected })}</span>
        )}
      </td>
    </tr>
  );
}
