import type { LearnedLine } from '#records/learned-line.ts';
import type { TermsFile } from '#records/terms.ts';
import type { TextKey } from '#text/index.ts';

/** A sentence about terms that cannot be used as they stand. */
export interface Unusable {
  readonly key: TextKey;
  readonly terminal: string | null;
  readonly text: string;
}

/** A text key is the sentence that says why it could not be done. */
export interface TermsDeeds {
  readonly read: () => Promise<TermsFile>;
  /** Keeps the terms and works out anew what is owed; answers what of them cannot be used. */
  readonly keep: (terms: TermsFile) => Promise<readonly Unusable[] | TextKey>;
  /** What the account's own rows show to be charged. */
  readonly learn: (account: string) => Promise<readonly LearnedLine[] | TextKey>;
  /** Reads a file that `save` has written; null where it is none. */
  readonly open: (file: File) => Promise<TermsFile | null>;
  readonly save: (terms: TermsFile) => void;
}
