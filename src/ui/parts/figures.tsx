import { formatAmount } from '#money/amount.ts';
import { BASES, type Basis, type Owed, type Summary } from '#records/arrears.ts';
import { basisKey } from './keys.ts';
import { lookAgain } from './look-again.ts';
import { moneyText, spanOf } from './money-text.ts';
import { useLanguage, useSay } from './speak.ts';
import { dayText, localDay } from './time-text.ts';

/** What is owed on each of the three bases: beside each other, per currency, never added. `old` greys them: the last check failed. */
export function Figures({ summary, old, now }: { summary: Summary; old: boolean; now: number }) {
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
      <NextLook summary={summary} now={now} />
    </section>
  );
}

function NextLook({ summary, now }: { summary: Summary; now: number }) {
  const say = useSay();
  const language = useLanguage();
  const today = localDay(now);
  const next = lookAgain(summary, today);
  if (next === null) return null;
  const day = dayText(next.day, language);
  return (
    <p class="next-look" data-testid="look-again" data-day={next.day}>
      {next.day === today ? say(`look-again.now.${next.why}`) : say(`look-again.${next.why}`, { day })}
    </p>
  );
}

function Figure({ basis, summary }: { basis: Basis; summary: Summary }) {
  const say = useSay();
  const proved = summary.accounts.every((account) => account.knowledge.whole);
  const owes = summary.totals.some((total) => total[basis].min > 0);
  const size = sizeFor(summary.totals.flatMap((total) => amountsOf(total[basis], total.currency)));
  return (
    <div class={`figure figure-${basis} ${owes ? 'owes' : ''} ${size}`} data-testid={`arrears-${basis}`}>
      <h3>{say(basisKey(basis))}</h3>
      {summary.totals.length === 0 ? (
        <p class="figure-amount is-words">{say(proved ? 'figure.none' : 'figure.none-yet')}</p>
      ) : (
        summary.totals.map((total) => (
          <FigureAmount key={total.currency} owed={provedOnly(total[basis], proved)} currency={total.currency} />
        ))
      )}
      <p class="figure-note">{say(`figure.${basis}.note`)}</p>
    </div>
  );
}

/** Nothing found in what is not proved to be all is no 0: its upper end is not known. */
function provedOnly(owed: Owed, proved: boolean): Owed {
  return owed.max === 0 && !proved ? { min: owed.min, max: null } : owed;
}

const amountsOf = ({ min, max }: Owed, currency: string): readonly string[] =>
  max === null || max === min ? [moneyText(min, currency)] : [moneyText(min, currency), moneyText(max, currency)];

/** One size for all amounts of a figure: what the longest of them needs in the small window. */
function sizeFor(amounts: readonly string[]): string {
  const longest = Math.max(0, ...amounts.map((amount) => amount.length));
  return longest > 12 ? 'is-longest' : longest > 9 ? 'is-long' : '';
}

function FigureAmount({ owed, currency }: { owed: Owed; currency: string }) {
  const say = useSay();
  const span = spanOf(owed);
  if (span === 'at-least' && owed.min === 0) return <p class="figure-amount is-words">{say('figure.none-yet')}</p>;
  const [min, max] = amountsOf(owed, currency);
  return (
    <p class="figure-amount">
      {span === 'at-least' && <span class="at-least">{say('amount.at-least.mark')} </span>}
      <data value={formatAmount(owed.min)}>{min}</data>
      {max !== undefined && owed.max !== null && (
        <>
          {' – '}
          <data value={formatAmount(owed.max)}>{max}</data>
        </>
      )}
    </p>
  );
}
