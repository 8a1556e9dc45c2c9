import { formatAmount } from '#money/amount.ts';
import { BASES, type Basis, type Item, isNeverRead, type Owed, type Summary } from '#records/arrears.ts';
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
      {isUnread(summary) && (
        <p class="warns" data-testid="figures-unread">
          {say('figures.nothing-read')}
        </p>
      )}
      <SaidOf summary={summary} said="paid" />
      <SaidOf summary={summary} said="disputed" />
      <NextLook summary={summary} now={now} />
    </section>
  );
}

/** Nothing that was read is in force: no account was ever read, or every reading was undone. */
const isUnread = ({ accounts }: Summary): boolean => accounts.every(({ knowledge }) => isNeverRead(knowledge));

/** What the merchant says of what is owed, on each basis apart: in words, because it is no figure of what was read. */
function SaidOf({ summary, said }: { summary: Summary; said: 'paid' | 'disputed' }) {
  const say = useSay();
  const isSaid = (item: Item): boolean =>
    said === 'paid' ? item.state === 'paid' : item.state === 'open' && item.disputed === true;
  const items = summary.accounts.flatMap((account) => account.items).filter(isSaid);
  const currencies = [...new Set(items.map(({ currency }) => currency))].sort();
  return BASES.flatMap((basis) =>
    currencies.flatMap((currency) => {
      const own = items.filter((item) => item.basis === basis && item.currency === currency);
      if (own.length === 0) return [];
      const amount = moneyText(
        own.reduce((sum, { min }) => sum + min, 0),
        currency,
      );
      return (
        <p key={`${basis} ${currency}`} class="quiet" data-testid={`figures-${said}`}>
          {say(`figures.${said}`, { basis: say(basisKey(basis)), amount })}
        </p>
      );
    }),
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
        <p class="figure-amount is-words">
          {say(isUnread(summary) ? 'figure.nothing-read' : proved ? 'figure.none' : 'figure.none-yet')}
        </p>
      ) : (
        summary.totals.map((total) =>
          basis === 'observed' && total.unstated ? (
            <p key={total.currency} class="figure-amount is-words">
              {say('figure.unstated')}
            </p>
          ) : (
            <FigureAmount key={total.currency} owed={provedOnly(total[basis], proved)} currency={total.currency} />
          ),
        )
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
