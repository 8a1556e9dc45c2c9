import { sendMessage } from '#browser/runtime.ts';
import type { Answers, Asks, Envelope, Refusal } from './messages.ts';

/** Asks the background from a walker: as `ask`, without the polyfill, which is a third of what a page would have to load. */
export async function tell<N extends 'page' | 'press'>(name: N, body: Asks<N>): Promise<Partial<Answers<N>>> {
  const envelope: Envelope<N> = { arrearsRadar: name, body };
  const answer = (await sendMessage(envelope)) as Answers<N> | Refusal | null | undefined;
  if (!answer) throw new Error(`nobody answered: ${name}`);
  if ('arrearsRadarRefused' in answer) throw new Error(`${answer.arrearsRadarRefused}: ${name}`);
  return answer;
}
