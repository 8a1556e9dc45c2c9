/** The part of an extension's `runtime` that a script in a page needs, as both browsers have it. */
interface Runtime {
  readonly id?: string;
  getURL?(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(
      listener: (message: unknown, sender: { readonly id?: string }, answer: (value: unknown) => void) => boolean,
    ): void;
  };
}

/** A page's elements can stand under these names too (`<form id="browser">`), therefore the check. */
const isRuntime = (value: unknown): value is Runtime =>
  typeof (value as Partial<Runtime> | undefined)?.sendMessage === 'function';

function runtime(): Runtime | null {
  const world = globalThis as { browser?: { runtime?: unknown }; chrome?: { runtime?: unknown } };
  for (const found of [world.browser?.runtime, world.chrome?.runtime]) if (isRuntime(found)) return found;
  return null;
}

/** The extension's id; null once the extension was updated or removed under this script. */
export function ownId(): string | null {
  try {
    return runtime()?.id || null;
  } catch {
    return null;
  }
}

/** Firefox takes the leave to read a tab (`activeTab`) back with every new document; Chromium keeps it within the site. */
export const keepsLeave = (): boolean => runtime()?.getURL?.('').startsWith('moz-extension:') !== true;

/** Sends one message to the background. Rejects where nobody is there to take it. */
export async function sendMessage(message: unknown): Promise<unknown> {
  const found = runtime();
  if (found === null) throw new Error('the extension is gone');
  return found.sendMessage(message);
}

/**
 * Answers messages of the extension itself. `undefined` leaves a message to other listeners. Answers through the callback and `true`, the one
 * way that Chromium and Firefox share.
 */
export function onMessage(answer: (message: unknown) => Promise<unknown> | undefined): void {
  runtime()?.onMessage.addListener((message, sender, reply) => {
    const id = ownId();
    const coming = id !== null && sender.id === id ? answer(message) : undefined;
    if (coming === undefined) return false;
    coming.then(reply, () => reply(null));
    return true;
  });
}
