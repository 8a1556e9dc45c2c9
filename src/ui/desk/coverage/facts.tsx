import type { Fact, Retention } from '#records/provider.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import { SaidBy } from '../said-by.tsx';

/** How long a provider shows what; what is not known says so. */
export function RetentionFacts({ retention: { months, longestDays, publishedHour } }: { retention: Retention }) {
  return (
    <ul>
      <FactLine fact={months} known="keeping.months" unknown="keeping.months-unknown" />
      <FactLine fact={longestDays} known="keeping.longest" unknown="keeping.longest-unknown" />
      <FactLine fact={publishedHour} known="keeping.hour" unknown="keeping.hour-unknown" />
    </ul>
  );
}

function FactLine({ fact, known, unknown }: { fact: Fact | undefined; known: TextKey; unknown: TextKey }) {
  const say = useSay();
  if (!fact) return <li class="quiet">{say(unknown)}</li>;
  return (
    <li class={fact.confidence === 'official' ? '' : 'quiet'}>
      {say(known, { count: fact.value })} <SaidBy said={fact} />
    </li>
  );
}
