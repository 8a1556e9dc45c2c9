import type { CaptureHead } from '#book/book.ts';
import { ask } from '#bridge/send.ts';
import type { FileError } from '#tables/files/open.ts';
import type { TextKey } from '#text/index.ts';
import type { DeskDeeds } from '#ui/desk/desk.tsx';
import type { FileAnswer, FileOptions } from '#ui/desk/file-answer.ts';

/** What the desk does beyond showing. Everything heavy is fetched at its first use, so that the figures paint at once. */
export const deeds: DeskDeeds = {
  // A stop that nobody hears has nothing left to stop; the job's own record says so.
  stop: (jobId) => void ask('stop', { jobId }).catch(() => undefined),
  rows: async (account, keys) => (await ask('rows', { account, keys: [...keys] })).entries,
  name: async (account, label) => void (await ask('name', { account, label })),
  captures: async (): Promise<readonly CaptureHead[] | TextKey> => {
    const { openBook } = await import('#book/store.ts');
    const heads = await openBook().captures();
    return heads.ok ? heads.value : `book.${heads.error}`;
  },
  readFile,
};

async function readFile(file: File, { password, signal, step }: FileOptions): Promise<FileAnswer> {
  const { LIMITS } = await import('#tables/files/limits.ts');
  if (file.size > LIMITS.bytes) return { is: 'refused', why: 'file.too-large' };
  const { openFile } = await import('#tables/files/open.ts');
  const at = new Date().toISOString();
  const opened = await openFile(file.name, new Uint8Array(await file.arrayBuffer()), {
    at,
    signal,
    progress: (done, of) => step({ is: 'opening', done, of }),
    ...(password === null ? {} : { password }),
  });
  if (!opened.ok) return refusedBy(opened.error);
  // From here on the book works in one transaction: whole or nothing, and too short to be worth a stop.
  if (signal.aborted) return { is: 'stopped' };
  step({ is: 'keeping' });
  return { is: 'refused', why: 'book.failed' };
}

function refusedBy(error: FileError): FileAnswer {
  switch (error) {
    case 'needs-password':
    case 'wrong-password':
      return { is: 'password', wrong: error === 'wrong-password' };
    case 'stopped':
      return { is: 'stopped' };
    default:
      return { is: 'refused', why: `file.${error}` };
  }
}
