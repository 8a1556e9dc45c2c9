import { browser } from '#browser/index.ts';
import type { Answers, Asks, Envelope, MessageName } from './messages.ts';

/** Asks the background (from popup, desk or reader). Rejects if nobody answers. Imports no Zod: popup and reader stay small. */
export async function ask<N extends MessageName>(name: N, body: Asks<N>): Promise<Answers<N>> {
  const envelope: Envelope<N> = { arrearsRadar: name, body };
  return (await browser.runtime.sendMessage(envelope)) as Answers<N>;
}

/** Asks the reader in one frame of a tab. Rejects if the frame is gone or has no reader. The answer is checked by the caller with `MESSAGES`. */
export async function askFrame<N extends MessageName>(
  tabId: number,
  frameId: number,
  name: N,
  body: Asks<N>,
): Promise<unknown> {
  const envelope: Envelope<N> = { arrearsRadar: name, body };
  return browser.tabs.sendMessage(tabId, envelope, { frameId });
}
