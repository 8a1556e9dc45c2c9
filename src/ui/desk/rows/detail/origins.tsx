import { useEffect, useState } from 'preact/hooks';
import type { CaptureHead } from '#book/book.ts';
import type { TextKey } from '#text/index.ts';
import { outcomeNameKey } from '#ui/parts/keys.ts';
import { useSay } from '#ui/parts/speak.ts';
import { clockText } from '#ui/parts/time-text.ts';
import type { RowsDeeds } from '../deeds.ts';
import { sourceKey } from '../keys.ts';

interface OriginsProps {
  readonly deeds: RowsDeeds;
  readonly seqs: readonly number[];
  /** The merchant goes to the list of readings, once this row is closed. */
  readonly leave: (then: () => void) => void;
}

/** Every reading that saw the row: when, where, and of what kind. */
export function Origins({ deeds, seqs, leave }: OriginsProps) {
  const say = useSay();
  const [heads, setHeads] = useState<readonly CaptureHead[] | TextKey | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<readonly CaptureHead[] | TextKey> => {
      const asked = await (await deeds.book()).captures();
      return asked.ok ? asked.value.filter(({ seq }) => seqs.includes(seq)) : `book.${asked.error}`;
    };
    ask().then(
      (answer) => current && setHeads(answer),
      () => current && setHeads('desk.captures-failed'),
    );
    return () => {
      current = false;
    };
  }, [deeds, seqs]);
  return (
    <section>
      <h4>{say('detail.origins')}</h4>
      {heads === null && <p class="quiet">{say('desk.loading')}</p>}
      {typeof heads === 'string' && <p class="warns">{say(heads)}</p>}
      {Array.isArray(heads) && (
        <ul class="origins">
          {heads.map((head: CaptureHead) => (
            <li key={head.seq} data-testid="origin" data-seq={head.seq}>
              <a
                href={`#capture-${head.seq}`}
                onClick={(event) => {
                  event.preventDefault();
                  leave(() => goToCapture(head.seq));
                }}
              >
                {say('detail.origin', { seq: head.seq })}
              </a>
              {head.erasedAt === null ? (
                <span>
                  {clockText(head.at)} · {say(sourceKey(head.source))} · {head.place} ·{' '}
                  {say(outcomeNameKey(head.outcome, head.coverage.gaps))}
                </span>
              ) : (
                <span>{say('detail.origin-gone')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The reading in its list, or the head of that list where the reading is not among those shown. */
function goToCapture(seq: number): void {
  const found = document.getElementById(`capture-${seq}`) ?? document.getElementById('captures-title');
  if (!found) return;
  found.tabIndex = -1;
  found.focus();
  found.scrollIntoView({ block: 'center' });
}
