import type { BackupContents, Restored } from '#book/backup/types.ts';
import type { Written } from '#book/backup/write.ts';
import type { ChainReport } from '#book/proof/proof.ts';
import type { TextKey } from '#text/index.ts';
import type { ExportOf } from '../export/deeds.ts';
import type { Answer, Work } from '../work/deeds.ts';

/** What it holds of one provider. */
export interface HeldOf {
  readonly id: string;
  readonly rows: number;
  /** Readings that have shown rows of another provider too. */
  readonly shared: number;
}

/** What the book holds now. */
export interface Held {
  readonly rows: number;
  readonly captures: number;
  readonly marks: number;
  readonly providers: readonly HeldOf[];
  /** Null where none was made in this browser. */
  readonly backup: { readonly at: string; readonly isOlder: boolean } | null;
}

/** What a restore has done to the book and to the terms beside it. */
export interface RestoredAll {
  readonly restored: Restored;
  /** In accounts; `failed`: the browser could not keep what was to be taken. */
  readonly terms: { readonly taken: number; readonly left: number; readonly failed: boolean };
  readonly chain: ChainReport;
}

/** What the section about the book as a whole cannot do by itself. */
export interface BookDeeds {
  readonly held: () => Answer<Held>;
  /** Makes a backup and hands it to the browser to save. */
  readonly backUp: (passphrase: string | null, rows: number, work: Work) => Answer<Written | null>;
  readonly look: (file: File, passphrase: string | null, work: Work) => Answer<BackupContents>;
  /** @param undoneToo readings that were taken back here are added again */
  readonly restore: (file: File, passphrase: string | null, undoneToo: boolean, work: Work) => Answer<RestoredAll>;
  readonly export: ExportOf;
  /** Answers how many rows are gone. */
  readonly erase: (provider: string) => Answer<number>;
  readonly eraseAll: () => Promise<TextKey | null>;
}
