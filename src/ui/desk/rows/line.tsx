import type { ComponentChildren } from 'preact';
import { isDouble } from '#book/acts/marks.ts';
import { formatAmount, type Units } from '#money/amount.ts';
import type { Correction } from '#records/mark.ts';
import { kindKey } from '#ui/parts/keys.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useSay } from '#ui/parts/speak.ts';
import { timeOfRow } from '#ui/parts/time-text.ts';
import { Badges } from './badges.tsx';
import type { Seat } from './row-store.ts';

/** The names of the columns. */
export function Head({ hasAccounts }: { hasAccounts: boolean }) {
  const say = useSay();
  return (
    <thead>
      <tr class="list-row list-head" aria-rowindex={1}>
        <th scope="col">{say('rows.when')}</th>
        {hasAccounts && <th scope="col">{say('filter.account')}</th>}
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
        <th scope="col">{say('rows.terminal')}</th>
        <th scope="col">{say('rows.words')}</th>
        <th scope="col">{say('list.marks')}</th>
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly id: string;
  readonly seat: Seat | null;
  readonly names: ReadonlyMap<string, string> | null;
  readonly index: number;
  /** Px from the top of the window. */
  readonly top: number;
  readonly active: boolean;
}

/** One row in its place; what is not yet fetched shows its day. */
export function Line({ id, seat, names, index, top, active }: LineProps) {
  const say = useSay();
  const row = seat?.row ?? null;
  const entry = row?.entry;
  const mark = row?.mark ?? null;
  const correction: Correction = mark?.correction ?? {};
  const isOut = mark?.standing === 'ignored' || isDouble(mark) || (entry?.supersededBy ?? null) !== null;
  const place = {
    id,
    class: `list-row ${active ? 'is-active' : ''} ${isOut ? 'is-out' : ''}`,
    'aria-rowindex': index + 2,
    'aria-selected': active,
    'data-testid': 'list-row',
    'data-index': index,
    'data-key': entry?.key,
    style: { transform: `translateY(${top}px)` },
  } as const;
  if (!entry) {
    return (
      <tr {...place} aria-busy="true">
        <Cell>
          <span class="number-text">{seat?.stretch.day}</span>
        </Cell>
        {names !== null && <Cell>{names.get(seat?.stretch.account ?? '')}</Cell>}
        <Cell class="list-waiting">
          <span class="hidden">{say('list.fetching')}</span>
        </Cell>
      </tr>
    );
  }
  const time = timeOfRow(entry.at);
  return (
    <tr {...place}>
      <Cell class="number-text">
        {entry.day} <span class="quiet">{time}</span>
      </Cell>
      {names !== null && <Cell title={entry.account}>{names.get(entry.account) ?? entry.account}</Cell>}
      <Cell>
        <Corrected was={say(kindKey(entry.kind))} now={correction.kind && say(kindKey(correction.kind))} />
        {entry.state !== 'done' && entry.state !== 'unknown' && (
          <span class="list-note"> {say(entry.state === 'pending' ? 'entry.pending' : 'entry.failed')}</span>
        )}
        {entry.supersededBy !== null && <span class="list-note"> {say('entry.superseded')}</span>}
      </Cell>
      {entry.amount === null && entry.balance !== null && correction.amount == null ? (
        <Cell class="number">
          <span class="list-note">{say('rows.balance')}</span>{' '}
          <data value={formatAmount(entry.balance)}>{moneyText(entry.balance, entry.currency)}</data>
        </Cell>
      ) : (
        <Money was={entry.amount} now={correction.amount} currency={entry.currency} />
      )}
      <Money was={entry.fee} now={correction.fee} currency={entry.currency} />
      <Money was={entry.net} now={correction.net} currency={entry.currency} />
      <Cell class="number-text">
        <Corrected was={entry.terminal ?? ''} now={correction.terminal ?? undefined} />
      </Cell>
      <Cell title={entry.words}>{entry.words}</Cell>
      <Cell>
        <Badges mark={mark} />
      </Cell>
    </tr>
  );
}

function Cell({ class: name = '', title, children }: { class?: string; title?: string; children?: ComponentChildren }) {
  return (
    <td class={name} title={title}>
      {children}
    </td>
  );
}

function Money({ was, now, currency }: { was: Units | null; now: Units | null | undefined; currency: string }) {
  const say = useSay();
  const isChanged = now !== undefined && now !== null && now !== was;
  const units = isChanged ? now : was;
  return (
    <Cell class="number">
      {isChanged && was !== null && <s class="was">{moneyText(was, currency)}</s>}{' '}
      {units === null ? (
        <span class="quiet">
          <span aria-hidden="true">—</span>
          <span class="hidden">{say('rows.not-given')}</span>
        </span>
      ) : (
        <data value={formatAmount(units)}>{moneyText(units, currency)}</data>
      )}
    </Cell>
  );
}

function Corrected({ was, now }: { was: string; now: string | undefined }) {
  if (now === undefined || now === was) return <>{was}</>;
  return (
    <>
      {was !== '' && <s class="was">{was}</s>} {now}
    </>
  );
}
