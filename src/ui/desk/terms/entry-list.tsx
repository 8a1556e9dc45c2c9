import type { ComponentChildren } from 'preact';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import type { Mistakes } from './draft.ts';
import { EntryFields, type Name } from './entry-fields.tsx';

interface ListProps<F extends Name, T extends Readonly<Record<F, string>>> {
  readonly kind: 'line' | 'instant' | 'monthly' | 'terminal';
  readonly legend: string;
  /** What holds where there is no entry. */
  readonly hint?: TextKey;
  readonly entries: readonly T[];
  readonly fields: readonly F[];
  readonly mistakes: Mistakes;
  readonly set: (entries: readonly T[]) => void;
  /** What an entry is called, and the button that takes it away. */
  readonly called: (entry: T, n: number) => { readonly legend: string; readonly removal: string };
  readonly addition: TextKey;
  readonly empty: () => T;
  /** What stands before the fields of an entry. */
  readonly before?: (entry: T, n: number, change: (entry: T) => void) => ComponentChildren;
}

/** Lines of one sort that a merchant adds and takes away, each with its fields. */
export function EntryList<F extends Name, T extends Readonly<Record<F, string>>>(props: ListProps<F, T>) {
  const { kind, legend, hint, entries, fields, mistakes, set, called, addition, empty, before } = props;
  const say = useSay();
  const change = (n: number, entry: T) => set(entries.map((one, at) => (at === n ? entry : one)));
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint && <p class="quiet">{say(hint)}</p>}
      {entries.map((entry, n) => (
        // They have no name of their own; their place is what they are.
        <EntryFields
          key={n}
          legend={called(entry, n).legend}
          place={n}
          kind={kind}
          fields={fields}
          values={entry}
          mistakes={mistakes}
          set={(field, text) => change(n, { ...entry, [field]: text })}
          removal={called(entry, n).removal}
          remove={() => set(entries.filter((_, at) => at !== n))}
        >
          {before?.(entry, n, (now) => change(n, now))}
        </EntryFields>
      ))}
      <button
        type="button"
        class="button small"
        data-testid={`terms-add-${kind}`}
        onClick={() => set([...entries, empty()])}
      >
        {say(addition)}
      </button>
    </fieldset>
  );
}
