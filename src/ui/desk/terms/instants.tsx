import { useSay } from '#ui/parts/speak.ts';
import { emptyInstant, type InstantDraft, type Mistakes } from './draft.ts';
import { EntryList } from './entry-list.tsx';

interface InstantsProps {
  readonly instants: readonly InstantDraft[];
  readonly mistakes: Mistakes;
  readonly set: (instants: readonly InstantDraft[]) => void;
}

const FIELDS = ['rate', 'fixed', 'from', 'to'] as const;

/** What was agreed to be kept for settling at once, beside the transaction fee. */
export function Instants({ instants, mistakes, set }: InstantsProps) {
  const say = useSay();
  return (
    <EntryList
      kind="instant"
      legend={say('terms-form.instant')}
      entries={instants}
      fields={FIELDS}
      mistakes={mistakes}
      set={set}
      called={(_, n) => ({
        legend: say('terms-form.instant-line', { n: n + 1 }),
        removal: say('terms-form.remove-instant', { n: n + 1 }),
      })}
      addition="terms-form.add-instant"
      empty={emptyInstant}
    />
  );
}
