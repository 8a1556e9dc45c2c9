import type { Entry } from '#records/entry.ts';
import { Rows } from '#ui/parts/rows.tsx';
import { useSay } from '#ui/parts/speak.ts';

/** The first rows of a reading that is not in the book, as they would be kept; `count`: how many there are in all. */
export function FirstRows({ entries, count }: { entries: readonly Entry[]; count: number }) {
  const say = useSay();
  if (entries.length === 0) return null;
  const kept = entries.map((entry) => ({ ...entry, key: entry.row.join(' '), seenIn: [1], supersededBy: null }));
  return (
    <div>
      <p class="quiet">{say('teach.first-rows', { count: entries.length })}</p>
      <Rows entries={kept} count={count} />
    </div>
  );
}
