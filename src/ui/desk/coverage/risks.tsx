import { useMemo } from 'preact/hooks';
import type { AccountRecord } from '#book/coverage/accounts.ts';
import { atRisk, LEAD_DAYS, merchantSpans } from '#book/coverage/at-risk.ts';
import { listsIn } from '#book/coverage/coverage.ts';
import { accountName, isNameless, providerName } from '#ui/parts/names.ts';
import { type Say, useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import { keepingOf } from './keeping-of.ts';
import { listKey } from './keys.ts';

/** Days that the providers will soon not show any more and that are not proved, soonest first. */
export function Risks({ records, now }: { records: readonly AccountRecord[]; now: number }) {
  const say = useSay();
  const language = useLanguage();
  const risks = useMemo(() => atRisk(records, keepingOf, now), [records, now]);
  const merchants = records.filter(
    ({ provider, spans }) => listsIn(merchantSpans(spans, keepingOf(provider))).length > 0,
  );
  const providers = [...new Set(merchants.map(({ provider }) => provider))];
  const silent = providers.filter((provider) => !keepingOf(provider).retention.months);
  const names = new Map(records.map(({ id, label }) => [id, label ?? accountName(id, language)]));
  return (
    <div class="risks" data-testid="risks">
      {risks.length > 0 && <h3>{say('risk.title')}</h3>}
      {risks.length > 0 && (
        <ul>
          {risks.map(({ account, list, from, to, until, daysLeft, confidence }) => (
            <li
              key={`${account} ${list} ${from}`}
              class="risk"
              data-testid="risk"
              data-account={account}
              data-from={from}
              data-to={to}
            >
              {say(from === to ? 'risk.day' : 'risk.days', {
                account: names.get(account) ?? account,
                list: say(listKey(list)),
                from: dayText(from, language),
                to: dayText(to, language),
                until: dayText(until, language),
                left: leftText(daysLeft, say),
              })}
              {confidence !== 'official' && <span class="quiet"> ({say(`keeping.${confidence}`)})</span>}
            </li>
          ))}
        </ul>
      )}
      {risks.length === 0 && silent.length < providers.length && (
        <p class="quiet">{say('risk.none', { days: LEAD_DAYS })}</p>
      )}
      {silent.map((provider) => (
        <p key={provider} class="quiet">
          {isNameless(provider)
            ? say('risk.not-known-source')
            : say('risk.not-known', { provider: providerName(provider, language) })}
        </p>
      ))}
    </div>
  );
}

function leftText(days: number, say: Say): string {
  if (days === 0) return say('risk.left-none');
  return days === 1 ? say('risk.left-one') : say('risk.left', { days });
}
