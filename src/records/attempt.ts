import { z } from 'zod';
import type { Reading } from './reading.ts';

/** How a portal did not answer: its own notice of maintenance, a page that never finished loading, or no page of its own at all. */
const Unanswered = z.enum(['maintenance', 'not-settled', 'no-page']);

/** One look at a portal that did not answer. Kept until the portal answers again. */
export const Attempt = z.object({
  provider: z.string().max(100),
  /** Address without query. */
  place: z.string().max(2000),
  /** ISO instant. */
  at: z.string().max(40),
  how: Unanswered,
});
export type Attempt = z.infer<typeof Attempt>;

/** How the portal did not answer in this look; null where it did, be it with a page to sign in or with another one than a list. */
export function unanswered({
  outcome,
  coverage,
  entries,
}: Pick<Reading, 'outcome' | 'coverage' | 'entries'>): Attempt['how'] | null {
  if (entries.length > 0) return null;
  if (outcome === 'maintenance' || outcome === 'not-settled') return outcome;
  // Where the top frame of a portal is out of reach, the browser shows a page of its own there.
  const isOut = coverage.gaps.some(({ gap, params }) => gap === 'frame-out-of-reach' && params['frame'] === 'top');
  return outcome === 'not-a-known-page' && isOut ? 'no-page' : null;
}
