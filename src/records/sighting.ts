import { z } from 'zod';

/**
 * One table as text, wherever it came from: header levels joined with ` / `, each logical row once, spans repeated into every cell
 * they cover, cells as a person reads them, already masked. Total rows stay in `rows`: telling them from data is the interpreter's work.
 */
export const Table = z.object({
  /** Where in the source: a frame and a path in a page, a sheet name, a member of a ZIP. For people, not for code. */
  where: z.string().max(500),
  /** Which named way of finding it answered (`plain-table`, `split-table`, `aria-grid`, `delimited`, `sheet` …), counted so that decay shows. */
  way: z.string().max(60),
  caption: z.string().max(500).nullable(),
  header: z.array(z.string().max(2000)).max(1000),
  rows: z.array(z.array(z.string().max(20_000)).max(1000)),
  /** Rows that are in the source but not shown to a person; left out of `rows`. */
  hiddenRows: z.number().int().nonnegative(),
  /** How many rows the source itself says the whole list has (`共 N 条`), all pages together. */
  stated: z.number().int().nonnegative().nullable(),
});
export type Table = z.infer<typeof Table>;

/** What a pager says of itself. `null` where it does not say. */
export const Pager = z.object({
  page: z.number().int().positive().nullable(),
  pages: z.number().int().positive().nullable(),
  hasNext: z.boolean(),
});
export type Pager = z.infer<typeof Pager>;

/** Things that a reader can see besides tables and that decide the outcome. */
export const Cue = z.enum([
  'signed-out',
  'maintenance',
  'no-records',
  'loading',
  'throttled',
  'session-expired',
  'unreadable',
  'frame-out-of-reach',
]);
export type Cue = z.infer<typeof Cue>;

/**
 * One look at one place: a page of a table in one frame, or one bill file member. Everything that enters the product enters as a list of sightings.
 */
export const Sighting = z.object({
  /** The address without query values and fragments' values, or the file name. */
  place: z.string().max(2000),
  /** `top`, `top>0`, … in a page; `file` for a file. */
  frame: z.string().max(200),
  title: z.string().max(500),
  /** The language that the page says it is in (`pt-BR`), as it says it. A file says none. */
  lang: z.string().max(35).optional(),
  /** When it was seen, ISO instant in UTC. */
  at: z.string().max(40),
  tables: z.array(Table).max(500),
  /** Short visible lines outside the tables (labels, counts, merchant name, filters, notices; a file's preamble and trailer), masked, in order. */
  texts: z.array(z.string().max(2000)).max(5000),
  cues: z.array(Cue).max(20),
  pager: Pager.nullable(),
});
export type Sighting = z.infer<typeof Sighting>;

/**
 * One look, handed over in parts while it still goes on. As long as there is `more`, a part is what is known so far, with one table, and of that only the
 * rows that no part before it held. The last part is the whole look, of whose table `goesOn` (its place) only those rows are there that follow what was
 * handed over; below 0 it holds everything, and what was handed over no longer counts.
 */
export const LookPart = z.object({ sighting: Sighting, more: z.boolean(), goesOn: z.number().int() });
export type LookPart = z.infer<typeof LookPart>;
