import { useRef, useState } from 'preact/hooks';
import { isTextKey, type TextKey } from '#text/index.ts';
import type { Work } from './deeds.ts';

export interface Running {
  readonly done: number;
  readonly of: number;
}

export interface LongWork {
  /** Null where nothing runs. */
  readonly running: Running | null;
  /** The sentence that says why the last one did not come to its end. */
  readonly problem: TextKey | null;
  readonly run: <T>(work: (work: Work) => Promise<T | TextKey>, done: (answer: T) => void) => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

/** One long work at a time, with its progress, its stop, and the sentence of its failure. */
export function useWork(): LongWork {
  const [running, setRunning] = useState<Running | null>(null);
  const [problem, setProblem] = useState<TextKey | null>(null);
  const abort = useRef<AbortController | null>(null);
  return {
    running,
    problem,
    run: (work, done) => {
      const own = new AbortController();
      abort.current = own;
      setProblem(null);
      setRunning({ done: 0, of: 0 });
      const step = (at: number, of: number) => setRunning((now) => now && { done: at, of });
      work({ signal: own.signal, step })
        .then(
          (answer) => {
            if (typeof answer === 'string' && isTextKey(answer)) setProblem(answer);
            // A key is the only text that any of these works answers.
            else done(answer as Exclude<typeof answer, TextKey>);
          },
          () => setProblem('care.failed'),
        )
        .finally(() => setRunning(null));
    },
    stop: () => abort.current?.abort(),
    forget: () => setProblem(null),
  };
}
