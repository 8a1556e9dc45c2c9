import { z } from 'zod';
import { DayShape, Entry, UnitsShape } from './entry.ts';

/** What the merchant says of a row, closed set: it has been paid, it is in dispute, it is not to count. */
export const STANDINGS = ['paid', 'disputed', 'ignored'] as const;

/** A piece of paper behind a row. The bytes are kept apart, under their SHA-256. */
export const Attachment = z.object({
  name: z.string().max(300),
  type: z.string().max(100),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  sha256: z.string().length(64),
});
export type Attachment = z.infer<typeof Attachment>;

/** One part of a row that the merchant has split. */
export const Part = z.object({
  kind: Entry.shape.kind,
  amount: UnitsShape,
  words: z.string().max(2000),
});
export type Part = z.infer<typeof Part>;

/** What the merchant knows better than the source: only the fields that are given. */
export const Correction = Entry.pick({
  kind: true,
  state: true,
  amount: true,
  fee: true,
  net: true,
  terminal: true,
  due: true,
}).partial();
export type Correction = z.infer<typeof Correction>;

/** Everything that the merchant has said of one row. It stands beside the row and outlives every reading of it. */
export const Mark = z.object({
  account: z.string().max(200),
  /** Key of the row. */
  key: z.string().max(300),
  /** The day under which the row is kept. */
  day: DayShape,
  standing: z.enum(STANDINGS).nullable(),
  note: z.string().max(4000),
  attachments: z.array(Attachment).max(50),
  correction: Correction,
  /** Key of the row of the same account that this one is the same as: this one does not count. */
  sameAs: z.string().max(300).nullable(),
  /** The row's parts, whose amounts add up to its own; empty where it is whole. */
  parts: z.array(Part).max(50),
  /** Payouts (`Payout.id`) of which the merchant has said that this row is not what came of them; absent: of none. */
  notFor: z.array(z.string().max(400)).max(100).optional(),
  /** ISO instant of the last change. */
  at: z.string().max(40),
  /** The row of `sameAs` has left its window or was taken back, so this one counts by itself meanwhile. Kept by the book, never said by the merchant. */
  alone: z.literal(true).optional(),
});
export type Mark = z.infer<typeof Mark>;

export const noMark = (account: string, key: string, day: Mark['day'], at: string): Mark => ({
  account,
  key,
  day,
  standing: null,
  note: '',
  attachments: [],
  correction: {},
  sameAs: null,
  parts: [],
  at,
});
