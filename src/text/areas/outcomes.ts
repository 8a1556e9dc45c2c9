import type { Phrase } from '../phrase.ts';

export const outcomesText = {} as const satisfies Record<string, Phrase>;
