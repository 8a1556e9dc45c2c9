import { useState } from 'preact/hooks';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import { Ask } from '#ui/desk/ask.tsx';
import { KIND_CHOICES, kindKey } from '#ui/parts/keys.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useSay } from '#ui/parts/speak.ts';
import { problemKey } from '../keys.ts';
import { type CorrectionForm, correctionForm, correctionOf, isUnsaved, type OddSign, oddSign } from '../mark-form.ts';
import { Saved, useSaving } from './saving.tsx';
import { useUnsaved } from './unsaved.ts';
import type { Say } from './use-marking.ts';

interface CorrectionProps {
  readonly entry: KeptEntry;
  readonly mark: Mark | null;
  readonly change: Say;
}

const TEXTS = ['amount', 'fee', 'net', 'terminal'] as const;

/** What the merchant knows better than the source. */
export function CorrectionFields({ entry, mark, change }: CorrectionProps) {
  const say = useSay();
  const before = mark?.correction ?? {};
  const [form, setForm] = useState(correctionForm(before));
  const [odd, setOdd] = useState<OddSign | null>(null);
  const { state, run, refuse } = useSaving();
  useUnsaved('correction', isUnsaved(form, entry, before));
  // Two changes may come before the form is drawn again; neither may be lost.
  const set = (field: keyof CorrectionForm, text: string) => setForm((old) => ({ ...old, [field]: text }));
  const isCorrected = Object.keys(before).length > 0;
  const keep = (correction: Mark['correction']) =>
    run(() => change((book, { entry: of }) => book.mark(of.account, of.key, { correction })));
  const read = {
    amount: entry.amount === null ? null : moneyText(entry.amount, entry.currency),
    fee: entry.fee === null ? null : moneyText(entry.fee, entry.currency),
    net: entry.net === null ? null : moneyText(entry.net, entry.currency),
    terminal: entry.terminal,
  };
  return (
    <details class="detail-more" open={isCorrected} data-testid="correct">
      <summary>{say('correct.title')}</summary>
      <p class="quiet">{say('correct.hint')}</p>
      <form
        class="detail-fields"
        onSubmit={(event) => {
          event.preventDefault();
          const correction = correctionOf(form, entry, before);
          if (!correction.ok) return refuse(problemKey(correction.error));
          const found = oddSign(correction.value, entry);
          setOdd(found);
          if (found === null) void keep(correction.value);
        }}
      >
        <label class="filter-field">
          <span>{say('field.kind')}</span>
          <select
            data-testid="correct-kind"
            value={form.kind}
            onChange={(event) => set('kind', event.currentTarget.value)}
          >
            <option value="">{say('correct.as-read', { value: say(kindKey(entry.kind)) })}</option>
            {KIND_CHOICES.filter((kind) => kind !== entry.kind).map((kind) => (
              <option key={kind} value={kind}>
                {say(kindKey(kind))}
              </option>
            ))}
          </select>
        </label>
        {TEXTS.map((field) => (
          <label key={field} class="filter-field">
            <span>{say(`field.${field}`)}</span>
            <input
              type="text"
              maxLength={100}
              data-testid={`correct-${field}`}
              placeholder={say('correct.as-read', { value: read[field] ?? say('rows.not-given') })}
              value={form[field]}
              onInput={(event) => set(field, event.currentTarget.value)}
            />
          </label>
        ))}
        <label class="filter-field">
          <span>{say('field.due')}</span>
          <input
            type="date"
            data-testid="correct-due"
            value={form.due}
            onInput={(event) => set('due', event.currentTarget.value)}
          />
        </label>
        {odd !== null && (
          <Ask
            title={say('sign.title')}
            what={say(odd.units > 0 ? 'sign.what-in' : 'sign.what-out', {
              field: say(`field.${odd.field}`),
              kind: say(kindKey(odd.kind)),
              amount: moneyText(odd.units, entry.currency),
            })}
            yes={say('sign.yes')}
            no={say('sign.no')}
            does={() => {
              setOdd(null);
              const correction = correctionOf(form, entry, before);
              if (correction.ok) void keep(correction.value);
            }}
            leaves={() => setOdd(null)}
            testId="odd-sign"
          />
        )}
        <div class="detail-deeds">
          <button type="submit" class="button small" data-testid="correct-save" disabled={state === 'saving'}>
            {say('correct.save')}
          </button>
          {isCorrected && (
            <button
              type="button"
              class="button small plain"
              onClick={() => {
                setForm(correctionForm({}));
                void keep({});
              }}
            >
              {say('correct.take-back')}
            </button>
          )}
          <Saved state={state} />
        </div>
      </form>
    </details>
  );
}
