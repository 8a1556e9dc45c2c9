import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ListedRow } from '#book/book.ts';
import { Ask } from '#ui/desk/ask.tsx';
import { kindKey } from '#ui/parts/keys.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import { Badges } from '../badges.tsx';
import type { RowsDeeds } from '../deeds.ts';
import { CorrectionFields } from './correction.tsx';
import { Facts } from './facts.tsx';
import { FeeCheckView } from './fee-check.tsx';
import { MonthCheckView } from './month-check.tsx';
import { Origins } from './origins.tsx';
import { Papers } from './papers.tsx';
import { SameAs } from './same-as.tsx';
import { Split } from './split.tsx';
import { Standing } from './standing.tsx';
import { Unsaved } from './unsaved.ts';
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
  const unsaved = useRef(new Set<string>());
  // What is to be done once the row is closed; null while nobody wants to close it.
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const leave = (then: () => void = () => undefined) => {
    const go = () => {
      dialog.current?.close();
      then();
    };
    if (unsaved.current.size === 0) go();
    else setLeaving(() => go);
  };
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  return (
    <dialog
      class="detail"
      ref={dialog}
      aria-labelledby={title}
      onClose={close}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={(event) => {
        // Before the browser closes it: a second Escape it would not let us refuse.
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        leave();
      }}
      data-testid="row-detail"
    >
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
        <button type="button" class="button small" data-testid="detail-close" onClick={() => leave()}>
          {say('detail.close')}
        </button>
      </header>
      {leaving !== null && (
        <Ask
          title={say('unsaved.title')}
          what={say('unsaved.what')}
          yes={say('unsaved.yes')}
          no={say('unsaved.no')}
          does={leaving}
          leaves={() => setLeaving(null)}
          testId="unsaved"
        />
      )}
      {entry.supersededBy !== null && (
        <p class="outcome tone-partly">{say('detail.superseded', { seq: entry.supersededBy })}</p>
      )}
      <Facts entry={entry} correction={mark?.correction ?? {}} />
      <FeeCheckView deeds={deeds} entry={entry} />
      <MonthCheckView deeds={deeds} entry={entry} />
      <Origins deeds={deeds} seqs={entry.seenIn} leave={leave} />
      <section class="detail-mark">
        <h4>{say('mark.title')}</h4>
        <p class="quiet">{say('mark.outlives')}</p>
        <Unsaved.Provider value={unsaved.current}>
          <Standing mark={mark} change={change} />
          <Papers deeds={deeds} mark={mark} change={change} />
          <CorrectionFields entry={entry} mark={mark} change={change} />
          <SameAs deeds={deeds} entry={entry} mark={mark} change={change} />
          <Split entry={entry} mark={mark} change={change} />
        </Unsaved.Provider>
      </section>
    </dialog>
  );
}
