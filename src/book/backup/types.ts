import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { AccountTerms } from '#records/terms.ts';
import type { Damage } from '../book.ts';

/**
 * Why a backup could not be read. Closed set; each has a sentence in `src/text/areas/backup.ts`. Nothing of such a file is in the book.
 * `not-a-backup`: another kind of file. `newer-format`: written by a newer version. `cut-short`: its end is missing.
 * `altered`: what stands in it is not what was written. `too-large`: it asks for more than any book needs. `chain-broken`: what its captures saw
 * is not what their chain says, so they cannot be chained anew. `unreadable`: the browser does not give the file. `stopped`: the merchant stopped it.
 */
export const BACKUP_ERRORS = [
  'not-a-backup',
  'newer-format',
  'passphrase-needed',
  'passphrase-wrong',
  'cut-short',
  'altered',
  'too-large',
  'chain-broken',
  'unreadable',
  'stopped',
] as const;
export type BackupError = (typeof BACKUP_ERRORS)[number];

/** What stands in a backup, told before anything is done with it. */
export interface BackupContents {
  /** ISO instant. */
  readonly madeAt: string;
  readonly encrypted: boolean;
  readonly accounts: readonly { readonly id: string; readonly provider: string; readonly name: string | null }[];
  readonly captures: number;
  readonly rows: number;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly marks: number;
  readonly papers: number;
  readonly recipes: number;
  /** Accounts of which it has terms. */
  readonly terms: number;
  /** Days whose rows could not be read back when it was made. */
  readonly damage: readonly Damage[];
}

export interface LongWork {
  readonly signal?: AbortSignal;
  /** How far it is: any unit, 0 ≤ done ≤ of. */
  readonly progress?: (done: number, of: number) => void;
}

export interface BackupOptions extends LongWork {
  /** Null: anyone who has the file can read it. */
  readonly passphrase: string | null;
  /** What the merchant agreed: it is kept beside the book, and backed up with it. */
  readonly terms?: readonly AccountTerms[];
  /** Takes the next bytes of the file; the next come when it has resolved. Whatever it throws ends the backup. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

export interface RestoreOptions extends LongWork {
  readonly passphrase: string | null;
  /** Readings that were taken back here, and not in the backup, are added again. Otherwise the merchant's own word holds, and they stay out. */
  readonly undoneToo?: boolean;
}

/**
 * Why a mark of a backup was left out. Closed set; each has its sentence in `src/text/areas/backup.ts`.
 * `no-such-row`: its row is not here. `no-original`: the row that its own is the same as is not here. `too-much`: with what is said here it would be
 * longer, or have more papers, than a mark may. The others as in `MarkError`.
 */
export const LEFT_REASONS = [
  'no-such-row',
  'no-original',
  'parts-differ',
  'same-as-itself',
  'same-as-a-double',
  'too-much',
] as const;

/** A mark that is still in the backup and nowhere else, with what tells its row. */
export interface LeftMark {
  readonly account: string;
  readonly day: Day;
  /** Null where the backup does not say it, or has lost the row. */
  readonly amount: Units | null;
  readonly currency: string;
  readonly why: (typeof LEFT_REASONS)[number];
}

/** What a restore has done. */
export interface Restored {
  /** `whole`: the book was empty and is now the one that was backed up. `merged`: what the book did not know was added to it. */
  readonly how: 'whole' | 'merged';
  /** Captures added. */
  readonly captures: number;
  /** Captures that the book had already. */
  readonly known: number;
  /** Captures left out because they were taken back here; in the backup they count. */
  readonly undone: number;
  readonly added: number;
  readonly existing: number;
  readonly marks: number;
  /** Marks for rows that the book does not have, or that cannot hold beside what is said there. */
  readonly marksLeft: readonly LeftMark[];
  readonly papers: number;
  readonly recipes: number;
  /** What the merchant had agreed when it was made: for whoever keeps the terms. */
  readonly terms: readonly AccountTerms[];
  /** Days whose rows are not in the backup, because they could not be read back when it was made. */
  readonly damage: readonly Damage[];
}

/** Thrown inside this folder, told as a value at its edge. */
export class Refused extends Error {
  readonly why: BackupError;
  constructor(why: BackupError) {
    super(why);
    this.why = why;
  }
}

export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refused('stopped');
}
