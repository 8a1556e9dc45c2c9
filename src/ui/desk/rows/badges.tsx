import { isDouble } from '#book/acts/marks.ts';
import type { Mark } from '#records/mark.ts';
import { useSay } from '#ui/parts/speak.ts';
import { standingKey } from './keys.ts';

/** What the merchant says of a row, in a word each. */
export function Badges({ mark }: { mark: Mark | null }) {
  const say = useSay();
  if (mark === null) return null;
  const badge = (name: string, words: string) => (
    <span key={name} class={`badge badge-${name}`} data-testid="badge" data-badge={name}>
      {words}
    </span>
  );
  return (
    <>
      {mark.standing !== null && badge(mark.standing, say(standingKey(mark.standing)))}
      {isDouble(mark) && badge('double', say('badge.double'))}
      {mark.parts.length > 0 && badge('split', say('badge.split'))}
      {Object.keys(mark.correction).length > 0 && badge('corrected', say('badge.corrected'))}
      {mark.note !== '' && badge('note', say('badge.note'))}
      {mark.attachments.length > 0 && badge('papers', say('badge.papers', { count: mark.attachments.length }))}
    </>
  );
}
