import { z } from 'zod';
import { DayShape, Entry } from './entry.ts';

/** How a look ended. Closed set; each has one view and one sentence. `empty` needs positive proof. */
export const OUTCOMES = [
  'read',
  'part',
  'empty',
  'signed-out',
  'not-settled',
  'changed',
  'maintenance',
  'not-a-known-page',
] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** A figure that the source states about itself, and what the rows say. Amounts as decimal strings in major units, counts as integers in text. */
export const Control = z.object({
  /** Stable id of what is compared: `rows`, `amount`, `fee`, `income-count`, `balance-runs` … */
  what: z.string().max(60),
  /** The words it was found in. */
  words: z.string().max(500),
  stated: z.string().max(60),
  computed: z.string().max(60),
  agrees: z.boolean(),
  /** How many rows were looked at, of a check that is our own. */
  rows: z.number().int().nonnegative().optional(),
});
export type Control = z.infer<typeof Control>;

/** How far a fee may be from its rate and still be that rate's, as a share of it; half a 分 is always within. */
export const FEE_TOLERANCE = 0.02;

/** A check that is ours: whether a running balance runs, and fees against their rate. The source states neither, and neither proves a whole list. */
export const isOwnCheck = ({ what }: Pick<Control, 'what'>): boolean =>
  what === 'balance-runs' || what === 'fees-by-rate';

/** Why a reading is not whole. Closed set; `params` fill its sentence. */
export const GAPS = [
  'stopped',
  'pages-missing',
  'rows-missing',
  'more-pages',
  'totals-differ',
  'rows-rejected',
  'session-ended',
  'throttled',
  'page-changed',
  'merchant-changed',
  'frame-out-of-reach',
  'hidden-rows',
  'file-truncated',
  'interrupted',
  'not-proved',
  'recipe-drift',
  'rows-damaged',
  'currency-unknown',
] as const;
export const Gap = z.object({ gap: z.enum(GAPS), params: z.record(z.string(), z.string().max(300)) });
export type Gap = z.infer<typeof Gap>;

export const Coverage = z.object({
  from: DayShape.nullable(),
  to: DayShape.nullable(),
  pages: z.number().int().nonnegative(),
  rows: z.number().int().nonnegative(),
  statedRows: z.number().int().nonnegative().nullable(),
  /** Proved by the source's own count or totals. */
  whole: z.boolean(),
  gaps: z.array(Gap).max(100),
});
export type Coverage = z.infer<typeof Coverage>;

/** Why a row is not an entry. Closed set; the cells are kept beside it. */
export const REJECTIONS = [
  'no-day',
  'bad-day',
  'no-amount',
  'bad-amount',
  'ambiguous-amount',
  'damaged-number',
  'too-few-cells',
  'unit-conflict',
  'not-data',
] as const;
export const Rejection = z.enum(REJECTIONS);
export type Rejection = z.infer<typeof Rejection>;

export const Rejected = z.object({
  /** Row number within its table, from 0. */
  row: z.number().int(),
  table: z.number().int(),
  sighting: z.number().int(),
  cells: z.array(z.string()),
  reason: Rejection,
  /** The cell that could not be read, with its header. */
  cell: z.object({ header: z.string(), text: z.string() }).nullable(),
});
export type Rejected = z.infer<typeof Rejected>;

/** Everything that one source says, with meaning and proof. Pure function of sightings and facts. */
export const Reading = z.object({
  outcome: Outcome,
  provider: z.string().max(100).nullable(),
  /** Which declared format, or `generic`, or null where no table was understood. */
  format: z.string().max(60).nullable(),
  accounts: z.array(z.string()),
  /** `Entry.reference` is declared by the provider to be the stable, unique id of the row. */
  stableIds: z.boolean(),
  /** What the source calls the merchant, by account. */
  names: z.record(z.string(), z.string().max(200)),
  coverage: Coverage,
  controls: z.array(Control),
  entries: z.array(Entry),
  rejected: z.array(Rejected),
});
export type Reading = z.infer<typeof Reading>;
