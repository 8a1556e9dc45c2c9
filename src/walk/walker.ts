import type { Eyes } from '#look/eyes.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Sighting } from '#records/sighting.ts';
import type { ScriptLink } from './script-link.ts';
import { walk } from './walk.ts';

/** What the walker needs from the extension around it. */
export interface Lifeline {
  /** Hands one page to the background; `false` asks to stop. Rejects when the extension is gone. */
  report(jobId: string, index: number, sighting: Sighting): Promise<boolean>;
  /** Asks for a press of a link whose address is a script; null where nobody presses for the walker. */
  press(jobId: string, link: ScriptLink): Promise<boolean | null>;
  /** Whether another document of this frame could still be read. */
  readonly keepsLeave: boolean;
  /** ISO instant. */
  now(): string;
}

export type WalkerAnswer = { readonly end: WalkEnd } | Record<string, never>;

interface WalkAsked {
  readonly jobId: string;
  readonly seen: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function walkAsked(body: unknown): WalkAsked | null {
  if (!isRecord(body)) return null;
  const { jobId, seen } = body as { jobId?: unknown; seen?: unknown };
  const counts = typeof seen === 'number' && Number.isSafeInteger(seen) && seen >= 0;
  return typeof jobId === 'string' && jobId !== '' && counts ? { jobId, seen } : null;
}

/**
 * The walker of one frame: answers `walk` and `halt`, and nothing else. `undefined` says that a message is not for it, so that another
 * listener may answer. One walk at a time: a second `walk` stops the first.
 */
export function createWalker(
  doc: Document,
  eyes: Eyes,
  lifeline: Lifeline,
): (message: unknown) => Promise<WalkerAnswer> | undefined {
  let running: { jobId: string; stop: AbortController } | null = null;

  const startWalk = async ({ jobId, seen }: WalkAsked): Promise<{ end: WalkEnd }> => {
    running?.stop.abort();
    const mine = { jobId, stop: new AbortController() };
    running = mine;
    const end = await walk(doc, eyes, {
      seen,
      signal: mine.stop.signal,
      now: lifeline.now,
      report: (sighting, index) => lifeline.report(jobId, index, sighting),
      mayLoad: lifeline.keepsLeave,
      pressScript: (link) => lifeline.press(jobId, link),
    });
    if (running === mine) running = null;
    return { end };
  };

  return (message) => {
    if (!isRecord(message)) return undefined;
    const { arrearsRadar: name, body } = message as { arrearsRadar?: unknown; body?: unknown };
    if (name === 'walk') {
      const asked = walkAsked(body);
      return asked === null ? undefined : startWalk(asked);
    }
    if (name === 'halt' && isRecord(body)) {
      if (running !== null && running.jobId === (body as { jobId?: unknown }).jobId) running.stop.abort();
      return Promise.resolve({});
    }
    return undefined;
  };
}
