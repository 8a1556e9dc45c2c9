import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { Basis, Cause, Code, Item, ItemState } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { unexplained } from './causes/unexplained.ts';
import type { Book } from './prepare.ts';

export interface Draft {
  readonly code: Code;
  readonly state: ItemState;
  readonly basis: Basis;
  readonly terminal: string | null;
  readonly min: Units;
  /** Left out: exact. `null`: at least `min`. */
  readonly max?: Units | null;
  readonly since: Day | null;
  readonly due?: Day | null;
  readonly causes: readonly Cause[];
  /** Rows that state the sum itself. */
  readonly statedIn?: readonly KeptEntry[];
  /** Rows each of which is this debt itself: what the merchant says of one he says of the debt. */
  readonly is?: readonly KeptEntry[];
  /** What tells this debt from others of its kind: the key of its first row, or its due day. */
  readonly mark: string;
}

/** An item of this book. One without a cause that fits says so. */
export function item(book: Book, draft: Draft): Item {
  const { account, currency } = book;
  const causes =
    draft.causes.length > 0 ? draft.causes : [unexplained([], draft.min, draft.since ?? draft.due ?? book.asOf)];
  const said = (draft.is ?? []).map(({ key }) => standingOf(book, key));
  return {
    id: [account, currency, draft.code, draft.basis, draft.terminal ?? '-', draft.mark].join('|'),
    account,
    terminal: draft.terminal,
    code: draft.code,
    state: draft.state === 'open' && said.includes('paid') ? 'paid' : draft.state,
    basis: draft.basis,
    min: draft.min,
    max: draft.max === undefined ? draft.min : draft.max,
    currency,
    since: draft.since,
    due: draft.due ?? null,
    causes,
    ...(said.includes('disputed') ? { disputed: true as const } : {}),
    ...(draft.statedIn ? { statedIn: draft.statedIn.map(({ key }) => key) } : {}),
  };
}

/** Nothing is owed, but something should be looked at; `taken` where it is over already. */
export function warning(
  book: Book,
  {
    state = 'open',
    terminal = null,
    since,
    cause,
    mark,
  }: {
    readonly state?: 'open' | 'taken';
    readonly terminal?: string | null;
    readonly since: Day;
    readonly cause: Cause;
    readonly mark: string;
  },
): Item {
  return item(book, { code: 'WARNING', state, basis: 'derived', terminal, min: 0, since, causes: [cause], mark });
}

/** What is said of a row that the merchant has split is said of each of its parts. */
const standingOf = ({ standings }: Book, key: string) => standings.get(key) ?? standings.get(key.replace(/\/\d+$/, ''));
