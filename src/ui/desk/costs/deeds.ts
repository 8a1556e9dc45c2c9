import type { Cost } from '#records/cost.ts';
import type { TextKey } from '#text/index.ts';

/** A text key is the sentence that says why it could not be done. */
export interface CostDeeds {
  /** Reads every row of the last year. */
  readonly costs: () => Promise<readonly Cost[] | TextKey>;
}
