import { fixedRows } from './columns-of-text.ts';
import { LIMITS } from './limits.ts';
import { divide, type Sections } from './sections.ts';
import { readZm } from './unionpay-zm.ts';

/** Text without delimiters: 银联's ZM layout, or columns under known titles. Null where it is neither. */
export function readFixed(text: string, name: string): Sections | null {
  const lines = text.split(/\r\n|\r|\n/, LIMITS.rows);
  const zm = readZm(lines, name);
  if (zm) return zm;
  const rows = fixedRows(lines);
  if (rows === null) return null;
  const sections = divide(rows);
  return sections.tables.some(({ header, rows: data }) => header.length >= 3 && data.length > 0) ? sections : null;
}
