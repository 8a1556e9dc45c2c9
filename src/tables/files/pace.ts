import { nextTask } from '../dom/slice.ts';

/** How long to work before the page may breathe. Far below the 50 ms from which a person feels a stop. */
const SLICE_MS = 12;

export type Progress = (done: number, of: number) => void;

/** Lets long work yield to the page, report how far it is, and be stopped. */
export interface Pace {
  /** Yields if it is time to. False when the work must stop. */
  readonly step: (done: number, of: number) => Promise<boolean>;
}

export function paceOf(signal: AbortSignal | undefined, progress: Progress | undefined): Pace {
  let last = performance.now();
  return {
    step: async (done, of) => {
      if (signal?.aborted) return false;
      if (performance.now() - last < SLICE_MS) return true;
      progress?.(done, of);
      await nextTask();
      last = performance.now();
      return !signal?.aborted;
    },
  };
}
