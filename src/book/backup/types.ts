import type { Day } from '#money/day.ts';
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
  /** Takes the next bytes of the file; the next come when it has resolved. Whatever it throws ends the backup. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

export interface RestoreOptions extends LongWork {
  readonly passphrase: string | null;
}

/** What a restore has done. */
export interface Restored {
  /** `whole`: the book was empty and is now the one that was backed up. `merged`: what the book did not know was added to it. */
  readonly how: 'whole' | 'merged';
  /** Captures added. */
  readonly captures: number;
  /** Captures that the book had already. */
  readonly known: number;
  readonly added: number;
  readonly existing: number;
  readonly marks: number;
  /** Marks for rows that the book does not have, or that cannot hold beside what is said there. They are still in the backup. */
  readonly marksLeft: number;
  readonly papers: number;
  readonly recipes: number;
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
