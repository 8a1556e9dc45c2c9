import type { Phrase } from '../phrase.ts';

export const popupText = {} as const satisfies Record<string, Phrase>;
