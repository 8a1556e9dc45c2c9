import { useSay } from '#ui/parts/speak.ts';
import { clockText } from '#ui/parts/time-text.ts';
import type { Held } from './deeds.ts';

/** Whether there is a backup, and whether it is behind the book. Of an empty book there is nothing to say. */
export function LastBackup({ held }: { held: Held }) {
  const say = useSay();
  const { rows, captures, marks, backup } = held;
  if (rows + captures + marks === 0) return null;
  if (backup === null) return <span class="quiet">{say('backup.never')}</span>;
  const key = backup.isOlder ? 'backup.last-older' : 'backup.last';
  return <span class="quiet">{say(key, { when: clockText(backup.at) })}</span>;
}
