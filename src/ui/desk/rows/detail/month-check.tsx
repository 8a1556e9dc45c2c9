import type { KeptEntry } from '#records/entry.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import type { RowsDeeds } from '../deeds.ts';
import { useChecked } from './use-checked.ts';

/** What a debit of a month's fees should have been by the terms; nothing for any other row. */
export function MonthCheckView({ deeds, entry }: { deeds: Pick<RowsDeeds, 'checkMonth'>; entry: KeptEntry }) {
  const say = useSay();
  const language = useLanguage();
  const check = useChecked(deeds.checkMonth, entry);
  if (check === null) return null;
  const { why, month, sales, expected, charged, due, day } = check;
  const money = (units: number): string => moneyText(units, entry.currency);
  return (
    <section data-testid="month-check" data-why={why}>
      <h4>{say('fee-check.title')}</h4>
      <p>
        {say('fee-check.month', {
          month,
          sales,
          expected: money(expected),
          charged: money(charged),
          due: dayText(due, language),
          day: dayText(day, language),
        })}{' '}
        {say(`fee-check.month.${why}`, { difference: money(Math.abs(charged - expected)) })}
      </p>
    </section>
  );
}
