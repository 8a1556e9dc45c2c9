import type { Phrase } from '../phrase.ts';

export const causesText = {} as const satisfies Record<string, Phrase>;
