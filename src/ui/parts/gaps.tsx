import type { Gap } from '#records/reading.ts';
import { gapText } from './gap-text.ts';
import { useSay } from './speak.ts';

/** What keeps knowledge from being whole, one sentence each. The same sentence is not said twice. */
export function Gaps({ gaps, source = 'page' }: { gaps: readonly Gap[]; source?: 'page' | 'file' }) {
  const say = useSay();
  const sentences = [...new Set(gaps.map((gap) => gapText(gap, say, source)))];
  if (sentences.length === 0) return null;
  return (
    <ul class="gaps" aria-label={say('gaps.title')}>
      {sentences.map((sentence) => (
        <li key={sentence} data-testid="gap">
          {sentence}
        </li>
      ))}
    </ul>
  );
}
