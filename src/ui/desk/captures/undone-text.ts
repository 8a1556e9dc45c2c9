import type { Undone } from '#book/merge/undo.ts';
import type { Say } from '#ui/parts/speak.ts';

/** What taking a capture back has done to the rows. */
export const undoneText = (undone: Undone, say: Say): string =>
  undone.removed === 0 && undone.restored === 0 ? say('undo.done-none') : say('undo.done', { ...undone });
