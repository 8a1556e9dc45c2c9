import type { Rejected } from '#records/reading.ts';
import { useSay } from '#ui/parts/speak.ts';

/** How many rejected rows the page lists; the rest is counted. */
const MOST_REJECTED = 200;

/** Rows that are no entries, each with its reason; `count`: how many there are in all. */
export function RejectedRows({ rejected, count }: { rejected: readonly Rejected[]; count: number }) {
  const say = useSay();
  if (count === 0) return null;
  const shown = rejected.slice(0, MOST_REJECTED);
  return (
    <details class="rejected" open={count <= 5}>
      <summary>{say('import.rejected', { count })}</summary>
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
      {shown.length < count && <p class="quiet">{say('import.rejected-some', { count, shown: shown.length })}</p>}
    </details>
  );
}
