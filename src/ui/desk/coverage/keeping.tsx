import type { Keeping as Known } from '#book/coverage/at-risk.ts';
import { portalName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { RetentionFacts } from './facts.tsx';

/** What is known of how long a provider shows what, each with where it stands and how sure it is; what is not known says so. */
export function Keeping({ provider, keeping }: { provider: string; keeping: Known }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <details class="keeping" data-testid="keeping">
      <summary>{say('keeping.title', { provider: portalName(provider, language) })}</summary>
      <RetentionFacts retention={keeping.retention} />
    </details>
  );
}
