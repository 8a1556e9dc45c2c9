import type { Phrase } from '../phrase.ts';

export const deskText = {} as const satisfies Record<string, Phrase>;
