import { useEffect, useId, useRef } from 'preact/hooks';
import type { ListedRow } from '#book/book.ts';
import { kindKey } from '#ui/parts/keys.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import { Badges } from '../badges.tsx';
import type { RowsDeeds } from '../deeds.ts';
import { CorrectionFields } from './correction.tsx';
import { Facts } from './facts.tsx';
import { Origins } from './origins.tsx';
import { Papers } from './papers.tsx';
import { SameAs } from './same-as.tsx';
import { Split } from './split.tsx';
import { Standing } from './standing.tsx';
import { useMarking } from './use-marking.ts';

interface DetailProps {
  readonly opened: ListedRow;
  readonly deeds: RowsDeeds;
  /** Something has been said of the row. */
  readonly marked: () => void;
  readonly close: () => void;
}

/** One row in full, over the page: the browser's own dialog keeps the focus in it and gives it back. */
export function Detail({ opened, deeds, marked, close }: DetailProps) {
  const say = useSay();
  const language = useLanguage();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { mark, change } = useMarking(deeds, opened, marked);
  const { entry } = opened;
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  return (
    <dialog class="detail" ref={dialog} aria-labelledby={title} onClose={close} data-testid="row-detail">
      <header class="detail-head">
        <div>
          <h3 id={title} tabIndex={-1} ref={heading}>
            {say(kindKey(mark?.correction.kind ?? entry.kind))} · {dayText(entry.day, language)}
          </h3>
          <p class="quiet">{accountName(entry.account, language)}</p>
          <p>
            <Badges mark={mark} />
          </p>
        </div>
        <button type="button" class="button small" data-testid="detail-close" onClick={() => dialog.current?.close()}>
          {say('detail.close')}
        </button>
      </header>
      {entry.supersededBy !== null && (
        <p class="outcome tone-partly">{say('detail.superseded', { seq: entry.supersededBy })}</p>
      )}
      <Facts entry={entry} correction={mark?.correction ?? {}} />
      <Origins deeds={deeds} seqs={entry.seenIn} leave={() => dialog.current?.close()} />
      <section class="detail-mark">
        <h4>{say('mark.title')}</h4>
        <p class="quiet">{say('mark.outlives')}</p>
        <Standing mark={mark} change={change} />
        <Papers deeds={deeds} mark={mark} change={change} />
        <CorrectionFields entry={entry} mark={mark} change={change} />
        <SameAs deeds={deeds} entry={entry} mark={mark} change={change} />
        <Split entry={entry} mark={mark} change={change} />
      </section>
    </dialog>
  );
}
