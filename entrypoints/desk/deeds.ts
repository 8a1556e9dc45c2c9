import { ask } from '#bridge/send.ts';
import type { DeskDeeds } from '#ui/desk/desk.tsx';
import { acceptBook } from './book-state.ts';
import { captureDeeds } from './captures.ts';
import { careDeeds } from './care.ts';
import { costDeeds } from './costs.ts';
import { coverageDeeds } from './coverage.ts';
import { fileDeeds } from './files/file-deeds.ts';
import { listDeeds } from './list.ts';
import { matchDeeds } from './matches.ts';
import { teachDeeds } from './teach.ts';
import { termsDeeds } from './terms.ts';

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
  files: fileDeeds,
  teach: teachDeeds,
  terms: termsDeeds,
  costs: costDeeds,
  book: careDeeds,
  list: listDeeds,
};
