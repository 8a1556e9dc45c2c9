import { describe, expect, test } from 'vitest';
import { droppedFiles } from './dropped-files.ts';

/** Entries as a browser gives them: a folder's reader answers in parts, and with none at the end. */
function file(name: string, path = `/${name}`): FileSystemFileEntry {
  const entry = {
    isFile: true,
    isDirectory: false,
    name,
    fullPath: path,
    file: (give: (f: File) => void) => give(new File(['x'], name)),
  };
  return entry as unknown as FileSystemFileEntry;
}

function folder(name: string, inside: readonly FileSystemEntry[]): FileSystemDirectoryEntry {
  const entry = {
    isFile: false,
    isDirectory: true,
    name,
    fullPath: `/${name}`,
    createReader: () => {
      const left = [...inside];
      return { readEntries: (give: (part: FileSystemEntry[]) => void) => give(left.splice(0, 2)) };
    },
  };
  return entry as unknown as FileSystemDirectoryEntry;
}

function transfer(entries: readonly FileSystemEntry[]): DataTransfer {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null }));
  const files = entries.map(({ name }) => new File(['x'], name));
  return { items, files } as unknown as DataTransfer;
}

const names = async (entries: readonly FileSystemEntry[]) =>
  (await droppedFiles(transfer(entries))).files.map(({ name }) => name);

describe('what is dropped', () => {
  test('files alone, as they are', async () => {
    expect(await names([file('b.csv'), file('a.zip')])).toEqual(['b.csv', 'a.zip']);
    expect(await droppedFiles(null)).toEqual({ files: [], missed: false });
  });

  test('a folder with folders in it, in order, beside a file; what systems leave there is not taken', async () => {
    const months = folder('2026', [
      file('06.csv', '/2026/06.csv'),
      file('.DS_Store'),
      file('05.csv', '/2026/05.csv'),
      file('~$05.xlsx'),
    ]);
    expect(await names([file('a.pdf'), folder('bills', [months, file('z.csv', '/z.csv')])])).toEqual([
      'a.pdf',
      '05.csv',
      '06.csv',
      'z.csv',
    ]);
  });

  test('more files than anyone means are not all taken, and that is said', async () => {
    const many = Array.from({ length: 900 }, (_, i) => file(`${i}.csv`));
    const dropped = await droppedFiles(transfer([folder('disk', many)]));
    expect([dropped.files.length, dropped.missed]).toEqual([500, true]);
    expect((await droppedFiles(transfer([folder('few', many.slice(0, 5))]))).missed).toBe(false);
  });

  test('a file that cannot be read does not cost the others', async () => {
    const gone = { ...file('gone.csv'), file: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone')) };
    const dropped = await droppedFiles(
      transfer([folder('bills', [gone as unknown as FileSystemFileEntry, file('a.csv')])]),
    );
    expect([dropped.files.map(({ name }) => name), dropped.missed]).toEqual([['a.csv'], true]);
  });
});
