import { useEffect, useState } from 'preact/hooks';
import type { KeptEntry } from '#records/entry.ts';

/** What is answered of a row; null until then, and where nothing is. */
export function useChecked<T>(ask: (entry: KeptEntry) => Promise<T | null>, entry: KeptEntry): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let current = true;
    ask(entry).then(
      (found) => current && setAnswer(found),
      () => current && setAnswer(null),
    );
    return () => {
      current = false;
    };
  }, [ask, entry]);
  return answer;
}
