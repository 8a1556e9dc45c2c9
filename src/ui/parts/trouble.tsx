import type { Trouble } from '#records/trouble.ts';
import { isTextKey } from '#text/index.ts';
import { useSay } from './speak.ts';

interface TroubleProps {
  readonly trouble: Trouble | null;
  /** Takes the book as it is; absent where the merchant cannot decide it. */
  readonly accept?: () => void;
}

/** What is wrong with the book, above everything that is made of it. */
export function TroubleView({ trouble, accept }: TroubleProps) {
  const say = useSay();
  if (trouble === null) return null;
  const key = `book.${trouble.why}`;
  return (
    <div class="outcome tone-bad" role="alert" data-testid="book-trouble" data-trouble={trouble.why}>
      <p class="outcome-sentence">{say(isTextKey(key) ? key : 'book.failed')}</p>
      {trouble.why === 'lost' && accept && (
        <button type="button" class="button small" data-testid="book-accept" onClick={accept}>
          {say('book.accept')}
        </button>
      )}
    </div>
  );
}
