import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tell } from '#bridge/from-walker.ts';
import { keepsLeave, onMessage } from '#browser/runtime.ts';
import { here } from '#look/here.ts';
import { createWalker } from '#walk/walker.ts';

/** Injected by the background into the one frame that is to be walked, beside the reader there. */
export default defineUnlistedScript(() => {
  const reader = here();
  // Without a reader the frame holds another document by now; with a walker, this is the next walk of the same one.
  if (reader === null || reader.walks) return;
  reader.walks = true;
  const answer = createWalker(document, reader.eyes, {
    keepsLeave: keepsLeave(),
    now: () => new Date().toISOString(),
    report: async (jobId, index, sighting) =>
      reader.alive() && (await tell('page', { jobId, index, sighting })).go === true,
    press: async (jobId, { path, ...link }) =>
      (await tell('press', { jobId, path: [...path], ...link })).pressed ?? null,
  });
  onMessage(answer);
});
