import { existsSync, openAsBlob } from 'node:fs';
import type { BackupError, Restored } from '#book/backup/types.ts';
import type { Book, BookError } from '#book/book.ts';
import { memoryBook } from '#book/memory.ts';
import { ok, type Result } from '#money/result.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { Reading } from '#records/reading.ts';

export const isBackup = (source: string): boolean => source.toLowerCase().endsWith('.arbackup') && existsSync(source);

export interface SeenBackup {
  /** All rows of the backup as if one source had shown them. */
  readonly reading: Reading;
  readonly restored: Restored;
}

/** Restores a backup into the book, by the extension's own code. */
export async function restoreBackup(
  path: string,
  passphrase: string | null,
  book: Book,
): Promise<Result<SeenBackup, BackupError | BookError>> {
  const file = await openAsBlob(path);
  const alone = memoryBook();
  const own = await alone.restore(file, { passphrase });
  if (!own.ok) return own;
  const restored = await book.restore(file, { passphrase });
  if (!restored.ok) return restored;
  const [entries, accounts] = [await alone.entriesOf(), await alone.accounts()];
  if (!entries.ok) return entries;
  if (!accounts.ok) return accounts;
  return ok({ reading: readingOf(entries.value.map(entryOf), accounts.value), restored: restored.value });
}

function readingOf(entries: Entry[], accounts: readonly { id: string; name: string | null }[]): Reading {
  const days = entries.map(({ day }) => day).sort();
  return {
    outcome: 'read',
    provider: null,
    format: 'arrears-radar-backup',
    accounts: accounts.map(({ id }) => id),
    stableIds: false,
    names: Object.fromEntries(accounts.flatMap(({ id, name }) => (name === null ? [] : [[id, name]]))),
    coverage: {
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      pages: 1,
      rows: entries.length,
      statedRows: entries.length,
      whole: true,
      gaps: [],
    },
    controls: [],
    entries,
    rejected: [],
  };
}

const entryOf = ({ key: _, seenIn: __, supersededBy: ___, ...entry }: KeptEntry): Entry => entry;
