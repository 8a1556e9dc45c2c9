import { z } from 'zod';
import { type Day, isDay } from '#money/day.ts';

export const DayShape = z.custom<Day>((value) => typeof value === 'string' && isDay(value));
export const UnitsShape = z.number().refine(Number.isSafeInteger);

/**
 * What a row is, in the field's words. The sign of `amount` is the merchant's: money in is positive, money out negative.
 * `fee` as a kind is a row that charges (negative) or gives back (positive) a fee; `fee-payment` is the merchant paying one.
 * `settlement` is a payout to the bank (提现, 划款); `top-up` the merchant putting money in; `payment` the account holder buying something;
 * `unknown` keeps its words and is never dropped.
 */
export const KINDS = [
  'sale',
  'refund',
  'reversal',
  'fee',
  'fee-payment',
  'settlement',
  'hold',
  'release',
  'deposit',
  'chargeback',
  'adjustment',
  'balance',
  'stated-arrears',
  'top-up',
  'transfer',
  'payment',
  'unknown',
] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** How a row came out: only `done` rows move money. `failed` rows are kept, because a failed payment explains a failed expectation. */
export const State = z.enum(['done', 'pending', 'failed', 'unknown']);
export type State = z.infer<typeof State>;

/**
 * Which kind of list a row stands in. The same fact stands once in each list of an account: figures are never added across ledgers.
 * `trade`: transactions with their fees. `funds`: the account's own flow with balances. `settlement`: payouts. `bank`: a bank statement.
 * `notice`: figures a portal states by themselves (a balance, an amount owed).
 */
export const Ledger = z.enum(['trade', 'funds', 'settlement', 'bank', 'notice']);
export type Ledger = z.infer<typeof Ledger>;

/** One row with meaning. Every figure is in `Units` of `currency`; `null` says that the source does not give it, never that it is 0. */
export const Entry = z.object({
  /** `provider:merchantNumber`; `provider:?` where the source does not say whose row it is. */
  account: z.string().max(200),
  ledger: Ledger,
  kind: Kind,
  state: State,
  day: DayShape,
  /** With the provider's offset: `2018-02-01T04:21:23+08:00`. */
  at: z.string().max(40).nullable(),
  /** The day on which it was or will be settled, where the source gives one beside the trade day. */
  settleDay: DayShape.nullable(),
  amount: UnitsShape.nullable(),
  /** Positive when it costs the merchant. */
  fee: UnitsShape.nullable(),
  /** What reaches the merchant: for a row with both, `amount − fee − other deductions`. */
  net: UnitsShape.nullable(),
  balance: UnitsShape.nullable(),
  currency: z.string().length(3),
  /** The provider's own id of this row, if it gives one. */
  reference: z.string().max(200).nullable(),
  /** What else can join it with other sources, by field name: the numbers `order`, `rrn`, `trace`, `batch`, `original`; on a bank's list, who paid or was paid (`counterparty`). */
  links: z.record(z.string().max(30), z.string().max(200)),
  terminal: z.string().max(100).nullable(),
  /** `debit`, `credit`, `qr`, `foreign` where the row says so: what the tariff depends on. */
  card: z.enum(['debit', 'credit', 'qr', 'foreign']).nullable(),
  /** The rate that the row itself states, in millionths. */
  rate: z.number().int().nullable(),
  /** The day by which it must be paid, where the row says so. */
  due: DayShape.nullable(),
  /** The words that gave the kind, and any remark, as the source wrote them. */
  words: z.string().max(2000),
  /** Where it stood: index of the sighting, of the table, and of the row, within the capture. */
  row: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
});
export type Entry = z.infer<typeof Entry>;

/** An entry in the book: with its identity, the captures that saw it, and what became of it. */
export const KeptEntry = Entry.extend({
  key: z.string().max(300),
  /** Sequence numbers of captures, in the order in which they saw it. */
  seenIn: z.array(z.number().int().positive()).min(1).readonly(),
  /** The capture that read its window again and no longer found it. */
  supersededBy: z.number().int().positive().nullable(),
});
export type KeptEntry = z.infer<typeof KeptEntry>;
