import type { AccountRecord } from '#book/coverage/accounts.ts';
import type { Day, Period } from '#money/day.ts';
import type { TextKey } from '#text/index.ts';

/** A text key is the sentence that says why it could not be done. */
export interface CoverageDeeds {
  /** The accounts with the spans that were read of them. */
  readonly records: () => Promise<readonly AccountRecord[] | TextKey>;
  /** How many rows the book keeps of each day of the account; days without rows are left out. */
  readonly rows: (account: string, period: Period) => Promise<ReadonlyMap<Day, number> | TextKey>;
}
