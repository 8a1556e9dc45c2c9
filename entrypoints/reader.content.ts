import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask } from '#bridge/send.ts';
import { browser, type Runtime } from '#browser/index.ts';
import { createReader } from '#walk/reader.ts';

/** The mark of a reader in this frame's isolated world, where the page's scripts cannot see it. */
const MARK = '__arrearsRadarReader';
type World = typeof globalThis & { [MARK]?: { alive(): boolean } };

/** False once the extension was updated or removed under this script. */
function alive(): boolean {
  try {
    return browser.runtime.id !== undefined && browser.runtime.id !== '';
  } catch {
    return false;
  }
}

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main() {
    const world = globalThis as World;
    // Injected once more: the reader that is here already goes on answering, once.
    if (world[MARK]?.alive() === true) return;
    world[MARK] = { alive };
    const answer = createReader(document, {
      now: () => new Date().toISOString(),
      report: async (jobId, index, sighting) => alive() && (await ask('page', { jobId, index, sighting })).go === true,
    });
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
      alive() && sender.id === browser.runtime.id ? answer(message) : undefined,
    );
  },
});
