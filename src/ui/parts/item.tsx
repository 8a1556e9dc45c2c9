import { useId, useState } from 'preact/hooks';
import { formatAmount } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Cause, Item } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { causeSentences, causeStep } from '#text/cause.ts';
import { causeParams } from './cause-params.ts';
import { basisKey, codeKey, stateKey } from './keys.ts';
import { LadderView } from './ladder.tsx';
import { owedText } from './money-text.ts';
import { causesInOrder, isWarning, proofOf } from './order.ts';
import { Rows } from './rows.tsx';
import { useLanguage, useSay } from './speak.ts';
import { dueText, sinceText } from './time-text.ts';

/** Fetches the entries behind a cause; rejects when nobody answers. */
export type RowsOf = (account: string, keys: readonly string[]) => Promise<readonly KeptEntry[]>;

/** How many rows one question may ask for (`src/bridge/messages.ts`). */
const MOST_ROWS = 1000;

/** One thing owed: what, how much, since and until when, why, what to do, and the rows that prove it one press away. */
export function ItemView({ item, today, rowsOf }: { item: Item; today: Day; rowsOf: RowsOf }) {
  const say = useSay();
  const language = useLanguage();
  const warning = isWarning(item);
  return (
    <li
      class={`item state-${item.state} ${warning ? 'is-warning' : ''}`}
      data-testid="item"
      data-code={item.code}
      data-state={item.state}
    >
      <div class="item-head">
        <h4>{say(codeKey(item.code))}</h4>
        {warning ? (
          <span class="item-amount is-words">{say('amount.warning')}</span>
        ) : (
          <data class="item-amount" value={formatAmount(item.min)}>
            {owedText(item, item.currency, say)}
          </data>
        )}
      </div>
      <p class="item-facts">
        {!warning && <span class={`chip chip-${item.state}`}>{say(stateKey(item.state))}</span>}
        {item.disputed && <span class="chip chip-disputed">{say('state.disputed')}</span>}
        <span>{say(basisKey(item.basis))}</span>
        {(item.since !== null || item.state !== 'due') && <span>{sinceText(item.since, say, language)}</span>}
        {item.due !== null && (
          <span class={item.state === 'open' || item.state === 'due' ? 'due' : ''}>
            {dueText(item.due, today, say, language)}
          </span>
        )}
        {item.terminal !== null && <span>{say('arrears.terminal', { terminal: item.terminal })}</span>}
      </p>
      {causesInOrder(item.causes).map((cause, index) => (
        <CauseView key={`${cause.cause} ${index}`} cause={cause} currency={item.currency} />
      ))}
      <LadderView rungs={item.ladder ?? []} />
      <Proof item={item} rowsOf={rowsOf} />
    </li>
  );
}

function CauseView({ cause, currency }: { cause: Cause; currency: string }) {
  const say = useSay();
  const params = causeParams(cause.params, currency, useLanguage());
  return (
    <div class="cause" data-cause={cause.cause}>
      <p class="cause-sentence" data-testid="cause">
        {causeSentences(cause.cause, cause.params).map((key) => `${say(key, params)} `)}
        <span class={`confidence confidence-${cause.confidence}`}>{say(`confidence.${cause.confidence}`)}</span>
      </p>
      <p class="cause-step" data-testid="cause-step">
        <span class="cause-step-mark">{say('item.step')}</span> {say(causeStep(cause.cause, cause.params), params)}
      </p>
    </div>
  );
}

type Fetched = 'closed' | 'loading' | 'failed' | readonly KeptEntry[];

function Proof({ item, rowsOf }: { item: Item; rowsOf: RowsOf }) {
  const say = useSay();
  const place = useId();
  const [fetched, setFetched] = useState<Fetched>('closed');
  const keys = proofOf(item);
  if (keys.length === 0) return null;
  const open = typeof fetched !== 'string';
  const press = async () => {
    if (open) return setFetched('closed');
    setFetched('loading');
    try {
      setFetched(await rowsOf(item.account, keys.slice(0, MOST_ROWS)));
    } catch {
      setFetched('failed');
    }
  };
  const offer = keys.length === 1 ? say('item.rows-one') : say('item.rows', { count: keys.length });
  return (
    <div class="proof">
      <button
        type="button"
        class="button link"
        data-testid="item-rows"
        aria-expanded={open}
        aria-controls={place}
        disabled={fetched === 'loading'}
        onClick={press}
      >
        {open ? say('item.rows-hide') : offer}
      </button>
      <div id={place} aria-live="polite">
        {fetched === 'loading' && <p class="quiet">{say('rows.loading')}</p>}
        {fetched === 'failed' && <p class="warns">{say('rows.failed')}</p>}
        {open && <Rows entries={fetched} count={keys.length} />}
      </div>
    </div>
  );
}
