import type { Outlook } from '#records/arrears.ts';
import { codeKey } from './keys.ts';
import { moneyText } from './money-text.ts';
import { useLanguage, useSay } from './speak.ts';
import { dayText } from './time-text.ts';

/** What comes next for one account in one currency. A shortfall is said at once; the rest waits behind its title. */
export function OutlookView({ outlook }: { outlook: Outlook }) {
  const say = useSay();
  const language = useLanguage();
  const { balance, float, limits, deposits, currency } = outlook;
  const money = (units: number): string => moneyText(units, currency);
  const short = balance?.short ?? null;
  const charges = balance?.charges ?? [];
  if (charges.length === 0 && !float && !limits && deposits.length === 0) return null;
  return (
    <div class="outlook" data-testid="outlook">
      {short && (
        <p class="outlook-short" data-testid="outlook-short">
          {say('outlook.short', { day: dayText(short.day, language), by: money(short.by) })}
        </p>
      )}
      <details>
        <summary>{say('outlook.title')}</summary>
        <ul>
          {balance && charges.length > 0 && (
            <li>
              {!short &&
                `${say('outlook.covered', { day: dayText(balance.day, language), amount: money(balance.amount) })} `}
              {balance.least < balance.amount
                ? say('outlook.least', { least: money(balance.least) })
                : say('outlook.nothing-in')}
              <ul>
                {charges.map(({ day, code, terminal, amount, left }) => (
                  <li key={`${day} ${code} ${terminal}`}>
                    {say('outlook.charge', {
                      day: dayText(day, language),
                      code: say(codeKey(code)),
                      amount: money(amount),
                      left: money(left),
                    })}
                  </li>
                ))}
              </ul>
            </li>
          )}
          {float && (
            <li>
              {say('outlook.float', {
                days: float.days,
                amount: money(float.amount),
                day: dayText(float.largest, language),
              })}
            </li>
          )}
          {deposits.map(({ terminal, deposit, target, reached, last, aDay }) => (
            <li key={terminal}>
              {say('outlook.deposit', {
                terminal,
                deposit: money(deposit),
                target: money(target),
                reached: money(reached),
                last: dayText(last, language),
                aDay: money(aDay),
              })}
            </li>
          ))}
          {limits && (
            <li>
              {say('outlook.limits', {
                single: money(limits.single),
                daily: money(limits.daily),
                sales: limits.sales,
                above: limits.above,
              })}
            </li>
          )}
        </ul>
      </details>
    </div>
  );
}
