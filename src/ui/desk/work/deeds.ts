import type { TextKey } from '#text/index.ts';

/** A long work: how far it is, and the merchant's stop. */
export interface Work {
  readonly signal: AbortSignal;
  readonly step: (done: number, of: number) => void;
}

/** A sentence stands for an answer that could not be had; null for a merchant who thought better of it. */
export type Answer<T> = Promise<T | TextKey>;
