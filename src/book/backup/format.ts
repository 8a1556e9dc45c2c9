import { z } from 'zod';
import { Capture } from '#records/capture.ts';
import { DayShape, KeptEntry, UnitsShape } from '#records/entry.ts';
import { Mark } from '#records/mark.ts';
import { Gap, OUTCOMES } from '#records/reading.ts';
import { AccountTerms } from '#records/terms.ts';

/** The file format of docs/backup-format.md. A change that an older reader would misread raises the version. */
export const FORMAT = 'arrears-radar-backup';
export const FORMAT_VERSION = 2;
/** A backup without terms says nothing that readers of version 1 do not know, and stays one of theirs. */
export const versionOf = (terms: readonly AccountTerms[]): number => (terms.length > 0 ? 2 : 1);

/** What a file may ask of the machine; what a book holds stays far below. */
export const MOST = {
  headerBytes: 4096,
  /** UTF-8 bytes of one record. */
  lineBytes: 16 * 1024 * 1024,
  records: 50_000_000,
  captures: 1_000_000,
  rowsOfDay: 1_000_000,
  /** Bytes of what one capture saw, or of one paper. */
  blob: 512 * 1024 * 1024,
  iterations: 10_000_000,
  chunk: 4 * 1024 * 1024,
} as const;

const base64 = z.string().regex(/^[0-9A-Za-z+/]*={0,2}$/);

export const Encryption = z.object({
  cipher: z.literal('AES-256-GCM'),
  kdf: z.literal('PBKDF2-SHA-256'),
  iterations: z.number().int().positive(),
  /** 16 bytes or more. */
  salt: base64.min(24).max(200),
  /** 7 bytes. */
  prefix: base64.length(12),
  /** Bytes of plain text in every chunk but the last. */
  chunk: z.number().int().positive(),
});
export type Encryption = z.infer<typeof Encryption>;

/** The first line of the file, which says how to read the rest. */
export const FileHeader = z.object({
  format: z.literal(FORMAT),
  version: z.number().int().positive(),
  compression: z.literal('gzip'),
  encryption: Encryption.nullable(),
});
export type FileHeader = z.infer<typeof FileHeader>;

/** Longer than anything the product keeps: a text that it would cut is no reason to refuse the merchant's own book. */
const text = z.string().max(20_000);
const instant = z.string().max(40);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.number().int().positive();
const account = text.min(1);
const count = z.number().int().nonnegative();

const SpanShape = z.object({
  source: Capture.shape.source,
  format: text.nullable(),
  list: text,
  from: DayShape.nullable(),
  to: DayShape.nullable(),
  whole: z.boolean(),
  gaps: z.array(Gap),
  at: instant,
  seqs: z.array(seq),
});

export const AccountLine = z.object({
  record: z.literal('account'),
  id: account,
  provider: text,
  merchantNumber: text.nullable(),
  name: text.nullable(),
  label: text.nullable(),
  readAt: instant.nullable(),
  spans: z.array(SpanShape),
});

export const MarkLine = Mark.extend({ record: z.literal('mark'), account, key: text, sameAs: text.nullable() });

export const CaptureLine = Capture.extend({
  record: z.literal('capture'),
  provider: text,
  format: text.nullable(),
  accounts: z.array(text),
  names: z.record(z.string(), text),
  lists: z.record(z.string(), text),
  hash,
  previous: hash,
  // Captures from before there were backups do not say it.
  original: hash.nullable().default(null),
});

/** What a capture saw; its bytes follow in `bytes` lines. */
export const SeenLine = z.object({
  record: z.literal('seen'),
  seq,
  codec: z.literal([1, 2]),
  instants: z.array(instant),
  /** Its bytes could not be read back when the backup was made, and are not in it. */
  damaged: z.literal(true).optional(),
  size: count.max(MOST.blob),
});

export const BytesLine = z.object({ record: z.literal('bytes'), base64 });

const Row = KeptEntry.extend({
  account,
  key: text.min(1),
  reference: text.nullable(),
  terminal: text.nullable(),
  words: text,
  links: z.record(z.string().max(200), text),
});
export const RowLine = Row.extend({ record: z.literal('row') });

/** In the place of the rows of a day that could not be read back when the backup was made. */
export const DamagedLine = z.object({
  record: z.literal('damaged'),
  account,
  day: DayShape,
  rows: count.max(MOST.rowsOfDay),
});

export const TraceLine = z.object({
  record: z.literal('trace'),
  seq,
  touched: z.array(z.object({ account, days: z.array(DayShape) })),
  /** Where rows stood and stand whose images could not be read back when the backup was made. */
  lost: z.array(z.object({ account, day: DayShape, wasDay: DayShape })).optional(),
});

/** A row as it was before a capture said something else of it. */
export const ImageLine = z.object({
  record: z.literal('image'),
  seq,
  day: DayShape,
  key: text,
  was: Row.extend({ seenIn: z.array(seq).readonly() }),
});

export const PaperLine = z.object({
  record: z.literal('paper'),
  sha256: hash,
  type: z.string().max(200),
  size: count.max(MOST.blob),
});

/** Parsed by `recipeOf`, which is stricter than a shape. */
export const RecipeLine = z.object({ record: z.literal('recipe'), recipe: z.unknown() });

/** What the merchant agreed of one account; since version 2. */
export const TermsLine = z.object({ record: z.literal('terms'), terms: AccountTerms });

export const CheckLine = z.object({
  record: z.literal('check'),
  check: z.object({
    jobId: text.nullable(),
    taken: z.object({
      seq: seq.nullable(),
      added: count,
      existing: count,
      linked: count,
      superseded: count,
      rejected: count,
      accounts: z.array(text),
      check: z.object({
        at: instant,
        place: text,
        provider: text.nullable(),
        outcome: z.enum(OUTCOMES),
        gaps: z.array(Gap),
        added: count,
        existing: count,
        rejected: count,
      }),
    }),
  }),
});

export const Counts = z.object({
  accounts: count,
  marks: count,
  captures: count,
  rows: count,
  images: count,
  papers: count,
  recipes: count,
  terms: count.default(0),
});
export type Counts = z.infer<typeof Counts>;

export const BookLine = z.object({
  record: z.literal('book'),
  version: z.number().int().positive(),
  madeAt: instant,
  tail: z.object({ seq: UnitsShape.min(0), hash }),
});

/** The last line. `sha256` is over all lines before it (`digest.ts`). */
export const EndLine = z.object({ record: z.literal('end'), counts: Counts, sha256: hash });

export const Line = z.discriminatedUnion('record', [
  BookLine,
  AccountLine,
  MarkLine,
  CaptureLine,
  SeenLine,
  BytesLine,
  RowLine,
  DamagedLine,
  TraceLine,
  ImageLine,
  PaperLine,
  RecipeLine,
  TermsLine,
  CheckLine,
  EndLine,
]);
export type Line = z.infer<typeof Line>;
export type RowRecord = z.infer<typeof Row>;

/** The lines in the order in which their kinds stand in a file. A `bytes` line belongs to the line before it. */
export const ORDER = [
  'book',
  'account',
  'mark',
  'capture',
  'row',
  'trace',
  'paper',
  'recipe',
  'terms',
  'check',
  'end',
] as const;
