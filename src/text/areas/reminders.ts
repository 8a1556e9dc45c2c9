import type { Phrase } from '../phrase.ts';

export const remindersText = {} as const satisfies Record<string, Phrase>;
