import { useSay } from '#ui/parts/speak.ts';
import { emptyTerminal, type Mistakes, type TerminalDraft } from './draft.ts';
import { EntryList } from './entry-list.tsx';

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
  return (
    <EntryList
      kind="terminal"
      legend={say('terms-form.terminals')}
      entries={terminals}
      fields={FIELDS}
      mistakes={mistakes}
      set={set}
      called={({ terminal }, n) => ({
        legend: terminal || say('terms-form.line', { n: n + 1 }),
        removal: say('terms-form.remove-terminal', { terminal }),
      })}
      addition="terms-form.add-terminal"
      empty={emptyTerminal}
    />
  );
}
