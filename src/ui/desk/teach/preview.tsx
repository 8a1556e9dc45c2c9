import type { RecipeProblem } from '#records/recipe.ts';
import type { Preview } from '#records/teaching.ts';
import { Gaps } from '#ui/parts/gaps.tsx';
import { moneyText } from '#ui/parts/money-text.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { Controls } from '../controls.tsx';
import { FirstRows } from '../first-rows.tsx';
import { RejectedRows } from '../rejected-rows.tsx';
import { problemKey } from './fields.ts';

interface PreviewProps {
  readonly preview: Preview | RecipeProblem | null;
  readonly source: 'page' | 'file';
}

/** What the draft gives: sums, the source's own totals, the first rows as they would be kept, and the rows that cannot be read. */
export function PreviewView({ preview, source }: PreviewProps) {
  const say = useSay();
  return (
    <section class="teach-preview" aria-labelledby="teach-preview-title">
      <h3 id="teach-preview-title">{say('teach.preview')}</h3>
      <div aria-live="polite">
        {preview === null && <p class="quiet">{say('teach.preview-wait')}</p>}
        {typeof preview === 'string' && (
          <p class="warns" data-testid="teach-problem" data-problem={preview}>
            {say(problemKey(preview))}
          </p>
        )}
        {preview !== null && typeof preview !== 'string' && <Sums preview={preview} source={source} />}
      </div>
      {preview !== null && typeof preview !== 'string' && <Details preview={preview} source={source} />}
    </section>
  );
}

interface GivenProps {
  readonly preview: Preview;
  readonly source: 'page' | 'file';
}

function Sums({ preview, source }: GivenProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p
        data-testid="teach-count"
        data-count={preview.count}
        data-rejected={preview.rejectedCount}
        class={preview.rejectedCount > 0 ? 'warns' : ''}
      >
        {say('teach.count', { count: preview.count, rejected: preview.rejectedCount })}
      </p>
      <dl class="facts">
        {preview.totals.map(({ currency, amount, fee }) => (
          <Sum key={currency} currency={currency} amount={amount} fee={fee} />
        ))}
      </dl>
      {preview.accounts.map((account) => (
        <p key={account} class="quiet">
          {say('teach.account-line', { account: accountName(account, language) })}
        </p>
      ))}
      <Gaps gaps={preview.gaps} source={source} />
    </>
  );
}

function Sum({ currency, amount, fee }: Preview['totals'][number]) {
  const say = useSay();
  const text = (units: number | null): string => (units === null ? say('teach.sum-none') : moneyText(units, currency));
  return (
    <>
      <div>
        <dt>{say('teach.sum-amount')}</dt>
        <dd class="number-text" data-testid="teach-amount">
          {text(amount)}
        </dd>
      </div>
      <div>
        <dt>{say('teach.sum-fee')}</dt>
        <dd class="number-text" data-testid="teach-fee">
          {text(fee)}
        </dd>
      </div>
    </>
  );
}

function Details({ preview, source }: GivenProps) {
  return (
    <>
      <FirstRows entries={preview.entries} count={preview.entries.length} />
      <RejectedRows rejected={preview.rejected} count={preview.rejectedCount} />
      {preview.controls.length > 0 && <Controls controls={preview.controls} source={source} gaps={preview.gaps} />}
    </>
  );
}
