import { useEffect, useState } from 'preact/hooks';
import { addMonths, isDay, type Period } from '#money/day.ts';
import type { Match } from '#records/match.ts';
import type { TextKey } from '#text/index.ts';
import { useSay } from '#ui/parts/speak.ts';
import { localDay } from '#ui/parts/time-text.ts';
import type { MatchDeeds } from './deeds.ts';
import { MatchLine } from './match-line.tsx';
import { CHOICES, type Choice, isChosen } from './match-text.ts';

interface MatchesProps {
  readonly deeds: MatchDeeds;
  /** Changes when the book may have changed. */
  readonly version: string;
  /** Clock, ms. */
  readonly now: number;
}

const AT_ONCE = 50;
const MONTHS = 3;

/** What was sold, what was settled, and what the bank credited, side by side. The last answer stays while a newer one is worked out. */
export function Matches({ deeds, version, now }: MatchesProps) {
  const say = useSay();
  const today = localDay(now);
  const [period, setPeriod] = useState<Period>({ from: addMonths(today, -MONTHS), to: today });
  const [answer, setAnswer] = useState<readonly Match[] | null | TextKey | undefined>(undefined);
  const [refused, setRefused] = useState(0);

  useEffect(() => {
    let current = true;
    deeds.matches(period).then(
      (found) => current && setAnswer(found),
      () => current && setAnswer('match.failed'),
    );
    return () => {
      current = false;
    };
  }, [deeds, version, period, refused]);

  if (answer === undefined) return <p class="quiet">{say('desk.loading')}</p>;
  return (
    <div class="matches">
      <p class="quiet">{say('match.hint')}</p>
      <PeriodChoice period={period} choose={setPeriod} />
      {answer === null && (
        <p class="quiet" data-testid="matches-none">
          {say('match.none')}
        </p>
      )}
      {typeof answer === 'string' && <p class="outcome tone-bad">{say(answer)}</p>}
      {answer !== null && typeof answer !== 'string' && (
        <Found matches={answer} deeds={deeds} refused={() => setRefused((count) => count + 1)} />
      )}
    </div>
  );
}

function PeriodChoice({ period, choose }: { period: Period; choose: (period: Period) => void }) {
  const say = useSay();
  const set = (end: keyof Period, text: string) => {
    if (!isDay(text)) return;
    const now = { ...period, [end]: text };
    if (now.from <= now.to) choose(now);
  };
  return (
    <div class="coverage-choice">
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {say(end === 'from' ? 'match.from' : 'match.to')}{' '}
          <input
            type="date"
            data-testid={`matches-${end}`}
            value={period[end]}
            onChange={(event) => set(end, event.currentTarget.value)}
          />
        </label>
      ))}
    </div>
  );
}

interface FoundProps {
  readonly matches: readonly Match[];
  readonly deeds: MatchDeeds;
  readonly refused: () => void;
}

function Found({ matches, deeds, refused }: FoundProps) {
  const say = useSay();
  const [choice, setChoice] = useState<Choice>('look');
  const [count, setCount] = useState(AT_ONCE);
  if (matches.length === 0) return <p class="quiet">{say('match.nothing')}</p>;
  const shown = matches.filter((one) => isChosen(one, choice));
  const rest = shown.length - count;
  return (
    <>
      <fieldset class="match-choices">
        <legend class="hidden">{say('match.choose')}</legend>
        {CHOICES.map((one) => (
          <label key={one} class={one === choice ? 'is-chosen' : ''}>
            <input
              type="radio"
              name="matches-choice"
              value={one}
              data-testid={`matches-${one}`}
              checked={one === choice}
              onChange={() => {
                setChoice(one);
                setCount(AT_ONCE);
              }}
            />{' '}
            {say(`match.choice.${one}`, { count: matches.filter((match) => isChosen(match, one)).length })}
          </label>
        ))}
      </fieldset>
      <div aria-live="polite">
        {shown.length === 0 && <p class="quiet">{say(choice === 'look' ? 'match.all-well' : 'match.none-such')}</p>}
      </div>
      <ul class="match-list">
        {shown.slice(0, count).map((match) => (
          <MatchLine key={`${match.leg} ${match.payouts[0]?.id}`} match={match} deeds={deeds} refused={refused} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="button link more" onClick={() => setCount(count + 100)}>
          {say('match.more', { count: Math.min(rest, 100) })}
        </button>
      )}
    </>
  );
}
