import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSightings } from '#reading/read.ts';
import type { Entry } from '#records/entry.ts';
import type { Sighting } from '#records/sighting.ts';

/** What the background answers in the bench, so that only figures travel while the clock runs. */
export interface Interpreted {
  readonly outcome: string;
  readonly entries: number;
  readonly rejected: number;
  readonly sums: { readonly amount: number; readonly fee: number; readonly net: number };
}

/** Stands for the extension's background: beside the page, with a heap of its own, and handed sightings as the text that messages are. */
export default defineUnlistedScript(() => {
  globalThis.onmessage = ({ data }: MessageEvent<string>) => {
    const sighting = JSON.parse(data) as Sighting;
    const reading = readSightings([sighting], { source: 'page', end: null, today: '2026-11-23' });
    const sum = (of: (entry: Entry) => number | null): number =>
      reading.entries.reduce((total, entry) => total + (of(entry) ?? 0), 0);
    const answer: Interpreted = {
      outcome: reading.outcome,
      entries: reading.entries.length,
      rejected: reading.rejected.length,
      sums: { amount: sum(({ amount }) => amount), fee: sum(({ fee }) => fee), net: sum(({ net }) => net) },
    };
    postMessage(answer);
  };
});
