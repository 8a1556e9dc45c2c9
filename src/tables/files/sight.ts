import { fail, ok, type Result } from '#money/result.ts';
import type { Cue, Sighting, Table } from '#records/sighting.ts';
import { columnMask, maskCell, maskText } from '../mask.ts';
import { concernOf } from '../sensitive.ts';
import type { FileError } from './errors.ts';
import { harmlessIds } from './harmless.ts';
import { LIMITS } from './limits.ts';
import type { Pace } from './pace.ts';
import type { Sections } from './sections.ts';
import { statedRows } from './stated.ts';
import type { StatementWay } from './statements/statement.ts';

/** Sections of one sheet or text, and what names them. */
export interface Found extends Sections {
  readonly way: 'delimited' | 'fixed' | 'pdf' | 'sheet' | 'html' | StatementWay;
  readonly where: string;
  readonly caption: string | null;
  readonly hiddenRows: number;
}

/** What a sighting of a file is called: place, title, and when it was opened. */
export interface Naming {
  readonly place: string;
  readonly title: string;
  readonly at: string;
}

/**
 * The one door out of this folder: bounds, masks and names what was found in one file, member or sheet.
 * A cell, row or column beyond what a sighting holds is `too-large`; lines without end beside no table are `not-a-table`.
 */
export async function sight(
  found: readonly Found[],
  naming: Naming,
  cues: readonly Cue[],
  pace: Pace,
): Promise<Result<Sighting, FileError>> {
  const tables: Table[] = [];
  const texts: string[] = [];
  for (const part of found) {
    const stated = statedRows(part);
    for (const section of part.tables) {
      const masked = await maskSection(section, pace);
      if (!masked.ok) return masked;
      tables.push({
        where: clip(maskText(part.where), 500),
        way: section.trailer ? 'trailer' : part.way,
        caption: part.caption === null ? null : clip(maskText(part.caption), 500),
        ...masked.value,
        hiddenRows: section === part.tables[0] ? part.hiddenRows : 0,
        stated: section.trailer ? null : stated,
      });
    }
    for (const text of part.texts) texts.push(clip(maskLine(text), LIMITS.text));
  }
  if (texts.length > LIMITS.texts) return fail('not-a-table');
  if (tables.length > LIMITS.tables) return fail('too-large');
  return ok(sighting(naming, tables, texts, cues));
}

/** A member that could not be opened, said in its own place so that it is not lost among the others. */
export function unreadable(naming: Naming, texts: readonly string[] = []): Sighting {
  return sighting(
    naming,
    [],
    texts.slice(0, LIMITS.texts).map((text) => clip(maskLine(text), LIMITS.text)),
    ['unreadable'],
  );
}

function sighting(naming: Naming, tables: Table[], texts: string[], cues: readonly Cue[]): Sighting {
  return {
    place: clip(maskText(naming.place), 2000),
    frame: 'file',
    title: clip(maskText(naming.title), 500),
    at: naming.at,
    tables,
    texts,
    cues: [...cues],
    pager: null,
  };
}

/** Masks the cells where they lie: nothing else holds these rows any more. */
async function maskSection(
  section: Sections['tables'][number],
  pace: Pace,
): Promise<Result<{ header: string[]; rows: string[][] }, FileError>> {
  const { header } = section;
  if (header.length > LIMITS.columns || header.some((title) => title.length > LIMITS.headerCell))
    return fail('too-large');
  const masks = header.map(columnMask);
  const concerns = header.map(concernOf);
  const beyond = columnMask('');
  const isHarmless = harmlessIds();
  const { rows } = section;
  // A column says the same for many rows on end: who the merchant is, what it sells, in which currency.
  const before: string[] = [];
  const after: string[] = [];
  for (let r = 0; r < rows.length; r++) {
    if (r % 500 === 0 && !(await pace.step(r, rows.length))) return fail('stopped');
    const cells = rows[r] ?? [];
    if (cells.length > LIMITS.columns) return fail('too-large');
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c] ?? '';
      if (cell.length > LIMITS.cell) return fail('too-large');
      const concern = concerns[c] ?? 'none';
      if (concern === 'keep') continue;
      if (before[c] !== cell) {
        before[c] = cell;
        after[c] = concern === 'none' && isHarmless(cell) ? cell : (masks[c] ?? beyond)(cell);
      }
      cells[c] = after[c] as string;
    }
  }
  return ok({ header: header.map(maskText), rows });
}

/** Alipay's own number of the merchant (PID `2088…`, 16 digits, in bills with four more) stands where elsewhere a bank account does: `#账号：[2088…0156]`. */
const PID = /账[号户][：:]\s*\[?2088\d{12}(?:\d{4})?(?!\d)/;

/** `账号：,4402…`, `查询账号[ Inquirer account number ],4402…`: the label and the number of a line stood in two cells. */
const IN_NEXT_CELL =
  /((?:[账帐賬帳卡][号號]|account(?: (?:number|no\.?))?) ?(?:\[[^\]]{0,40}\])? ?[:：]?["' ]{0,2}[,，;；|\t]["' ]{0,2})(\d(?: ?\d){11,29})(?!\d)/gi;

/** A line, masked. The merchant's number is kept: it says whose bill this is, and no card or bank account begins so. */
function maskLine(text: string): string {
  const own = PID.exec(text);
  if (!own)
    return maskText(text.replace(IN_NEXT_CELL, (_, label: string, number: string) => label + maskCell(number, '账号')));
  const end = own.index + own[0].length;
  return maskText(text.slice(0, own.index)) + own[0] + maskText(text.slice(end));
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
