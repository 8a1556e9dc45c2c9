import { z } from 'zod';
import { Control, Coverage, Outcome } from './reading.ts';

/** A page of a portal, a bill file, or what somebody told: an SMS, a call, a visit. */
export const SOURCES = ['page', 'file', 'told'] as const;
export type Source = (typeof SOURCES)[number];

/** The end of the book's chain: number and hash of the last capture; 0 and zeros where nothing was read. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

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
  /** Rows of it that were pending before and have come out. */
  linked: z.number().int().nonnegative(),
  /** The lists that it read of each account: ledgers, sorted and joined with `+`. */
  lists: z.record(z.string(), z.string()),
  /** What the source called the merchant, by account. */
  names: z.record(z.string(), z.string().max(200)),
  /** SHA-256, hex, of what was seen (`proof.ts`); null for captures of books before version 2, whose hash is over what was seen itself. */
  saw: z.string().length(64).nullable(),
  /** The earlier capture that saw exactly the same, and keeps it for both. */
  sameAs: z.number().int().positive().nullable(),
  /** SHA-256, hex: the link of the chain, see `proof.ts`. */
  hash: z.string().length(64),
  /** The hash of the capture before; 64 zeros for the first. */
  previous: z.string().length(64),
  /** The hash that it had in the book it was read into, where it came here with a backup (docs/backup-format.md); null where it was read into this one. */
  original: z.string().length(64).nullable(),
  /** When the merchant took it back; its rows are out of the book, what it saw is kept. */
  undoneAt: z.string().max(40).nullable(),
  /** When the merchant erased it; nothing is left of it but its place in the chain. */
  erasedAt: z.string().max(40).nullable(),
  /** When what it saw was erased, with an account that it had shown beside others. Their rows still stand on it. */
  sightErasedAt: z.string().max(40).optional(),
  /** What it saw could not be read back when it was backed up: its bytes are gone, its link and its rows are not. */
  sightLost: z.literal(true).optional(),
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
