import { formatAmount } from '#money/amount.ts';
import { BASES, type Basis, type Owed, type Summary } from '#records/arrears.ts';
import { basisKey } from './keys.ts';
import { moneyText, spanOf } from './money-text.ts';
import { useLanguage, useSay } from './speak.ts';
import { dayText } from './time-text.ts';

/** What is owed on each of the three bases: beside each other, per currency, never added. `old` greys them: the last check failed. */
export function Figures({ summary, old }: { summary: Summary; old: boolean }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section class={`figures ${old ? 'is-old' : ''}`} aria-labelledby="figures-title">
      <div class="figures-head">
        <h2 id="figures-title">{say('figures.title')}</h2>
        <span class="quiet">{say('figures.as-of', { day: dayText(summary.asOf, language) })}</span>
      </div>
      <div class="figures-row">
        {BASES.map((basis) => (
          <Figure key={basis} basis={basis} summary={summary} />
        ))}
      </div>
      <p class="quiet figures-apart">{say('figures.apart')}</p>
    </section>
  );
}

function Figure({ basis, summary }: { basis: Basis; summary: Summary }) {
  const say = useSay();
  const owes = summary.totals.some((total) => total[basis].min > 0);
  return (
    <div class={`figure figure-${basis} ${owes ? 'owes' : ''}`} data-testid={`arrears-${basis}`}>
      <h3>{say(basisKey(basis))}</h3>
      {summary.totals.length === 0 ? (
        <p class="figure-amount is-words">{say('figure.none')}</p>
      ) : (
        summary.totals.map((total) => (
          <FigureAmount key={total.currency} owed={total[basis]} currency={total.currency} />
        ))
      )}
      <p class="figure-note">{say(`figure.${basis}.note`)}</p>
    </div>
  );
}

function FigureAmount({ owed, currency }: { owed: Owed; currency: string }) {
  const say = useSay();
  const span = spanOf(owed);
  if (span === 'at-least' && owed.min === 0) return <p class="figure-amount is-words">{say('figure.none-yet')}</p>;
  const min = moneyText(owed.min, currency);
  const max = span === 'range' && owed.max !== null ? moneyText(owed.max, currency) : null;
  const longest = Math.max(min.length, max?.length ?? 0);
  const size = longest > 12 ? 'is-longest' : longest > 9 || max !== null ? 'is-long' : '';
  return (
    <p class={`figure-amount ${size}`}>
      {span === 'at-least' && <span class="at-least">{say('amount.at-least.mark')} </span>}
      <data value={formatAmount(owed.min)}>{min}</data>
      {max !== null && owed.max !== null && (
        <>
          {' – '}
          <data value={formatAmount(owed.max)}>{max}</data>
        </>
      )}
    </p>
  );
}
