import type { KeptEntry } from '#records/entry.ts';
import type { FeeCheck } from '#records/fee-check.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import type { RowsDeeds } from '../deeds.ts';
import { useChecked } from './use-checked.ts';

/** What a sale's fee should have been by the terms, and what explains what it was; nothing for rows without a fee to check. */
export function FeeCheckView({ deeds, entry }: { deeds: Pick<RowsDeeds, 'checkFee'>; entry: KeptEntry }) {
  const say = useSay();
  const language = useLanguage();
  const check = useChecked(deeds.checkFee, entry);
  if (check === null) return null;
  const money = (units: number): string => moneyText(units, entry.currency);
  const { expected, formula, charged, why } = check;
  const charge = money(charged);
  const parts = formula && [
    formula.rate,
    ...(formula.above === null ? [] : [say('fee-check.above', { above: money(formula.above) })]),
    ...(formula.upTo === null ? [] : [say('fee-check.up-to', { upTo: money(formula.upTo) })]),
    ...(formula.fixed === 0 ? [] : [say('fee-check.fixed', { fixed: money(formula.fixed) })]),
    ...(formula.cap === null ? [] : [say('fee-check.cap', { cap: money(formula.cap) })]),
    ...(formula.minimum === null ? [] : [say('fee-check.minimum', { minimum: money(formula.minimum) })]),
  ];
  return (
    <section data-testid="fee-check" data-why={why}>
      <h4>{say('fee-check.title')}</h4>
      <p>
        {expected !== null && formula && parts && (
          <>
            {say('fee-check.formula', {
              card: say(`terms-form.applies.${formula.card}`),
              formula: parts.join(''),
              expected: money(expected),
              charged: charge,
            })}{' '}
          </>
        )}
        <Why check={check} money={money} />
        {check.collected !== null && ` ${say('fee-check.collected', { day: dayText(check.collected, language) })}`}
      </p>
    </section>
  );
}

function Why({ check, money }: { check: FeeCheck; money: (units: number) => string }) {
  const say = useSay();
  const { why, charged, expected, rate, fixed, card } = check;
  const extra = fixed ? say('fee-check.fixed', { fixed: money(fixed) }) : '';
  const shape = rate === null ? '' : say('fee-check.shape', { rate, fixed: extra });
  const difference = money(Math.abs(charged - (expected ?? charged)));
  return (
    <>
      {say(`fee-check.${why}`, {
        charged: money(charged),
        difference,
        shape,
        card: say(`terms-form.applies.${card ?? 'all'}`),
      })}
    </>
  );
}
