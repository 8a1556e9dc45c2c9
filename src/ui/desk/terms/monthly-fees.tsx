import { useSay } from '#ui/parts/speak.ts';
import { emptyMonthly, type Mistakes, type MonthlyDraft } from './draft.ts';
import { EntryList } from './entry-list.tsx';

interface MonthlyProps {
  readonly monthly: readonly MonthlyDraft[];
  readonly mistakes: Mistakes;
  readonly set: (monthly: readonly MonthlyDraft[]) => void;
}

const FIELDS = ['day', 'from', 'to'] as const;

/** The spans in which transaction fees are taken in one debit a month. */
export function MonthlyFees({ monthly, mistakes, set }: MonthlyProps) {
  const say = useSay();
  return (
    <EntryList
      kind="monthly"
      legend={say('terms-form.monthly')}
      hint="terms-form.monthly-hint"
      entries={monthly}
      fields={FIELDS}
      mistakes={mistakes}
      set={set}
      called={(_, n) => ({
        legend: say('terms-form.monthly-line', { n: n + 1 }),
        removal: say('terms-form.remove-monthly', { n: n + 1 }),
      })}
      addition="terms-form.add-monthly"
      empty={emptyMonthly}
    />
  );
}
