import type { FileState } from './files/file-queue.ts';

/** What has just left the book: everything, what one provider had in it, or one act of reading. */
export type Gone =
  | { readonly is: 'all' }
  | { readonly is: 'provider'; readonly provider: string }
  | { readonly is: 'capture'; readonly seq: number };

/** Whether a file's line tells of what is no longer in the book. A file that is still being read or taken in tells of nothing yet. */
export function tellsOf(state: FileState, gone: Gone): boolean {
  if (['waiting', 'opening', 'interpreting', 'keeping'].includes(state.is)) return false;
  if (gone.is === 'all') return true;
  if (state.is !== 'reading') return false;
  const { seq, provider, accounts } = state.reading;
  return gone.is === 'capture'
    ? seq === gone.seq
    : provider === gone.provider || accounts.some((id) => id.startsWith(`${gone.provider}:`));
}
