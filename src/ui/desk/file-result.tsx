import type { Rejected } from '#records/reading.ts';
import { outcomeKey } from '#ui/parts/keys.ts';
import { accountName, formatTitle, providerName } from '#ui/parts/names.ts';
import { OutcomeView } from '#ui/parts/outcome.tsx';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { periodText } from '#ui/parts/time-text.ts';
import { Controls } from './controls.tsx';
import type { FileReading } from './file-answer.ts';

/** What one file said: how it ended, what it is, whose, its own totals checked, and every row that could not be read. */
export function FileResult({ reading }: { reading: FileReading }) {
  const say = useSay();
  const language = useLanguage();
  const provider = reading.provider === null ? say('import.provider-none') : providerName(reading.provider, language);
  const format =
    reading.format === null
      ? say('import.format-none')
      : reading.format === 'generic'
        ? say('import.format-generic')
        : reading.format.startsWith('recipe:')
          ? say('recipes.format')
          : formatTitle(reading.format, language);
  const accounts =
    reading.accounts.length === 0
      ? say('import.account-none')
      : reading.accounts.map((id) => accountName(id, language)).join(language === 'zh' ? '、' : ', ');
  return (
    <div class="file-result">
      <OutcomeView
        outcome={reading.outcome}
        sentence={outcomeKey(reading.outcome, 'file', reading.gaps)}
        gaps={reading.gaps}
        counts={reading.counts}
        source="file"
      />
      <dl class="facts">
        <Fact name={say('import.provider')} value={provider} />
        <Fact name={say('import.format')} value={format} />
        <Fact name={say('import.account')} value={accounts} />
        <Fact
          name={say('import.period')}
          value={periodText(reading.from, reading.to, language) ?? say('desk.no-period')}
        />
      </dl>
      <Controls controls={reading.controls} source="file" gaps={reading.gaps} />
      <RejectedRows rejected={reading.rejected} />
      {canBeTaught(reading) && (
        <p>
          <a href="#teach-title" data-testid="file-teach">
            {say('teach.link')}
          </a>
        </p>
      )}
    </div>
  );
}

/** A table that was not understood, or whose rows were refused. */
const canBeTaught = ({ outcome, rejected }: FileReading): boolean =>
  outcome === 'not-a-known-page' || outcome === 'changed' || (outcome === 'part' && rejected.length > 0);

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** How many rejected rows the page lists; the rest is counted. */
const MOST_REJECTED = 200;

export function RejectedRows({ rejected }: { rejected: readonly Rejected[] }) {
  const say = useSay();
  if (rejected.length === 0) return null;
  const shown = rejected.slice(0, MOST_REJECTED);
  return (
    <details class="rejected" open={rejected.length <= 5}>
      <summary>{say('import.rejected', { count: rejected.length })}</summary>
      <div class="rows-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {say('import.rejected-row')}
              </th>
              <th scope="col">{say('import.rejected-reason')}</th>
              <th scope="col">{say('import.rejected-cell')}</th>
              <th scope="col">{say('import.rejected-cells')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={`${row.sighting} ${row.table} ${row.row}`} data-testid="rejected-row" data-reason={row.reason}>
                <td class="number">{row.row + 1}</td>
                <td>{say(`rejection.${row.reason}`)}</td>
                <td class="words">{row.cell === null ? '—' : `${row.cell.header}：${row.cell.text}`}</td>
                <td class="words quiet">{row.cells.join(' | ').slice(0, 400)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rejected.length && (
        <p class="quiet">{say('import.rejected-some', { count: rejected.length, shown: shown.length })}</p>
      )}
    </details>
  );
}
