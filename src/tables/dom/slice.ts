/** Longest time, in milliseconds, that reading holds the page's thread before it lets the page breathe. */
const TURN = 12;

/** Cuts long work into turns, so that the page stays responsive. */
export interface Turns {
  /** True when this turn has lasted long enough: then `await breathe()`. */
  due(): boolean;
  breathe(): Promise<void>;
  /** Breathes if it is due. */
  rest(): Promise<void>;
}

/** Waits for the next task. A message channel is not slowed down in background tabs, as timers are. */
export function nextTask(): Promise<void> {
  return new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      done();
    };
    channel.port2.postMessage(0);
  });
}

export function takeTurns(): Turns {
  let since = performance.now();
  const due = (): boolean => performance.now() - since > TURN;
  const breathe = async (): Promise<void> => {
    await nextTask();
    since = performance.now();
  };
  return { due, breathe, rest: async () => (due() ? breathe() : undefined) };
}
