import { useEffect, useState } from 'preact/hooks';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import { ExportRows } from '../export/export-rows.tsx';
import type { Gone } from '../gone.ts';
import { BackUp } from './back-up.tsx';
import type { BookDeeds, Held } from './deeds.ts';
import { Erase } from './erase.tsx';
import { Restore } from './restore.tsx';

interface BookCareProps {
  readonly deeds: BookDeeds;
  /** Changes when the book may have. */
  readonly version: string;
  readonly gone: (what: Gone) => void;
  /** What stands beside the book may be another. */
  readonly restored: () => void;
}

/** The book as a whole: backed up, restored, exported, erased. */
export function BookCare({ deeds, version, gone, restored }: BookCareProps) {
  const say = useSay();
  const [held, setHeld] = useState<Held | TextKey | null>(null);
  const [changes, setChanges] = useState(0);
  // What was told of a book that is no more goes with it.
  const [era, setEra] = useState(0);
  const changed = () => setChanges((count) => count + 1);
  const erased = (what: Gone) => {
    if (what.is === 'all') setEra((count) => count + 1);
    changed();
    gone(what);
  };

  useEffect(() => {
    let current = true;
    deeds.held().then(
      (answer) => current && setHeld(answer),
      () => current && setHeld('care.failed'),
    );
    return () => {
      current = false;
    };
  }, [deeds, version, changes]);

  // What the book holds may be more than can be read back: what is to be done about that must not wait for it.
  const known = typeof held === 'string' ? null : held;
  return (
    <section aria-labelledby="care-title" data-testid="care">
      <h2 id="care-title">{say('care.title')}</h2>
      {typeof held === 'string' && <p class="outcome tone-bad">{say(held)}</p>}
      {held !== null && (
        <div class="cares">
          {known !== null && (
            <p class="quiet" data-testid="care-holds" data-rows={known.rows}>
              {say('care.holds', { rows: known.rows, captures: known.captures, marks: known.marks })}
            </p>
          )}
          <BackUp key={`backup ${era}`} deeds={deeds} held={known} changed={changed} />
          <Restore
            key={`restore ${era}`}
            deeds={deeds}
            changed={() => {
              changed();
              restored();
            }}
          />
          <div class="panel care">
            <h3>{say('export.title')}</h3>
            <p class="quiet">{say('export.what')}</p>
            <ExportRows key={era} exportOf={deeds.export} question={{}} count={known?.rows ?? 0} testId="export" />
          </div>
          <Erase deeds={deeds} held={known} erased={erased} />
        </div>
      )}
    </section>
  );
}
