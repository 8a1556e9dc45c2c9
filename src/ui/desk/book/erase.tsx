import { useEffect, useRef, useState } from 'preact/hooks';
import { providerName } from '#ui/parts/names.ts';
import { type Say, useLanguage, useSay } from '#ui/parts/speak.ts';
import type { Gone } from '../gone.ts';
import { useWork } from '../work/use-work.ts';
import { WorkView } from '../work/work-view.tsx';
import type { BookDeeds, Held, HeldOf } from './deeds.ts';
import { LastBackup } from './last-backup.tsx';

function lostWithAll(held: Held | null, say: Say): string {
  if (held === null) return say('erase.lost-all-unknown');
  const { rows, captures, marks } = held;
  return say('erase.lost-all', { rows, captures, marks });
}

type What = HeldOf | 'all';

interface EraseProps {
  readonly deeds: BookDeeds;
  readonly held: Held | null;
  readonly erased: (what: Gone) => void;
}

/** Erases one provider or everything, after saying what will be lost and whether a backup has it. */
export function Erase({ deeds, held, erased }: EraseProps) {
  const say = useSay();
  const language = useLanguage();
  const work = useWork();
  const [asked, setAsked] = useState<What | null>(null);
  const [told, setTold] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const keep = useRef<HTMLButtonElement>(null);

  // The harmless answer is the one at hand.
  useEffect(() => {
    if (asked !== null) keep.current?.focus();
  }, [asked]);

  const ended = (what: What, sentence: string) => {
    setTold(sentence);
    setAsked(null);
    erased(what === 'all' ? { is: 'all' } : { is: 'provider', provider: what.id });
    heading.current?.focus();
  };
  const erase = (what: What) =>
    work.run<number | null>(
      () => (what === 'all' ? deeds.eraseAll() : deeds.erase(what.id)),
      (gone) => ended(what, gone === null ? say('erase.done-all') : say('erase.done', { rows: gone })),
    );
  const leave = () => {
    setAsked(null);
    heading.current?.focus();
  };
  const ask = (what: What) => {
    setTold('');
    setAsked(what);
  };
  return (
    <div class="panel care" data-testid="erase">
      <h3 ref={heading} tabIndex={-1}>
        {say('erase.title')}
      </h3>
      <p class="quiet">{say('erase.what')}</p>
      <div class="care-deeds">
        {held?.providers.map((of) => (
          <button
            key={of.id}
            type="button"
            class="button small"
            data-testid="erase-provider"
            data-provider={of.id}
            onClick={() => ask(of)}
          >
            {say('erase.provider', { provider: providerName(of.id, language) })}
          </button>
        ))}
        <button type="button" class="button small" data-testid="erase-all" onClick={() => ask('all')}>
          {say('erase.all')}
        </button>
      </div>
      {asked !== null && (
        <div
          class="care-confirm"
          role="alertdialog"
          aria-labelledby="erase-lost"
          data-testid="erase-ask"
          onKeyDown={(event) => event.key === 'Escape' && work.running === null && leave()}
        >
          <p id="erase-lost">
            {asked === 'all'
              ? lostWithAll(held, say)
              : say('erase.lost-provider', { provider: providerName(asked.id, language), rows: asked.rows })}
          </p>
          {asked !== 'all' && asked.shared > 0 && (
            <p data-testid="erase-shared">{say('erase.shared', { count: asked.shared })}</p>
          )}
          {held !== null && <LastBackup held={held} />}
          <div class="care-deeds">
            <button type="button" class="button" ref={keep} disabled={work.running !== null} onClick={leave}>
              {say('erase.keep')}
            </button>
            <button
              type="button"
              class="button care-danger"
              data-testid="erase-confirm"
              disabled={work.running !== null}
              onClick={() => erase(asked)}
            >
              {say('erase.confirm')}
            </button>
          </div>
        </div>
      )}
      <WorkView work={work} title="erase.running" canStop={false} />
      <p role="status" data-testid="erase-done">
        {told}
      </p>
    </div>
  );
}
