import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { onMessage, ownId } from '#browser/runtime.ts';
import { eyes } from '#look/eyes.ts';
import { here, leave } from '#look/here.ts';
import { createReader } from '#look/reader.ts';

/**
 * Injected by the background into every frame that it may read. No content script to WXT: what it wraps around one tells every page, in messages of
 * its own, that it is there.
 */
export default defineUnlistedScript(() => {
  // Injected once more: the reader that is here already goes on answering, once.
  if (here() !== null) return;
  leave({ alive: () => ownId() !== null, eyes, walks: false });
  onMessage(createReader(document, () => new Date().toISOString()));
});
