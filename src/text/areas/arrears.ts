import type { Phrase } from '../phrase.ts';

export const arrearsText = {} as const satisfies Record<string, Phrase>;
