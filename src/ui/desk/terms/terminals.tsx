import { useSay } from '#ui/parts/speak.ts';
import { emptyTerminal, type Mistakes, type TerminalDraft } from './draft.ts';
import { EntryFields } from './entry-fields.tsx';

interface TerminalsProps {
  readonly terminals: readonly TerminalDraft[];
  readonly mistakes: Mistakes;
  readonly set: (terminals: readonly TerminalDraft[]) => void;
}

const FIELDS = [
  'terminal',
  'activated',
  'simAmount',
  'simDelay',
  'simCycle',
  'depositAmount',
  'depositTarget',
  'depositDays',
] as const;

/** What was agreed for each terminal: since when it runs, its SIM fee, its deposit. */
export function Terminals({ terminals, mistakes, set }: TerminalsProps) {
  const say = useSay();
  const change = (n: number, field: keyof TerminalDraft, text: string) =>
    set(terminals.map((one, at) => (at === n ? { ...one, [field]: text } : one)));
  return (
    <fieldset>
      <legend>{say('terms-form.terminals')}</legend>
      {terminals.map((one, n) => (
        // As with lines, a terminal is told by its place until its number is filled in.
        <EntryFields
          key={n}
          legend={one.terminal || say('terms-form.line', { n: n + 1 })}
          place={n}
          kind="terminal"
          fields={FIELDS}
          values={one}
          mistakes={mistakes}
          set={(field, text) => change(n, field, text)}
          removal={say('terms-form.remove-terminal', { terminal: one.terminal })}
          remove={() => set(terminals.filter((_, at) => at !== n))}
        />
      ))}
      <button
        type="button"
        class="button small"
        data-testid="terms-add-terminal"
        onClick={() => set([...terminals, emptyTerminal()])}
      >
        {say('terms-form.add-terminal')}
      </button>
    </fieldset>
  );
}
