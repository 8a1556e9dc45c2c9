import { formatAmount, parseAmount, type Units } from '#money/amount.ts';
import type { ControlRule } from '#records/provider.ts';
import type { Control } from '#records/reading.ts';
import { headerKey } from '../columns/resolve.ts';
import { cellText } from '../words/plain.ts';
import { unitOfHeader } from '../words/units.ts';
import type { RowRecord } from './record.ts';

/** The printed figures of one column, added up; cells without a figure add nothing. */
export function columnSum(
  records: readonly RowRecord[],
  index: number,
  header: string,
  decimal: '.' | ',' | 'auto' = '.',
): Units {
  const printed = printedIn(index, header, decimal);
  return records.reduce((sum, record) => sum + printed(record), 0);
}

/** The figure that a row prints in one column; 0 where it prints none. */
export function printedIn(index: number, header: string, decimal: '.' | ',' | 'auto'): (record: RowRecord) => Units {
  const unit = unitOfHeader(header) ?? 'major';
  return ({ cells }) => {
    const parsed = parseAmount(cellText(cells[index]), unit, decimal);
    return parsed.ok ? parsed.value : 0;
  };
}

const flowOf = (record: RowRecord): 'in' | 'out' | 'neutral' | null => {
  if (record.flow !== null) return record.flow;
  const amount = record.entry?.amount ?? null;
  return amount === null || amount === 0 ? null : amount > 0 ? 'in' : 'out';
};

/** What the rows give for a rule of a format: a count, or units. Null where the rows do not have what the rule adds up. */
export function computed(rule: ControlRule, records: readonly RowRecord[]): number | null {
  const { how, of, column, sign, kinds } = rule.compute;
  const isChosen = (record: RowRecord): boolean =>
    (sign === undefined || flowOf(record) === sign) &&
    (kinds === undefined || (record.entry !== null && kinds.includes(record.entry.kind)));
  const chosen = sign === undefined && kinds === undefined ? records : records.filter(isChosen);
  if (how === 'count') return chosen.length;
  if (of === 'column') {
    const header = records[0]?.group.header ?? [];
    const index = header.findIndex((text) => headerKey(text) === headerKey(column ?? ''));
    return index < 0 ? (records.length === 0 ? 0 : null) : columnSum(chosen, index, header[index] ?? '');
  }
  let sum = 0;
  for (const { entry } of chosen) sum += entry?.[of ?? 'amount'] ?? 0;
  return of === 'fee' ? sum : Math.abs(sum);
}

/** A stated count: `20`, `20.0`, `1,234`. Null if the text is none. */
export function countOf(text: string): number | null {
  const digits = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?(?:笔|条)?$/.exec(cellText(text).replace(/\s/g, ''))?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}

/** Compares what is stated with what was computed; null if the stated text is no figure. */
export function compare(
  what: string,
  words: string,
  stated: string,
  figure: number,
  how: 'count' | 'sum',
  unit: 'major' | 'minor' | 'wan' = 'major',
  signless = true,
  decimal: '.' | ',' | 'auto' = '.',
): Control | null {
  const said = cellText(stated);
  const base = { what, words: words.slice(0, 500) };
  if (how === 'count') {
    const count = countOf(said);
    return count === null
      ? null
      : { ...base, stated: String(count), computed: String(figure), agrees: count === figure };
  }
  const parsed = parseAmount(said, unit, decimal);
  if (!parsed.ok) return null;
  const agrees = parsed.value === figure || (signless && Math.abs(parsed.value) === Math.abs(figure));
  return { ...base, stated: formatAmount(parsed.value), computed: formatAmount(figure), agrees };
}
