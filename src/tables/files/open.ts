import { fail, ok, type Result } from '#money/result.ts';
import type { Sighting } from '#records/sighting.ts';
import { decode } from './decode.ts';
import { readDelimited } from './delimited.ts';
import type { FileError } from './errors.ts';
import { readFixed } from './fixed.ts';
import { readHtml } from './html.ts';
import { joinLevels } from './levels.ts';
import { LIMITS } from './limits.ts';
import { type Pace, type Progress, paceOf } from './pace.ts';
import { repack } from './repack.ts';
import { CellRow, divide, type Sections } from './sections.ts';
import { type Found, type Naming, sight, unreadable } from './sight.ts';
import { sniff, sniffText } from './sniff.ts';
import { foundIn, type StatementWay } from './statements/statement.ts';
import { readWorkbook, type Sheet } from './workbook.ts';
import { type Budget, type Member, readZip } from './zip.ts';

export { FILE_ERRORS, type FileError } from './errors.ts';

export interface OpenOptions {
  /** Now, ISO instant in UTC: becomes `Sighting.at`. */
  readonly at: string;
  /** For a ZIP with encrypted members, or an encrypted PDF. */
  readonly password?: string;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

interface Task {
  readonly at: string;
  readonly password: string | undefined;
  readonly pace: Pace;
  readonly budget: Budget;
}

/** Archives in archives that are opened; deeper ones are said to be unreadable. */
const DEEPEST = 1;

/**
 * Opens a bill file of any kind and gives what it shows: one sighting for a text, for each sheet that holds something, for each member of a ZIP
 * and each statement of a bank's file (`place` is the file name, then ` › ` and member, sheet or number). Tables have the way `delimited`, `sheet` or `html`; figures that a file states about the table
 * above are a table with the way `trailer`. Nothing is executed, everything is bounded, everything is masked. A member that cannot be read is a sighting with the cue
 * `unreadable`; if nothing at all can be read, the reason is the error.
 */
export async function openFile(
  name: string,
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<Result<Sighting[], FileError>> {
  const { at, password, signal, progress } = options;
  if (signal?.aborted) return fail('stopped');
  if (bytes.length > LIMITS.bytes) return fail('too-large');
  const task: Task = { at, password, pace: paceOf(signal, progress), budget: { left: LIMITS.unpacked } };
  try {
    return await openBytes(name, bytes, task, 0);
  } catch {
    // A library met bytes that it was not written for; whatever it had made of them is not trusted.
    return fail('damaged');
  }
}

async function openBytes(
  place: string,
  bytes: Uint8Array,
  task: Task,
  depth: number,
): Promise<Result<Sighting[], FileError>> {
  if (bytes.length === 0) return fail('empty');
  switch (sniff(bytes)) {
    case 'zip':
      return openZip(place, bytes, task, depth);
    case 'workbook':
      return openWorkbook(place, bytes, task);
    case 'pdf':
      return openPdf(place, bytes, task);
    case 'other':
      return fail('unknown-container');
    case 'text':
      return openText(place, bytes, task);
  }
}

async function openPdf(place: string, bytes: Uint8Array, task: Task): Promise<Result<Sighting[], FileError>> {
  const { readPdf } = await import('./pdf/read.ts');
  const read = await readPdf(bytes, task.password, task.pace);
  if (!read.ok) return read;
  if (read.value.tables.length === 0) return fail('not-a-table');
  const found: Found = { ...read.value, way: 'pdf', where: lastName(place), caption: null, hiddenRows: 0 };
  const seen = await sight([found], naming(place, task), read.value.blankPages > 0 ? ['unreadable'] : [], task.pace);
  return seen.ok ? ok([seen.value]) : seen;
}

async function openText(place: string, bytes: Uint8Array, task: Task): Promise<Result<Sighting[], FileError>> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, cut } = decoded.value;
  if (text.trim() === '') return fail('empty');
  const kind = sniffText(text);
  if (kind === 'other') return fail('not-a-table');
  if (kind === 'xml-workbook') return openWorkbook(place, text, task);
  if (kind === 'ofx' || kind === 'mt940' || kind === 'camt') return openStatements(place, text, kind, cut, task);
  const found = kind === 'html' ? readPage(text, place) : await readLines(text, place, task.pace);
  if (!found.ok) return found;
  if (found.value.every((part) => part.tables.length === 0)) return fail('not-a-table');
  const seen = await sight(found.value, naming(place, task), cut ? ['unreadable'] : [], task.pace);
  return seen.ok ? ok([seen.value]) : seen;
}

async function openStatements(
  place: string,
  text: string,
  way: StatementWay,
  cutText: boolean,
  task: Task,
): Promise<Result<Sighting[], FileError>> {
  const { readStatements } = await import('./statements/read.ts');
  const read = await readStatements(text, way, task.pace);
  if (!read.ok) return read;
  const { statements, cut } = read.value;
  if (statements.length === 0) return fail('not-a-table');
  if (statements.length > LIMITS.tables) return fail('too-large');
  const seen: Sighting[] = [];
  for (const [i, statement] of statements.entries()) {
    const own = statements.length > 1 ? `${place} › ${i + 1}` : place;
    const found = foundIn(statement, way, lastName(place));
    const incomplete = cutText || (cut && i === statements.length - 1);
    const one = await sight([found], naming(own, task), incomplete ? ['unreadable'] : [], task.pace);
    if (!one.ok) return one;
    seen.push(one.value);
  }
  return ok(seen);
}

