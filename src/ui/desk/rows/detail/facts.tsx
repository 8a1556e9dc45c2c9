import type { ComponentChildren } from 'preact';
import { formatAmount, type Units } from '#money/amount.ts';
import type { KeptEntry } from '#records/entry.ts';
import type { Correction } from '#records/mark.ts';
import { isTextKey } from '#text/index.ts';
import { kindKey } from '#ui/parts/keys.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { dayText, momentOfRow } from '#ui/parts/time-text.ts';
import { cardKey, entryStateKey, ledgerKey } from '../keys.ts';

/** Every field of the row in words. What was corrected stands first, and what was read beside it, struck through. */
export function Facts({ entry, correction }: { entry: KeptEntry; correction: Correction }) {
  const say = useSay();
  const language = useLanguage();
  const money = (units: Units | null) =>
    units === null ? null : <data value={formatAmount(units)}>{moneyText(units, entry.currency)}</data>;
  const day = (of: KeptEntry['day'] | null) => (of === null ? null : dayText(of, language));
  return (
    <dl class="facts detail-facts" data-testid="facts">
      <Fact
        name={say('field.kind')}
        was={say(kindKey(entry.kind))}
        now={correction.kind && say(kindKey(correction.kind))}
      />
      <Fact
        name={say('field.state')}
        was={say(entryStateKey(entry.state))}
        now={correction.state && say(entryStateKey(correction.state))}
      />
      <Fact name={say('field.day')} was={day(entry.day)} />
      <Fact name={say('rows.when')} was={entry.at === null ? null : momentOfRow(entry.at)} />
      <Fact name={say('field.settle-day')} was={day(entry.settleDay)} />
      <Fact name={say('rows.amount')} was={money(entry.amount)} now={given(correction.amount, money)} />
      <Fact name={say('rows.fee')} was={money(entry.fee)} now={given(correction.fee, money)} />
      <Fact name={say('rows.net')} was={money(entry.net)} now={given(correction.net, money)} />
      <Fact name={say('rows.balance')} was={money(entry.balance)} />
      <Fact name={say('field.currency')} was={entry.currency} />
      <Fact name={say('field.rate')} was={entry.rate === null ? null : `${entry.rate / 10_000}%`} />
      <Fact name={say('field.card-type')} was={entry.card === null ? null : say(cardKey(entry.card))} />
      <Fact name={say('field.terminal')} was={entry.terminal} now={correction.terminal ?? undefined} />
      <Fact name={say('field.due')} was={day(entry.due)} now={given(correction.due, day)} />
      <Fact name={say('field.reference')} was={entry.reference} />
      {Object.entries(entry.links).map(([field, value]) => (
        <Fact
          key={field}
          name={
            isTextKey(`field.${field}`)
              ? say(`field.${field}` as 'field.order')
              : say('detail.other-number', { name: field })
          }
          was={value}
        />
      ))}
      <Fact name={say('filter.ledger')} was={say(ledgerKey(entry.ledger))} />
      <Fact name={say('rows.words')} was={entry.words} />
      <Fact name={say('detail.key')} was={<span class="quiet">{entry.key}</span>} />
    </dl>
  );
}

const given = <T,>(value: T | null | undefined, show: (value: T) => ComponentChildren): ComponentChildren =>
  value === undefined || value === null ? undefined : show(value);

/** `now`: what the merchant says instead; nothing where he says nothing. */
function Fact({ name, was, now }: { name: string; was: ComponentChildren; now?: ComponentChildren }) {
  const say = useSay();
  const none = <span class="quiet">{say('rows.not-given')}</span>;
  const read = was === null || was === '' ? none : was;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {now === undefined || now === '' ? (
          read
        ) : (
          <>
            <strong>{now}</strong> <s class="was">{read}</s>
          </>
        )}
      </dd>
    </div>
  );
}
