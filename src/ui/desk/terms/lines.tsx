import { useSay } from '#ui/parts/speak.ts';
import { APPLIES, emptyLine, type LineDraft, type Mistakes } from './draft.ts';
import { EntryList } from './entry-list.tsx';

interface LinesProps {
  readonly lines: readonly LineDraft[];
  readonly mistakes: Mistakes;
  readonly set: (lines: readonly LineDraft[]) => void;
}

const FIELDS = ['rate', 'cap', 'fixed', 'minimum', 'above', 'upTo', 'from', 'to'] as const;

/** The agreed transaction fees, one line for each kind of payment and span of time. */
export function Lines({ lines, mistakes, set }: LinesProps) {
  const say = useSay();
  return (
    <EntryList
      kind="line"
      legend={say('terms-form.tariff')}
      entries={lines}
      fields={FIELDS}
      mistakes={mistakes}
      set={set}
      called={(_, n) => ({
        legend: say('terms-form.line', { n: n + 1 }),
        removal: say('terms-form.remove-line', { n: n + 1 }),
      })}
      addition="terms-form.add-line"
      empty={emptyLine}
      before={(line, n, change) => (
        <label class="terms-field">
          <span>{say('terms-form.applies')}</span>
          <select
            value={line.applies}
            data-testid={`terms-applies-${n}`}
            onChange={(event) => change({ ...line, applies: event.currentTarget.value })}
          >
            {APPLIES.map((one) => (
              <option key={one} value={one}>
                {say(`terms-form.applies.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    />
  );
}
