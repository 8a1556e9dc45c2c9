import { useMemo, useState } from 'preact/hooks';
import { formatAmount } from '#money/amount.ts';
import { kindKey } from '#ui/parts/keys.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { useSay } from '#ui/parts/speak.ts';
import { addsUp, GROUPINGS, type Grouping, type Line, linesBy } from './grouping.ts';
import { groupingKey, ledgerKey } from './keys.ts';
import type { DayOfAccount } from './stretches.ts';

const AT_ONCE = 8;
const MORE = 50;

/** What the listed rows come to. */
export function Totals({ days }: { days: readonly DayOfAccount[] }) {
  const say = useSay();
  const [by, setBy] = useState<Grouping>('kind');
  const [shown, setShown] = useState(AT_ONCE);
  const lines = useMemo(() => linesBy(by, days), [by, days]);
  const rest = lines.length - shown;
  return (
    <div class="totals" data-testid="totals" data-by={by}>
      <label class="totals-by">
        <span>{say('totals.by')}</span>
        <select
          data-testid="totals-by"
          value={by}
          onChange={(event) => {
            const chosen = GROUPINGS.find((one) => one === event.currentTarget.value);
            if (chosen) setBy(chosen);
            setShown(AT_ONCE);
          }}
        >
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {say(groupingKey(one))}
            </option>
          ))}
        </select>
      </label>
      {lines.length === 0 ? (
        <p class="quiet">{say('totals.none')}</p>
      ) : (
        <div class="totals-scroll">
          <Lines by={by} lines={lines.slice(0, shown)} />
        </div>
      )}
      {rest > 0 && (
        <button type="button" class="button link" onClick={() => setShown(shown + MORE)}>
          {say('totals.more', { count: Math.min(rest, MORE) })}
        </button>
      )}
      <p class="quiet">{say('totals.note')}</p>
    </div>
  );
}

function Lines({ by, lines }: { by: Grouping; lines: readonly Line[] }) {
  const say = useSay();
  return (
    <table>
      <caption class="hidden">{say('totals.title')}</caption>
      <thead>
        <tr>
          {by !== 'kind' && <th scope="col">{say(groupingKey(by))}</th>}
          <th scope="col">{say('filter.ledger')}</th>
          <th scope="col">{say('rows.kind')}</th>
          <th scope="col" class="number">
            {say('totals.count')}
          </th>
          <th scope="col" class="number">
            {say('rows.amount')}
          </th>
          <th scope="col" class="number">
            {say('rows.fee')}
          </th>
          <th scope="col" class="number">
            {say('rows.net')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={`${line.group} ${line.ledger} ${line.kind} ${line.currency}`}
            data-testid="total"
            data-group={line.group}
            data-kind={line.kind}
            data-ledger={line.ledger}
          >
            {by !== 'kind' && (
              <th scope="row" class="nowrap number-text">
                {line.group ?? say('totals.no-terminal')}
              </th>
            )}
            <td class="nowrap">{say(ledgerKey(line.ledger))}</td>
            <td class="nowrap">{say(kindKey(line.kind))}</td>
            <td class="number" data-testid="total-count">
              {line.count}
            </td>
            <Sum line={line} of="amount" />
            <Sum line={line} of="fee" />
            <Sum line={line} of="net" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows that do not say it are counted beside the sum; where none says it, there is no sum. */
function Sum({ line, of }: { line: Line; of: 'amount' | 'fee' | 'net' }) {
  const say = useSay();
  if (!addsUp(line)) return <td class="number quiet">{say('totals.no-sum')}</td>;
  const silent = line.silent[of];
  return (
    <td class="number">
      {silent === line.count ? (
        <span class="quiet">{say('rows.not-given')}</span>
      ) : (
        <>
          <data value={formatAmount(line[of])}>{moneyText(line[of], line.currency)}</data>
          {silent > 0 && <span class="second">{say(`totals.silent.${of}`, { count: silent })}</span>}
        </>
      )}
    </td>
  );
}
