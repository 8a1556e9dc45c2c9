import { z } from 'zod';
import { browser, type Runtime } from '#browser/index.ts';
import { type Answers, type Asks, MESSAGES, type MessageName, type Refusal } from './messages.ts';

/** Where a message came from, checked: the tab and frame for a walker, nothing for the extension's own pages. */
export interface From {
  readonly tabId: number | null;
  readonly frameId: number | null;
}

/** One function for each message that is answered here. */
export type Handlers = {
  readonly [N in MessageName]?: (body: Asks<N>, from: From) => Promise<Answers<N>>;
};

const Envelope = z.object({ arrearsRadar: z.string(), body: z.unknown() });

/**
 * Answers messages. Registers one listener, at once, so that a worker that was just woken misses nothing.
 * A message that is not ours, is answered elsewhere, or comes from someone who may not send it gets no answer at all;
 * one of ours whose body does not fit, or whose handler fails, is answered with a `Refusal`.
 */
export function listen(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success || !Object.hasOwn(MESSAGES, envelope.data.arrearsRadar)) return undefined;
    const name = envelope.data.arrearsRadar as MessageName;
    const answer = answererOf(handlers, name);
    if (!answer || !maySend(MESSAGES[name].from, sender)) return undefined;
    const body = MESSAGES[name].asks.safeParse(envelope.data.body);
    if (!body.success) return Promise.resolve<Refusal>({ arrearsRadarRefused: 'not-understood' });
    const from = { tabId: sender.tab?.id ?? null, frameId: sender.frameId ?? null };
    return answer(body.data, from).catch((): Refusal => ({ arrearsRadarRefused: 'failed' }));
  });
}

type Answerer = (body: unknown, from: From) => Promise<unknown>;

/** The body was parsed with the schema of this very name, which is what the handler's type asks for. */
const answererOf = (handlers: Handlers, name: MessageName): Answerer | undefined =>
  handlers[name] as Answerer | undefined;

/** Popup and desk are documents of the extension; a walker is a content script of it, in a tab, in somebody else's document. */
function maySend(from: 'page' | 'background' | 'walker', sender: Runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const ours = sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
  if (from === 'page') return ours;
  return from === 'walker' && !ours && sender.tab?.id !== undefined;
}
