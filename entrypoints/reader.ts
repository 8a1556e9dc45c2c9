import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tell } from '#bridge/from-reader.ts';
import { keepsLeave, onMessage, ownId } from '#browser/runtime.ts';
import { createReader } from '#walk/reader.ts';

/** The mark of a reader in this frame's isolated world, where the page's scripts cannot see it. */
const MARK = '__arrearsRadarReader';
type World = typeof globalThis & { [MARK]?: { alive(): boolean } };

const alive = (): boolean => ownId() !== null;

/** Injected by the background. No content script to WXT: what it wraps around one tells every page, in messages of its own, that it is there. */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  // Injected once more: the reader that is here already goes on answering, once.
  if (world[MARK]?.alive() === true) return;
  world[MARK] = { alive };
  const answer = createReader(document, {
    keepsLeave: keepsLeave(),
    now: () => new Date().toISOString(),
    report: async (jobId, index, sighting) => alive() && (await tell('page', { jobId, index, sighting })).go === true,
    press: async (jobId, { path, ...link }) =>
      (await tell('press', { jobId, path: [...path], ...link })).pressed ?? null,
  });
  onMessage(answer);
});
