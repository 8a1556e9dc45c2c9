import { useState } from 'preact/hooks';
import { formatAmount } from '#money/amount.ts';
import type { LearnedLine } from '#records/learned-line.ts';
import type { TextKey } from '#text/index.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText } from '#ui/parts/time-text.ts';
import type { TermsDeeds } from './deeds.ts';
import { emptyLine, type LineDraft } from './draft.ts';

interface LearnedProps {
  readonly account: string;
  readonly currency: string;
  readonly learn: TermsDeeds['learn'];
  readonly take: (line: LineDraft) => void;
}

/** What the account's own rows show to be charged, to be taken over line by line. */
export function Learned({ account, currency, learn, take }: LearnedProps) {
  const say = useSay();
  const [answer, setAnswer] = useState<readonly LearnedLine[] | TextKey | null>(null);
  const press = () => learn(account).then(setAnswer, () => setAnswer('terms-form.failed'));
  return (
    <div>
      <button type="button" class="button small" data-testid="terms-learn" onClick={press}>
        {say('terms-form.learn')}
      </button>
      <div aria-live="polite">
        {typeof answer === 'string' && <p class="warns">{say(answer)}</p>}
        {answer !== null && typeof answer !== 'string' && answer.length === 0 && (
          <p class="quiet">{say('terms-form.learned-none')}</p>
        )}
        {answer !== null && typeof answer !== 'string' && answer.length > 0 && (
          <>
            <ul class="terms-learned">
              {answer.map((line) => (
                <li key={line.card}>
                  <LearnedText line={line} currency={currency} />{' '}
                  <button
                    type="button"
                    class="button link"
                    data-testid={`terms-take-${line.card ?? 'all'}`}
                    onClick={() => take(draftOf(line))}
                  >
                    {say('terms-form.take')}
                  </button>
                </li>
              ))}
            </ul>
            <p class="quiet">{say('terms-form.learned-note')}</p>
          </>
        )}
      </div>
    </div>
  );
}

function LearnedText({ line, currency }: { line: LearnedLine; currency: string }) {
  const say = useSay();
  const language = useLanguage();
  const cap = line.cap === null ? '' : say('terms-form.learned-cap', { cap: moneyText(line.cap, currency) });
  const fixed = line.fixed === 0 ? '' : say('terms-form.learned-fixed', { fixed: moneyText(line.fixed, currency) });
  return (
    <span>
      {say('terms-form.learned', {
        applies: say(`terms-form.applies.${line.card ?? 'all'}`),
        rate: line.rate,
        extra: `${cap}${fixed}`,
        from: dayText(line.from, language),
        support: line.support,
        of: line.of,
      })}
    </span>
  );
}

const draftOf = ({ card, rate, cap, fixed }: LearnedLine): LineDraft => ({
  ...emptyLine(),
  applies: card ?? 'all',
  rate,
  cap: cap === null ? '' : formatAmount(cap),
  fixed: fixed === 0 ? '' : formatAmount(fixed),
});
