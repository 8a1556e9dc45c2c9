import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookAt } from '#bridge/look.ts';
import { readSightings } from '#reading/read.ts';
import { ReadAhead } from '#reading/read-ahead.ts';
import type { Entry } from '#records/entry.ts';

/** What the background answers in the bench, so that only figures travel while the clock runs. */
export interface Interpreted {
  readonly outcome: string;
  readonly entries: number;
  readonly rejected: number;
  readonly sums: { readonly amount: number; readonly fee: number; readonly net: number };
  /** Milliseconds from the last part of the look to the last entry. */
  readonly rest: number;
}

/** From the background: a message to the reader, that all is read, or why it could not be. */
export type Said =
  | { readonly ask: { readonly first: boolean } }
  | { readonly done: Interpreted }
  | { readonly failed: string };

const CONTEXT = { source: 'page', end: null, today: '2026-11-23' } as const;

/**
 * Stands for the extension's background: beside the page, with a heap of its own. It looks as the background looks, and every answer of the reader comes as
 * the text that messages are.
 */
export default defineUnlistedScript(() => {
  const say = (said: Said): void => postMessage(said);
  let answered: (text: string) => void = () => undefined;
  const ask = (body: { first: boolean }): Promise<unknown> => {
    const answer = new Promise<string>((done) => {
      answered = done;
    });
    say({ ask: body });
    return answer.then((text) => JSON.parse(text));
  };
  const check = async (): Promise<void> => {
    const ahead = new ReadAhead(CONTEXT);
    const sighting = await lookAt(ask, (part) => ahead.add(part));
    if (sighting === null) throw new Error('no look');
    const seen = performance.now();
    const reading = readSightings([sighting], CONTEXT, ahead);
    const rest = performance.now() - seen;
    const sum = (of: (entry: Entry) => number | null): number =>
      reading.entries.reduce((total, entry) => total + (of(entry) ?? 0), 0);
    say({
      done: {
        outcome: reading.outcome,
        entries: reading.entries.length,
        rejected: reading.rejected.length,
        sums: { amount: sum(({ amount }) => amount), fee: sum(({ fee }) => fee), net: sum(({ net }) => net) },
        rest,
      },
    });
  };
  globalThis.onmessage = ({ data }: MessageEvent<string | null>) => {
    if (data === null) check().catch((error: unknown) => say({ failed: String(error) }));
    else answered(data);
  };
});
