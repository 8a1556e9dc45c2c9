import { fail, ok, type Result } from '#money/result.ts';
import type { FileError } from '../errors.ts';
import type { Pace } from '../pace.ts';
import { readCamt } from './camt.ts';
import { readMt940 } from './mt940.ts';
import { readOfx } from './ofx.ts';
import type { Statements, StatementWay } from './statement.ts';

/** Statements of a file in a banks' format. Loaded only when such a file is dropped. */
export async function readStatements(
  text: string,
  way: StatementWay,
  pace: Pace,
): Promise<Result<Statements, FileError>> {
  if (way === 'camt') return readCamt(text, pace);
  const read = way === 'ofx' ? await readOfx(text, pace) : await readMt940(text, pace);
  return typeof read === 'string' ? fail(read) : ok(read);
}
