import type { ComponentChildren } from 'preact';
import { useSay } from '#ui/parts/speak.ts';
import type { InstantDraft, LineDraft, Mistakes, MonthlyDraft, TerminalDraft } from './draft.ts';
import { Field } from './field.tsx';

/** A field that a merchant types into. */
export type Name = Exclude<keyof LineDraft | keyof InstantDraft | keyof MonthlyDraft | keyof TerminalDraft, 'applies'>;

const DAYS: ReadonlySet<Name> = new Set<Name>(['from', 'to', 'activated']);

/** Their fields are called as those of the tariff are. */
const SPANS: ReadonlySet<string> = new Set(['instant', 'monthly']);

interface EntryProps<F extends Name> {
  readonly legend: string;
  /** Its number among its kind; the first is 0. */
  readonly place: number;
  readonly kind: 'line' | 'instant' | 'monthly' | 'terminal';
  readonly fields: readonly F[];
  readonly values: Readonly<Record<F, string>>;
  readonly mistakes: Mistakes;
  readonly set: (field: F, text: string) => void;
  readonly removal: string;
  readonly remove: () => void;
  /** What stands before the fields. */
  readonly children?: ComponentChildren;
}

/** One line of the tariff or of instant settlement, or one terminal: its fields in a row, and what takes it away. */
export function EntryFields<F extends Name>(props: EntryProps<F>) {
  const { legend, place, kind, fields, values, mistakes, set, removal, remove, children } = props;
  const say = useSay();
  return (
    <fieldset class="terms-line">
      <legend class="hidden">{legend}</legend>
      {children}
      {fields.map((field) => (
        <Field
          key={field}
          label={`terms-form.${field}`}
          name={SPANS.has(kind) ? `terms-${kind}-${field}-${place}` : `terms-${field}-${place}`}
          type={DAYS.has(field) ? 'date' : 'text'}
          value={values[field]}
          mistake={mistakes.get(`${kind} ${place} ${field}`)}
          set={(text) => set(field, text)}
        />
      ))}
      <button type="button" class="button small plain" aria-label={removal} onClick={remove}>
        {say('terms-form.remove')}
      </button>
    </fieldset>
  );
}
