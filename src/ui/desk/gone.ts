import type { FileLine } from './use-files.ts';

/** What has just left the book: everything, what one provider had in it, or one act of reading. */
export type Gone =
  | { readonly is: 'all' }
  | { readonly is: 'provider'; readonly provider: string }
  | { readonly is: 'capture'; readonly seq: number };

/** Whether a file's line tells of what is no longer in the book. A file that is still being taken in tells of nothing yet. */
export function tellsOf(state: FileLine['state'], gone: Gone): boolean {
  if (state.is === 'waiting' || state.is === 'opening' || state.is === 'keeping') return false;
  if (gone.is === 'all') return true;
  if (state.is !== 'reading') return false;
  const { seq, provider, accounts } = state.reading;
  return gone.is === 'capture'
    ? seq === gone.seq
    : provider === gone.provider || accounts.some((id) => id.startsWith(`${gone.provider}:`));
}
