import type { Kind } from '#records/entry.ts';
import type { RecipeDraft, SeenWord } from '#records/teaching.ts';
import { KIND_CHOICES, kindKey } from '#ui/parts/keys.ts';
import { useSay } from '#ui/parts/speak.ts';

interface WordsProps {
  readonly words: readonly SeenWord[];
  readonly kinds: RecipeDraft['kinds'];
  readonly choose: (word: string, kind: Kind | null) => void;
}

/** The words of the kind column, each with the kind that it counts as. Unknown ones come first. */
export function Words({ words, kinds, choose }: WordsProps) {
  const say = useSay();
  if (words.length === 0) return null;
  return (
    <div class="rows-scroll teach-words">
      <table>
        <caption>{say('teach.words')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('teach.word')}</th>
            <th scope="col" class="number">
              {say('teach.word-count')}
            </th>
            <th scope="col">{say('teach.word-kind')}</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ word, count, kind }) => {
            const said = kinds.find((one) => one.word === word)?.kind ?? null;
            return (
              <tr key={word} data-testid="teach-word" data-word={word}>
                <th scope="row">{word}</th>
                <td class="number">{count}</td>
                <td>
                  <select
                    aria-label={say('teach.word-kind-of', { word })}
                    value={said ?? ''}
                    onChange={(event) =>
                      choose(word, KIND_CHOICES.find((one) => one === event.currentTarget.value) ?? null)
                    }
                  >
                    <option value="">
                      {said === null
                        ? say('teach.word-auto', { kind: say(kindKey(kind ?? 'unknown')) })
                        : say('unit.auto')}
                    </option>
                    {KIND_CHOICES.map((one) => (
                      <option key={one} value={one}>
                        {say(kindKey(one))}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
