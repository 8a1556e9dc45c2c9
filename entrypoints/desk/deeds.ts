import { ask } from '#bridge/send.ts';
import type { TakenSource } from '#keeper/intake.ts';
import type { FileError } from '#tables/files/open.ts';
import type { DeskDeeds } from '#ui/desk/desk.tsx';
import type { FileAnswer, FileOptions, FileReading } from '#ui/desk/file-answer.ts';
import { acceptBook } from './book-state.ts';
import { captureDeeds } from './captures.ts';
import { careDeeds } from './care.ts';
import { coverageDeeds } from './coverage.ts';
import { listDeeds } from './list.ts';
import { matchDeeds } from './matches.ts';
import { teachDeeds } from './teach.ts';

/** What the desk does beyond showing. Everything heavy is fetched at its first use, so that the figures paint at once. */
export const deeds: DeskDeeds = {
  // A stop that nobody hears has nothing left to stop; the job's own record says so.
  stop: (jobId) => void ask('stop', { jobId }).catch(() => undefined),
  rows: async (account, keys) => (await ask('rows', { account, keys: [...keys] })).entries,
  name: async (account, label) => void (await ask('name', { account, label })),
  acceptBook: () => void acceptBook(),
  captures: captureDeeds,
  coverage: coverageDeeds,
  matches: matchDeeds,
  readFile,
  teach: teachDeeds,
  book: careDeeds,
  list: listDeeds,
};

async function readFile(file: File, { password, signal, step }: FileOptions): Promise<FileAnswer> {
  const { LIMITS } = await import('#tables/files/limits.ts');
  if (file.size > LIMITS.bytes) return { is: 'refused', why: 'file.too-large' };
  const [{ openFile }, { takeInSightings }] = await Promise.all([
    import('#tables/files/open.ts'),
    import('#keeper/intake.ts'),
  ]);
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
  const taken = await takeInSightings({ sightings: opened.value, source: 'file', place: file.name, at, end: null });
  if (!taken.ok) return { is: 'refused', why: `book.${taken.error}` };
  return { is: 'reading', reading: shown(taken.value) };
}

/** Of what was read, only what the desk shows: the entries themselves are in the book and need not stay in the page. */
function shown({ reading, taken }: TakenSource): FileReading {
  const { outcome, provider, format, accounts, coverage, controls, rejected } = reading;
  const { gaps, from, to } = coverage;
  const { seq } = taken;
  return { seq, outcome, provider, format, accounts, gaps, from, to, controls, rejected, counts: taken };
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
