import type { Keeping as Known } from '#book/coverage/at-risk.ts';
import type { Fact } from '#records/provider.ts';
import type { TextKey } from '#text/index.ts';
import { portalName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';

/** What is known of how long a provider shows what, each with where it stands and how sure it is; what is not known says so. */
export function Keeping({ provider, keeping }: { provider: string; keeping: Known }) {
  const say = useSay();
  const language = useLanguage();
  const { months, longestDays, publishedHour } = keeping.retention;
  return (
    <details class="keeping" data-testid="keeping">
      <summary>{say('keeping.title', { provider: portalName(provider, language) })}</summary>
      <ul>
        <FactLine fact={months} known="keeping.months" unknown="keeping.months-unknown" />
        <FactLine fact={longestDays} known="keeping.longest" unknown="keeping.longest-unknown" />
        <FactLine fact={publishedHour} known="keeping.hour" unknown="keeping.hour-unknown" />
      </ul>
    </details>
  );
}

function FactLine({ fact, known, unknown }: { fact: Fact | undefined; known: TextKey; unknown: TextKey }) {
  const say = useSay();
  const language = useLanguage();
  if (!fact) return <li class="quiet">{say(unknown)}</li>;
  const { value, confidence, dated, source } = fact;
  return (
    <li class={confidence === 'official' ? '' : 'quiet'}>
      {say(known, { count: value })} ({say(`keeping.${confidence}`)}
      {dated !== null && `, ${say('keeping.dated', { dated })}`})
      <span class="keeping-source quiet">{source[language]}</span>
    </li>
  );
}
