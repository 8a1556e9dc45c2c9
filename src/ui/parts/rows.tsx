import { formatAmount, type Units } from '#money/amount.ts';
import type { KeptEntry } from '#records/entry.ts';
import { kindKey } from './keys.ts';
import { moneyText } from './money-text.ts';
import { useSay } from './speak.ts';
import { timeOfRow } from './time-text.ts';

/** The proving rows as a small table, oldest first. `count`: how many prove it in all. */
export function Rows({ entries, count }: { entries: readonly KeptEntry[]; count: number }) {
  const say = useSay();
  if (entries.length === 0) return <p class="quiet">{say('rows.none')}</p>;
  const sorted = entries.toSorted((a, b) => ((a.at ?? a.day) < (b.at ?? b.day) ? -1 : 1));
  const hasBalance = sorted.some((entry) => entry.balance !== null);
  return (
    <div class="rows">
      <div class="rows-scroll">
        <table data-testid="rows">
          <caption class="hidden">{say('rows.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('rows.when')}</th>
              <th scope="col">{say('rows.kind')}</th>
              <th scope="col" class="number">
                {say('rows.amount')}
              </th>
              <th scope="col" class="number">
                {say('rows.fee')}
              </th>
              <th scope="col" class="number">
                {say('rows.net')}
              </th>
              {hasBalance && (
                <th scope="col" class="number">
                  {say('rows.balance')}
                </th>
              )}
              <th scope="col">{say('rows.terminal')}</th>
              <th scope="col">{say('rows.reference')}</th>
              <th scope="col">{say('rows.words')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((entry) => (
              <Row key={entry.key} entry={entry} hasBalance={hasBalance} />
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length < count && <p class="quiet">{say('rows.some', { count, shown: sorted.length })}</p>}
    </div>
  );
}

function Row({ entry, hasBalance }: { entry: KeptEntry; hasBalance: boolean }) {
  const say = useSay();
  const time = timeOfRow(entry.at);
  return (
    <tr class={entry.supersededBy === null ? '' : 'is-gone'} data-testid="row">
      <td class="nowrap">
        {entry.day}
        {time !== '' && <span class="second">{time}</span>}
      </td>
      <td class="nowrap">
        {say(kindKey(entry.kind))}
        {entry.state === 'pending' && <span class="second">{say('entry.pending')}</span>}
        {entry.state === 'failed' && <span class="second">{say('entry.failed')}</span>}
        {entry.supersededBy !== null && <span class="second">{say('entry.superseded')}</span>}
      </td>
      <Money units={entry.amount} currency={entry.currency} />
      <Money units={entry.fee} currency={entry.currency} />
      <Money units={entry.net} currency={entry.currency} />
      {hasBalance && <Money units={entry.balance} currency={entry.currency} />}
      <Words text={entry.terminal} short={true} />
      <Words text={entry.reference} short={true} />
      <Words text={entry.words} />
    </tr>
  );
}

function Money({ units, currency }: { units: Units | null; currency: string }) {
  return (
    <td class="number">
      {units === null ? <NotGiven /> : <data value={formatAmount(units)}>{moneyText(units, currency)}</data>}
    </td>
  );
}

/** `short` keeps a number on one line, unless it is no number at all. */
function Words({ text, short = false }: { text: string | null; short?: boolean }) {
  return (
    <td class={short && (text ?? '').length <= 40 ? 'nowrap number-text' : 'words'}>
      {text === null || text === '' ? <NotGiven /> : text}
    </td>
  );
}

/** The source does not give it: shown as a dash, said as words, and never as 0. */
function NotGiven() {
  const say = useSay();
  return (
    <>
      <span aria-hidden="true" class="quiet">
        —
      </span>
      <span class="hidden">{say('rows.not-given')}</span>
    </>
  );
}
