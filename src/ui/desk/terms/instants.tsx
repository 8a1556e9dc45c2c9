import { useSay } from '#ui/parts/speak.ts';
import { emptyInstant, type InstantDraft, type Mistakes } from './draft.ts';
import { EntryFields } from './entry-fields.tsx';

interface InstantsProps {
  readonly instants: readonly InstantDraft[];
  readonly mistakes: Mistakes;
  readonly set: (instants: readonly InstantDraft[]) => void;
}

const FIELDS = ['rate', 'fixed', 'from', 'to'] as const;

/** What was agreed to be kept for settling at once, beside the transaction fee. */
export function Instants({ instants, mistakes, set }: InstantsProps) {
  const say = useSay();
  const change = (n: number, field: keyof InstantDraft, text: string) =>
    set(instants.map((line, at) => (at === n ? { ...line, [field]: text } : line)));
  return (
    <fieldset>
      <legend>{say('terms-form.instant')}</legend>
      {instants.map((line, n) => (
        // As with the lines of the tariff, their place is what they are.
        <EntryFields
          key={n}
          legend={say('terms-form.instant-line', { n: n + 1 })}
          place={n}
          kind="instant"
          fields={FIELDS}
          values={line}
          mistakes={mistakes}
          set={(field, text) => change(n, field, text)}
          removal={say('terms-form.remove-instant', { n: n + 1 })}
          remove={() => set(instants.filter((_, at) => at !== n))}
        />
      ))}
      <button
        type="button"
        class="button small"
        data-testid="terms-add-instant"
        onClick={() => set([...instants, emptyInstant()])}
      >
        {say('terms-form.add-instant')}
      </button>
    </fieldset>
  );
}
