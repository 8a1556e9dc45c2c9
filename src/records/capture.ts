import { z } from 'zod';
import { Control, Coverage, Outcome } from './reading.ts';

const SOURCES = ['page', 'file'] as const;

/** One act of reading, as the book keeps it: where, when, what it covered, what it saw, and what became of it. */
export const Capture = z.object({
  /** 1, 2, 3 … in the order of taking in. */
  seq: z.number().int().positive(),
  source: z.enum(SOURCES),
  /** Address without query, or file name. */
  place: z.string().max(2000),
  at: z.string().max(40),
  provider: z.string().max(100),
  format: z.string().max(60).nullable(),
  accounts: z.array(z.string()),
  outcome: Outcome,
  coverage: Coverage,
  controls: z.array(Control),
  added: z.number().int().nonnegative(),
  existing: z.number().int().nonnegative(),
  superseded: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
  /** gzip of the sightings as JSON: what was seen, word for word (masked). */
  seen: z.instanceof(Uint8Array),
  /** SHA-256, hex, of `previous` + place + at + the uncompressed JSON. */
  hash: z.string().length(64),
  /** The hash of the capture before; 64 zeros for the first. */
  previous: z.string().length(64),
});
export type Capture = z.infer<typeof Capture>;

export const Account = z.object({
  /** `provider:merchantNumber`, or `provider:?`. */
  id: z.string().max(200),
  provider: z.string().max(100),
  merchantNumber: z.string().max(100).nullable(),
  /** What the portal calls the merchant. */
  name: z.string().max(200).nullable(),
  /** What the merchant calls this account or its provider; wins over everything. */
  label: z.string().max(200).nullable(),
});
export type Account = z.infer<typeof Account>;
