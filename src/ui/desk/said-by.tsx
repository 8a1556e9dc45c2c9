import type { Said } from '#records/provider.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';

/** Where something is said of a provider, and how sure it is. */
export function SaidBy({ said: { confidence, dated, source } }: { said: Said }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      ({say(`keeping.${confidence}`)}
      {dated !== null && `, ${say('keeping.dated', { dated })}`})
      <span class="keeping-source quiet">{source[language]}</span>
    </>
  );
}
