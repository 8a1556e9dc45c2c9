import { useSay } from '#ui/parts/speak.ts';
import { APPLIES, emptyLine, type LineDraft, type Mistakes } from './draft.ts';
import { EntryFields } from './entry-fields.tsx';

interface LinesProps {
  readonly lines: readonly LineDraft[];
  readonly mistakes: Mistakes;
  readonly set: (lines: readonly LineDraft[]) => void;
}

const FIELDS = ['rate', 'cap', 'fixed', 'minimum', 'above', 'upTo', 'from', 'to'] as const;

/** The agreed transaction fees, one line for each kind of payment and span of time. */
export function Lines({ lines, mistakes, set }: LinesProps) {
  const say = useSay();
  const change = (n: number, field: keyof LineDraft, text: string) =>
    set(lines.map((line, at) => (at === n ? { ...line, [field]: text } : line)));
  return (
    <fieldset>
      <legend>{say('terms-form.tariff')}</legend>
      {lines.map((line, n) => (
        // Lines have no name of their own; their place is what they are.
        <EntryFields
          key={n}
          legend={say('terms-form.line', { n: n + 1 })}
          place={n}
          kind="line"
          fields={FIELDS}
          values={line}
          mistakes={mistakes}
          set={(field, text) => change(n, field, text)}
          removal={say('terms-form.remove-line', { n: n + 1 })}
          remove={() => set(lines.filter((_, at) => at !== n))}
        >
          <label class="terms-field">
            <span>{say('terms-form.applies')}</span>
            <select
              value={line.applies}
              data-testid={`terms-applies-${n}`}
              onChange={(event) => change(n, 'applies', event.currentTarget.value)}
            >
              {APPLIES.map((one) => (
                <option key={one} value={one}>
                  {say(`terms-form.applies.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </EntryFields>
      ))}
      <button
        type="button"
        class="button small"
        data-testid="terms-add-line"
        onClick={() => set([...lines, emptyLine()])}
      >
        {say('terms-form.add-line')}
      </button>
    </fieldset>
  );
}
