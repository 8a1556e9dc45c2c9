const MIB = 1024 * 1024;

/** What one dropped file may ask of the machine. Reaching one is `too-large`, never a shorter answer. */
export const LIMITS = {
  /** Bytes of the file itself, and of any one member of an archive. */
  bytes: 200 * MIB,
  /** Bytes that all members of an archive may unpack to, together. */
  unpacked: 400 * MIB,
  /** Unpacked to packed, for a member beyond `ratioFrom` bytes. Deflate can reach 1032; bills stay below 50. */
  ratio: 300,
  ratioFrom: 16 * MIB,
  members: 500,
  /** Of a PDF. */
  pages: 2000,
  rows: 2_000_000,
  /** Those of `Table` in `src/records/sighting.ts`. */
  columns: 1000,
  cell: 20_000,
  headerCell: 2000,
  texts: 5000,
  text: 2000,
  tables: 500,
  /** Cells that merged ranges may be spread over, in one sheet. */
  spread: 2_000_000,
} as const;
