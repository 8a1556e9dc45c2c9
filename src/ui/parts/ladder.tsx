import type { Consequence, Rung } from '#records/arrears.ts';
import { useLanguage, useSay } from './speak.ts';
import { dayText } from './time-text.ts';

const keyOf = (consequence: Consequence) => `consequence.${consequence}` as const;

/** What follows where the item stays unpaid, step by step. Nothing where no source tells of anything. */
export function LadderView({ rungs }: { rungs: readonly Rung[] }) {
  const say = useSay();
  if (rungs.length === 0) return null;
  return (
    <div class="ladder" data-testid="ladder">
      <p>{say('consequence.title')}</p>
      <ul>
        {rungs.map((rung) => (
          <li key={rung.consequence} class={rung.reached ? 'reached' : ''}>
            {say(keyOf(rung.consequence))} <Facts rung={rung} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ rung }: { rung: Rung }) {
  const say = useSay();
  const language = useLanguage();
  const when =
    rung.day === null ? say('consequence.no-day') : say('consequence.from', { day: dayText(rung.day, language) });
  const facts = rung.official ? [when] : [when, say('consequence.reported')];
  return <small>{facts.join(language === 'zh' ? '；' : '; ')}</small>;
}
