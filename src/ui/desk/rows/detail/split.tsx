import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { KeptEntry } from '#records/entry.ts';
import type { Mark } from '#records/mark.ts';
import { KIND_CHOICES, kindKey } from '#ui/parts/keys.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useSay } from '#ui/parts/speak.ts';
import { firstParts, isUnsavedSplit, type PartForm, partForms, partIn, partsOf, sumOf } from '../mark-form.ts';
import { Saved, useSaving } from './saving.tsx';
import { useUnsaved } from './unsaved.ts';
import type { Say } from './use-marking.ts';

interface SplitProps {
  readonly entry: KeptEntry;
  readonly mark: Mark | null;
  readonly change: Say;
}

/** The row in parts, where one deduction stands for several things. */
export function Split({ entry, mark, change }: SplitProps) {
  const say = useSay();
  const kept = mark?.parts ?? [];
  const [forms, setForms] = useState<readonly PartForm[]>(kept.length > 0 ? partForms(kept) : firstParts(entry));
  const { state, run, refuse } = useSaving();
  useUnsaved('split', isUnsavedSplit(forms, kept, entry));
  const whole = mark?.correction.amount ?? entry.amount;
  const keep = (parts: Mark['parts']) =>
    run(() => change((book, { entry: of }) => book.mark(of.account, of.key, { parts })));
  if (whole === null) {
    return (
      <details class="detail-more">
        <summary>{say('split.title')}</summary>
        <p class="quiet">{say('split.no-amount')}</p>
      </details>
    );
  }
  const left = whole - sumOf(forms);
  const set = (at: number, change: Partial<PartForm>) =>
    setForms((old) => old.map((form, n) => (n === at ? { ...form, ...change } : form)));
  return (
    <details class="detail-more" open={kept.length > 0} data-testid="split">
      <summary>{say('split.title')}</summary>
      <p class="quiet">{say('split.hint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const parts = partsOf(forms);
          if (parts.ok) void keep(parts.value);
          else refuse(parts.error === 'not-an-amount' ? 'filter-problem.not-an-amount' : 'mark-error.too-few-parts');
        }}
      >
        {forms.map((form, at) => (
          <Part key={at} form={form} number={at + 1} set={(change) => set(at, change)}>
            <button
              type="button"
              class="button small plain"
              aria-label={say('split.remove', { number: at + 1 })}
              disabled={forms.length <= 2}
              onClick={() => setForms((old) => old.filter((_, n) => n !== at))}
            >
              ✕
            </button>
          </Part>
        ))}
        <p class="number-text" role="status" data-testid="split-left">
          {left === 0
            ? say('split.complete')
            : say('split.left', {
                sum: moneyText(whole - left, entry.currency),
                left: moneyText(left, entry.currency),
              })}
        </p>
        <div class="detail-deeds">
          <button
            type="button"
            class="button small plain"
            disabled={forms.length >= 50}
            onClick={() => setForms((old) => [...old, { kind: entry.kind, amount: '', words: '' }])}
          >
            {say('split.add')}
          </button>
          <button type="submit" class="button small" data-testid="split-save" disabled={state === 'saving'}>
            {say('split.save')}
          </button>
          {kept.length > 0 && (
            <button
              type="button"
              class="button small plain"
              onClick={() => {
                setForms(firstParts(entry));
                void keep([]);
              }}
            >
              {say('split.take-back')}
            </button>
          )}
          <Saved state={state} />
        </div>
      </form>
    </details>
  );
}

interface PartProps {
  readonly form: PartForm;
  readonly number: number;
  readonly set: (change: Partial<PartForm>) => void;
  readonly children: ComponentChildren;
}

function Part({ form, number, set, children }: PartProps) {
  const say = useSay();
  return (
    <fieldset class="split-part">
      <legend class="hidden">{say('split.part', { number })}</legend>
      <select
        aria-label={say('rows.kind')}
        value={form.kind}
        onChange={(event) => set({ kind: partIn(event.currentTarget.value) })}
      >
        {KIND_CHOICES.map((kind) => (
          <option key={kind} value={kind}>
            {say(kindKey(kind))}
          </option>
        ))}
      </select>
      <input
        type="text"
        aria-label={say('rows.amount')}
        placeholder={say('rows.amount')}
        data-testid="split-amount"
        value={form.amount}
        onInput={(event) => set({ amount: event.currentTarget.value })}
      />
      <input
        type="text"
        maxLength={2000}
        aria-label={say('split.words')}
        placeholder={say('split.words')}
        value={form.words}
        onInput={(event) => set({ words: event.currentTarget.value })}
      />
      {children}
    </fieldset>
  );
}