async function readLines(text: string, place: string, pace: Pace): Promise<Result<Found[], FileError>> {
  const name = lastName(place);
  const delimited = await readDelimited(text, pace);
  if (!delimited.ok) return delimited;
  const titled = delimited.value.tables.some(({ header }) => header.some((title) => title !== ''));
  const fixed = titled ? null : readFixed(text, name);
  const around = { where: name, caption: null, hiddenRows: 0 } as const;
  return ok([fixed ? { ...fixed, way: 'fixed', ...around } : { ...delimited.value, way: 'delimited', ...around }]);
}

function readPage(text: string, place: string): Result<Found[], FileError> {
  const page = readHtml(text);
  if (!page) return fail('too-large');
  const found = page.tables.map((table, i): Found => {
    const sections = divideCells(joinLevels(table.rows, table.spanned));
    return { ...sections, way: 'html', where: `table ${i + 1}`, caption: table.caption, hiddenRows: 0 };
  });
  const around: Found = {
    tables: [],
    texts: page.texts,
    way: 'html',
    where: lastName(place),
    caption: null,
    hiddenRows: 0,
  };
  return ok([around, ...found]);
}

async function openWorkbook(
  place: string,
  source: Uint8Array | string,
  task: Task,
): Promise<Result<Sighting[], FileError>> {
  const sheets = await readWorkbook(source, task.pace);
  if (!sheets.ok) return sheets;
  const filled = sheets.value.filter(
    (sheet) => sheet.hiddenRows > 0 || sheet.rows.some((row) => row.some((cell) => cell !== '')),
  );
  if (filled.length === 0) return fail('empty');
  const seen: Sighting[] = [];
  for (const sheet of filled) {
    const own = filled.length > 1 ? `${place} › ${sheet.name}` : place;
    const sections = sheetSections(sheet);
    const found: Found = { ...sections, way: 'sheet', where: sheet.name, caption: null, hiddenRows: sheet.hiddenRows };
    const one = await sight([found], { ...naming(own, task), title: sheet.name }, [], task.pace);
    if (!one.ok) return one;
    seen.push(one.value);
  }
  return seen.some((one) => one.tables.length > 0) ? ok(seen) : fail('not-a-table');
}

/** A sheet of which every row is hidden is an empty table that says so. */
function sheetSections(sheet: Sheet): Sections {
  const sections = divideCells(joinLevels(sheet.rows, sheet.spanned));
  if (sections.tables.length > 0 || sheet.hiddenRows === 0) return sections;
  return { ...sections, tables: [{ trailer: false, header: [], rows: [] }] };
}

async function openZip(
  place: string,
  bytes: Uint8Array,
  task: Task,
  depth: number,
): Promise<Result<Sighting[], FileError>> {
  const members = await readZip(bytes, task.password, task.budget, task.pace);
  if (!members.ok) return members;
  if (members.value.length === 0) return fail('empty');
  if (isWorkbook(members.value)) {
    const plain = await repack(members.value);
    return plain.ok ? openWorkbook(place, plain.value, task) : plain;
  }
  if (depth > DEEPEST) return fail('unknown-container');
  const seen: Sighting[] = [];
  let first: FileError | null = null;
  let opened = 0;
  for (const member of members.value) {
    const own = `${place} › ${member.name}`;
    const unpacked = await member.unpack();
    const inner = unpacked.ok ? await openBytes(own, unpacked.value, task, depth + 1) : unpacked;
    if (inner.ok) {
      opened += inner.value.length;
      seen.push(...inner.value);
      continue;
    }
    // Those are about the whole archive: half of it would look like all of it.
    if (['needs-password', 'wrong-password', 'stopped', 'too-large'].includes(inner.error)) return inner;
    first ??= inner.error;
    seen.push(unreadable(naming(own, task)));
  }
  return opened > 0 ? ok(seen) : fail(first ?? 'empty');
}

function isWorkbook(members: readonly Member[]): boolean {
  const names = new Set(members.map((member) => member.name.replace(/^\//, '').toLowerCase()));
  if (names.has('[content_types].xml')) return [...names].some((name) => name.startsWith('xl/'));
  return names.has('mimetype') && names.has('content.xml');
}

const divideCells = (rows: readonly string[][]): Sections =>
  divide(rows.map((cells) => new CellRow(cells, lineOfCells)));

/** What is said once in merged cells is read once. */
const lineOfCells = (cells: readonly string[]): string =>
  cells.filter((cell, i) => cell !== '' && cell !== cells[i - 1]).join(' ');

function naming(place: string, task: Task): Naming {
  return { place, title: lastName(place), at: task.at };
}

function lastName(place: string): string {
  return place.split(' › ').at(-1) ?? place;
}
