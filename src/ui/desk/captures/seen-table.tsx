import { useState } from 'preact/hooks';
import { useSay } from '#ui/parts/speak.ts';
import type { Shown } from './shown.ts';

/** What is drawn at once: a page may hold any number of rows, a row a thousand cells of any length. */
const MOST = { rows: 50, columns: 60, letters: 300, line: 40 };

export function SeenTable({ shown }: { shown: Shown }) {
  const say = useSay();
  const [from, setFrom] = useState(0);
  const { is, header, rows, caption } = shown;
  const part = rows.slice(from, from + MOST.rows);
  const columns = part.reduce((most, row) => Math.max(most, row.length), header.length);
  const drawn = Math.min(columns, MOST.columns);
  const to = Math.min(from + MOST.rows, rows.length);
  const titles = Array.from({ length: drawn }, (_, at) =>
    is === 'texts' ? say('seen.line') : header[at] || say('seen.column', { count: at + 1 }),
  );
  return (
    <>
      {rows.length === 0 && <p class="quiet">{say('seen.no-rows')}</p>}
      <div class="rows-scroll">
        <table data-testid="seen-table">
          {caption !== null && caption !== '' && <caption>{cut(caption)}</caption>}
          <thead>
            <tr>
              {titles.map((title, at) => (
                <th key={`${at} ${title}`} scope="col">
                  {cut(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.map((row, at) => (
              <tr key={from + at} data-testid="seen-row">
                {titles.map((title, column) => (
                  <td key={`${column} ${title}`} class={(row[column] ?? '').length > MOST.line ? 'is-long' : ''}>
                    {cut(row[column] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns > drawn && <p class="quiet">{say('seen.columns-cut', { count: columns, shown: drawn })}</p>}
      {rows.length > MOST.rows && (
        <p class="seen-pages">
          <button
            type="button"
            class="button small"
            disabled={from === 0}
            onClick={() => setFrom(Math.max(0, from - MOST.rows))}
          >
            {say('seen.before')}
          </button>{' '}
          <span aria-live="polite">{say('seen.rows', { from: from + 1, to, count: rows.length })}</span>{' '}
          <button type="button" class="button small" disabled={to >= rows.length} onClick={() => setFrom(to)}>
            {say('seen.after')}
          </button>
        </p>
      )}
    </>
  );
}

const cut = (text: string): string => (text.length <= MOST.letters ? text : `${text.slice(0, MOST.letters)}…`);
