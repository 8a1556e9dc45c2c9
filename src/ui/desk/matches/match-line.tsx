import { useState } from 'preact/hooks';
import { formatAmount, type Units } from '#money/amount.ts';
import type { Match } from '#records/match.ts';
import type { TextKey } from '#text/index.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { Rows } from '#ui/parts/rows.tsx';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import type { MatchDeeds } from './deeds.ts';
import { accountsText, currencyOf, daysText, differenceOf, sumText, whyText } from './match-text.ts';

interface MatchLineProps {
  readonly match: Match;
  readonly deeds: MatchDeeds;
  readonly refused: () => void;
}

const MOST_ROWS = 100;

/** One payout, or several paid in one, with what arrived; opens to the reason, the sum and the rows of both sides. */
export function MatchLine({ match, deeds, refused }: MatchLineProps) {
  const say = useSay();
  const language = useLanguage();
  const { leg, state, due, came, payouts, arrived } = match;
  const currency = currencyOf(match);
  const difference = differenceOf(match);
  const sold = payouts.flatMap(({ rows }) => rows);
  const sum = sumText(match);
  return (
    <li class="match" data-testid="match" data-state={state} data-leg={leg} data-way={match.way ?? ''}>
      <details>
        <summary>
          <span class={`match-state is-${state}`}>{say(`match.state.${state}`)}</span>{' '}
          <strong>{daysText(match, language)}</strong> <span class="quiet">{accountsText(match, language)}</span>
          <span class="match-sums">
            {say('match.due')} <Money units={due} currency={currency} />
            {came !== null && (
              <>
                {' · '}
                {say('match.came')} <Money units={came} currency={currency} />
              </>
            )}
            {difference !== null && (
              <>
                {' · '}
                <strong class="warns">
                  {say(difference > 0 ? 'match.less' : 'match.more-came')}{' '}
                  <Money units={Math.abs(difference)} currency={currency} />
                </strong>
              </>
            )}
          </span>
        </summary>
        <p data-testid="match-why">{whyText(match, say, language)}</p>
        {sum !== null && <p class="quiet number-text">{say('match.sum', { sum })}</p>}
        {difference !== null && difference > 0 && <p>{say('match.taken')}</p>}
        <h4>{say(leg === 'bank' ? 'match.side.payouts' : 'match.side.sales')}</h4>
        <Rows entries={sold.slice(0, MOST_ROWS)} count={sold.length} />
        {arrived.length > 0 && (
          <>
            <h4>{say(leg === 'bank' ? 'match.side.credits' : 'match.side.settlements')}</h4>
            <Rows entries={arrived.slice(0, MOST_ROWS)} count={arrived.length} />
            <Refuse match={match} deeds={deeds} refused={refused} />
          </>
        )}
      </details>
    </li>
  );
}

function Money({ units, currency }: { units: Units; currency: string }) {
  return <data value={formatAmount(units)}>{moneyText(units, currency)}</data>;
}

function Refuse({ match, deeds, refused }: MatchLineProps) {
  const say = useSay();
  const [state, setState] = useState<'idle' | 'busy' | TextKey>('idle');
  const press = async () => {
    setState('busy');
    const problem = await deeds.refuse(match).catch((): TextKey => 'match.failed');
    setState(problem ?? 'idle');
    if (problem === null) refused();
  };
  return (
    <div class="detail-deeds">
      <button
        type="button"
        class="button small plain"
        data-testid="match-refuse"
        disabled={state === 'busy'}
        onClick={press}
      >
        {say('match.refuse')}
      </button>
      <span class="quiet">{say('match.refuse-hint')}</span>
      {state !== 'idle' && state !== 'busy' && (
        <p class="outcome tone-bad" role="alert">
          {say(state)}
        </p>
      )}
    </div>
  );
}
