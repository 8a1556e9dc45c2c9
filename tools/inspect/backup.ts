import { existsSync, openAsBlob } from 'node:fs';
import type { BackupError, Restored } from '#book/backup/types.ts';
import type { Book, BookError, Readable } from '#book/book.ts';
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
  const [readable, accounts] = [await alone.readable(), await alone.accounts()];
  if (!readable.ok) return readable;
  if (!accounts.ok) return accounts;
  return ok({ reading: readingOf(readable.value, accounts.value), restored: restored.value });
}

function readingOf(
  { entries: kept, damage }: Readable,
  accounts: readonly { id: string; name: string | null }[],
): Reading {
  const entries = kept.map(entryOf);
  const isWhole = damage.every(({ of }) => of !== 'rows');
  const days = entries.map(({ day }) => day).sort();
  return {
    outcome: isWhole ? 'read' : 'part',
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
      whole: isWhole,
      gaps: isWhole
        ? []
        : [
            {
              gap: 'rows-damaged',
              params: {
                days: damage
                  .filter(({ of }) => of === 'rows')
                  .map(({ at }) => at)
                  .join(', ')
                  .slice(0, 300),
              },
            },
          ],
    },
    controls: [],
    entries,
    rejected: [],
  };
}

const entryOf = ({ key: _, seenIn: __, supersededBy: ___, ...entry }: KeptEntry): Entry => entry;
