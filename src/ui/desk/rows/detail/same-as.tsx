import { useEffect, useState } from 'preact/hooks';
import { isDouble } from '#book/acts/marks.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import type { TextKey } from '#text/index.ts';
import { Ask } from '#ui/desk/ask.tsx';
import { kindKey } from '#ui/parts/keys.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { type Say as Speak, useSay } from '#ui/parts/speak.ts';
import { momentOfRow } from '#ui/parts/time-text.ts';
import type { RowsDeeds } from '../deeds.ts';
import { refusalKey } from '../keys.ts';
import { type Candidates, candidatesFor } from './candidates.ts';
import { Saved, useSaving } from './saving.tsx';
import type { Say } from './use-marking.ts';

interface SameAsProps {
  readonly deeds: RowsDeeds;
  readonly entry: KeptEntry;
  readonly mark: Mark | null;
  readonly change: Say;
}

/** That two rows tell of the same money. */
export function SameAs({ deeds, entry, mark, change }: SameAsProps) {
  const say = useSay();
  const sameAs = mark?.sameAs ?? null;
  const [isOpen, setOpen] = useState(sameAs !== null);
  const [chosen, setChosen] = useState('');
  const [asking, setAsking] = useState(false);
  const { state, run } = useSaving();
  const near = useNear(deeds, entry, sameAs, isOpen);
  const choose = (key: string) => {
    setChosen(key);
    setAsking(false);
  };
  // A row that tells of another sum is hardly the same.
  const other = near !== null && typeof near !== 'string' ? near.other.find(({ key }) => key === chosen) : undefined;
  const keep = (key: string | null) =>
    run(() => change((book, { entry: of }) => book.mark(of.account, of.key, { sameAs: key })));
  return (
    <details
      class="detail-more"
      open={isOpen}
      data-testid="same-as"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say('same.title')}</summary>
      {near !== null && typeof near !== 'string' && near.doubles > 0 && (
        <p>{say('same.has-doubles', { count: near.doubles })}</p>
      )}
      {sameAs === null ? (
        <>
          <p class="quiet">{say('same.hint')}</p>
          {near === null && <p class="quiet">{say('desk.loading')}</p>}
          {typeof near === 'string' && <p class="warns">{say(near)}</p>}
          {near !== null && typeof near !== 'string' && <Choice candidates={near} chosen={chosen} choose={choose} />}
        </>
      ) : (
        <>
          <p>{say(isDouble(mark) ? 'same.is' : 'same.alone')}</p>
          <p data-testid="same-row">
            {near !== null && typeof near !== 'string' && near.now !== null ? lineOf(near.now, say) : sameAs}
          </p>
        </>
      )}
      {asking && other && (
        <Ask
          title={say('same.differ-title')}
          what={say('same.differ-what', { this: amountOf(entry, say), other: amountOf(other, say) })}
          yes={say('same.differ-yes')}
          no={say('same.differ-no')}
          does={() => {
            setAsking(false);
            void keep(chosen);
          }}
          leaves={() => setAsking(false)}
          testId="same-differ"
        />
      )}
      <div class="detail-deeds">
        {sameAs === null ? (
          <button
            type="button"
            class="button small"
            data-testid="same-save"
            disabled={chosen === '' || state === 'saving'}
            onClick={() => (other ? setAsking(true) : void keep(chosen))}
          >
            {say('same.save')}
          </button>
        ) : (
          <button type="button" class="button small" onClick={() => void keep(null)}>
            {say('same.take-back')}
          </button>
        )}
        <Saved state={state} />
      </div>
    </details>
  );
}

interface Near extends Candidates {
  /** The row that this one is the same as. */
  readonly now: KeptEntry | null;
  /** How many rows are the same as this one. */
  readonly doubles: number;
}

/** Looked for only once the merchant wants to choose. */
function useNear(deeds: RowsDeeds, entry: KeptEntry, sameAs: string | null, wanted: boolean): Near | TextKey | null {
  const [near, setNear] = useState<Near | TextKey | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<Near | TextKey> => {
      const book = await deeds.book();
      const [found, marks] = [await candidatesFor(book, entry), await book.marks()];
      const rows = await book.rows(entry.account, sameAs === null ? [] : [sameAs]);
      if (!found.ok) return refusalKey(found.error);
      if (!marks.ok) return refusalKey(marks.error);
      if (!rows.ok) return refusalKey(rows.error);
      const doubles = marks.value.filter((mark) => mark.account === entry.account && mark.sameAs === entry.key).length;
      return { ...found.value, now: rows.value[0] ?? null, doubles };
    };
    if (wanted) {
      ask().then(
        (answer) => current && setNear(answer),
        () => current && setNear('list.failed'),
      );
    }
    return () => {
      current = false;
    };
  }, [deeds, entry, sameAs, wanted]);
  return near;
}

interface ChoiceProps {
  readonly candidates: Candidates;
  readonly chosen: string;
  readonly choose: (key: string) => void;
}

function Choice({ candidates: { equal, other }, chosen, choose }: ChoiceProps) {
  const say = useSay();
  if (equal.length + other.length === 0) return <p>{say('same.none')}</p>;
  const group = (label: string, rows: readonly KeptEntry[]) =>
    rows.length > 0 && (
      <optgroup label={label}>
        {rows.map((row) => (
          <option key={row.key} value={row.key}>
            {lineOf(row, say)}
          </option>
        ))}
      </optgroup>
    );
  return (
    <label class="filter-field">
      <span>{say('same.near')}</span>
      <select data-testid="same-choice" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say('same.choose')}</option>
        {group(say('same.equal'), equal)}
        {group(say('same.other'), other)}
      </select>
    </label>
  );
}

const amountOf = (row: KeptEntry, say: Speak): string =>
  row.amount === null ? say('rows.not-given') : moneyText(row.amount, row.currency);

function lineOf(row: KeptEntry, say: Speak): string {
  const amount = amountOf(row, say);
  const when = row.at === null ? row.day : momentOfRow(row.at);
  return [when, say(kindKey(row.kind)), amount, row.words, row.reference ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}
