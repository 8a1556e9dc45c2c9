import { z } from 'zod';
import { Gap, Outcome } from './reading.ts';

/** Why a walk ended. `end`: the pager has no next page; `leaving`: the next press loads a new document, in which the walk goes on. */
const WALK_ENDS = [
  'end',
  'stopped',
  'repeat',
  'signed-out',
  'throttled',
  'maintenance',
  'page-changed',
  'not-settled',
  'limit',
  'leaving',
] as const;
export const WalkEnd = z.enum(WALK_ENDS);
export type WalkEnd = z.infer<typeof WalkEnd>;

/** One check of one tab, as popup and desk show it. Kept in `storage.session`; the background is its only writer. */
export const Job = z.object({
  id: z.string().max(60),
  tabId: z.number().int(),
  place: z.string().max(2000),
  phase: z.enum(['looking', 'walking', 'keeping', 'done']),
  page: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative().nullable(),
  rows: z.number().int().nonnegative(),
  stopping: z.boolean(),
  startedAt: z.string().max(40),
  /** Present when `phase` is `done`. */
  end: z
    .object({
      outcome: Outcome,
      gaps: z.array(Gap),
      provider: z.string().nullable(),
      accounts: z.array(z.string()),
      added: z.number().int(),
      existing: z.number().int(),
      superseded: z.number().int(),
      rejected: z.number().int(),
      /** Where the book could not take it in: the text key that says why (`book.disk-full` …). */
      error: z.string().max(60).optional(),
    })
    .nullable(),
});
export type Job = z.infer<typeof Job>;
