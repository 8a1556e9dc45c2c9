import { FIELDS, type Field } from '#records/provider.ts';
import type { RecipeColumn } from '#records/recipe.ts';
import type { RecipeDraft, SeenTable } from '#records/teaching.ts';
import { useSay } from '#ui/parts/speak.ts';
import { FIELD_GROUPS, fieldKey, isMoney, UNITS, unitKey } from './fields.ts';

interface ColumnsProps {
  readonly table: SeenTable;
  readonly draft: RecipeDraft;
  readonly setField: (column: number, field: Field) => void;
  readonly setUnit: (column: number, unit: RecipeColumn['unit']) => void;
}

const EXAMPLES = 3;

/** One line for each column of the table: its title, what stands in it, and what it is. */
export function Columns({ table, draft, setField, setUnit }: ColumnsProps) {
  const say = useSay();
  return (
    <div class="rows-scroll teach-columns">
      <table>
        <caption>{say('teach.columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('teach.column')}</th>
            <th scope="col">{say('teach.examples')}</th>
            <th scope="col">{say('teach.meaning')}</th>
            <th scope="col">{say('teach.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.columns.map((column, index) => {
            const title = column.header === '' ? say('teach.column-none', { number: index + 1 }) : column.header;
            return (
              // Titles may repeat; the place of a column in its table does not change.
              <tr key={`${table.index} ${index}`} data-testid="teach-column" data-header={column.header}>
                <th scope="row">{title}</th>
                <td class="words quiet">{examples(table, index)}</td>
                <td>
                  <FieldSelect title={title} field={column.field} choose={(field) => setField(index, field)} />
                </td>
                <td>
                  {isMoney(column.field) && (
                    <UnitSelect title={title} unit={column.unit} choose={(unit) => setUnit(index, unit)} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function examples({ sample }: SeenTable, index: number): string {
  const values = sample.map((row) => row[index] ?? '').filter((text) => text !== '');
  return [...new Set(values)]
    .slice(0, EXAMPLES)
    .map((text) => text.slice(0, 40))
    .join(' · ');
}

interface FieldProps {
  readonly title: string;
  readonly field: Field;
  readonly choose: (field: Field) => void;
}

function FieldSelect({ title, field, choose }: FieldProps) {
  const say = useSay();
  return (
    <select
      data-testid="teach-field"
      aria-label={say('teach.meaning-of', { column: title })}
      value={field}
      onChange={(event) => {
        const chosen = FIELDS.find((one) => one === event.currentTarget.value);
        if (chosen) choose(chosen);
      }}
    >
      <option value="ignore">{say('field.ignore')}</option>
      {FIELD_GROUPS.map(({ key, fields }) => (
        <optgroup key={key} label={say(key)}>
          {fields.map((one) => (
            <option key={one} value={one}>
              {say(fieldKey(one))}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

interface UnitProps {
  readonly title: string;
  readonly unit: RecipeColumn['unit'];
  readonly choose: (unit: RecipeColumn['unit']) => void;
}

function UnitSelect({ title, unit, choose }: UnitProps) {
  const say = useSay();
  return (
    <select
      data-testid="teach-unit"
      aria-label={say('teach.unit-of', { column: title })}
      value={unit ?? ''}
      onChange={(event) => choose(UNITS.find((one) => one === event.currentTarget.value) ?? null)}
    >
      <option value="">{say('unit.auto')}</option>
      {UNITS.map((one) => (
        <option key={one} value={one}>
          {say(unitKey(one))}
        </option>
      ))}
    </select>
  );
}
