import type { SeenTable } from '#records/teaching.ts';
import { useSay } from '#ui/parts/speak.ts';

interface TablesProps {
  readonly tables: readonly SeenTable[];
  readonly chosen: number;
  readonly choose: (table: SeenTable) => void;
  readonly only: boolean;
  readonly setOnly: (only: boolean) => void;
}

/** Which of the tables seen is the list. */
export function Tables({ tables, chosen, choose, only, setOnly }: TablesProps) {
  const say = useSay();
  const isPage = tables[0]?.place.source === 'page';
  return (
    <fieldset class="teach-tables">
      <legend>{say('teach.table')}</legend>
      {tables.map((table, place) => (
        <label key={table.index} class="teach-table">
          <input
            type="radio"
            name="teach-table"
            data-testid="teach-table"
            checked={table.index === chosen}
            onChange={() => choose(table)}
          />
          <span>
            <span class="teach-table-name">{table.caption ?? say('teach.table-name', { number: place + 1 })}</span>
            <span class="quiet">
              {say('teach.table-size', { columns: table.columns.length, rows: table.rowCount })} ·{' '}
              {say(stateKey(table))}
            </span>
            <span class="quiet teach-titles">
              {table.columns
                .map(({ header }) => header)
                .join(' | ')
                .slice(0, 160)}
            </span>
          </span>
        </label>
      ))}
      {isPage && tables.length > 1 && (
        <label class="teach-only">
          <input
            type="checkbox"
            data-testid="teach-only"
            checked={only}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />{' '}
          {say('teach.only')}
        </label>
      )}
    </fieldset>
  );
}

const stateKey = ({ isList, recipe }: SeenTable) => {
  if (!isList) return 'teach.table-unread';
  return recipe === null ? 'teach.table-read' : 'teach.table-taught';
};
