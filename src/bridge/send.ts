import { browser } from '#browser/index.ts';
import type { Answers, Asks, Envelope, MessageName, Refusal } from './messages.ts';

/** Asks the background (from popup or desk). Rejects if nobody answers, or it refuses. Imports no Zod: the popup stays small. */
export async function ask<N extends MessageName>(name: N, body: Asks<N>): Promise<Answers<N>> {
  const envelope: Envelope<N> = { arrearsRadar: name, body };
  const answer = (await browser.runtime.sendMessage(envelope)) as Answers<N> | Refusal | null | undefined;
  if (!answer) throw new Error(`nobody answered: ${name}`);
  if ('arrearsRadarRefused' in answer) throw new Error(`${answer.arrearsRadarRefused}: ${name}`);
  return answer;
}

/** Asks the reader or walker in one frame of a tab. Rejects if the frame is gone or has none. The answer is checked by the caller with `MESSAGES`. */
export async function askFrame<N extends MessageName>(
  tabId: number,
  frameId: number,
  name: N,
  body: Asks<N>,
): Promise<unknown> {
  const envelope: Envelope<N> = { arrearsRadar: name, body };
  return browser.tabs.sendMessage(tabId, envelope, { frameId });
}
