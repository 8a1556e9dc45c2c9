import type { Units } from '#money/amount.ts';
import type { Day } from '#money/day.ts';
import type { ChainEnd } from './capture.ts';
import type { Gap, Outcome } from './reading.ts';

/** What can be owed: the taxonomy of docs/arrears.md. */
export const CODES = [
  'SIM_FEE',
  'TERM_SERVICE_FEE',
  'DEPOSIT',
  'TARGET_PENALTY',
  'VIP_FEE',
  'DORMANCY',
  'MDR',
  'MDR_DELTA',
  'FAST_SETTLE',
  'REFUND_ADVANCE',
  'CHARGEBACK',
  'NEG_BALANCE',
  'DD_FAILED',
  'RESERVE',
  'HOLD',
  'PCI_FEE',
  'RENTAL',
  'SUBSCRIPTION',
  /** Nothing is owed, but something should be looked at. */
  'WARNING',
  /** The portal states a sum as owed and does not say for what. */
  'STATED',
  /** A deduction that no shape fits. */
  'UNEXPLAINED',
] as const;
export type Code = (typeof CODES)[number];

/** The portal states it; it was computed from rows; it is not due yet. Never added together. */
export const BASES = ['observed', 'derived', 'predicted'] as const;
export type Basis = (typeof BASES)[number];

/** `open` owed now; `paid` owed by what was read, paid by the merchant's word; `taken` already deducted; `due` predicted; `claimable` owed to the merchant. */
export type ItemState = 'open' | 'paid' | 'taken' | 'due' | 'claimable';

export const CAUSES = {
  transaction: [
    'amount-outlier',
    'time-outlier',
    'type-mismatch',
    'duplicate-charge',
    'refund-exceeds-sales',
    'chargeback',
    'retrieval-unanswered',
  ],
  account: [
    'top-up-forgotten',
    'balance-too-low',
    'wrong-transfer',
    'auto-withdrawal',
    'direct-debit-failed',
    'idle-terminal',
    'target-missed',
  ],
  system: ['maintenance', 'settlement-delayed', 'late-batch', 'double-posting-reversed', 'portal-unreachable'],
  terms: [
    'rate-rise',
    'fixed-add-on',
    'cap-not-applied',
    'sim-fee',
    'service-fee',
    'undisclosed-fee',
    'deposit-not-released',
    'monthly-fee',
  ],
  none: ['unexplained'],
} as const;
export type CauseGroup = keyof typeof CAUSES;
export type CauseId = (typeof CAUSES)[CauseGroup][number];

/** Why. `params` fill the sentence and the next step of this cause in `src/text/areas/causes.ts`. */
export interface Cause {
  readonly cause: CauseId;
  readonly group: CauseGroup;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Keys of the entries that prove it. */
  readonly rows: readonly string[];
  /** Amounts as decimal strings, days as `YYYY-MM-DD`, counts as digits. */
  readonly params: Readonly<Record<string, string>>;
}

/** What may follow where an item is not paid. Their words: `src/text/areas/consequences.ts`. */
export const CONSEQUENCES = [
  'next-sale-seized',
  'service-stopped',
  'refunds-fail',
  'next-payout-smaller',
  'bank-debited',
  'taken-from-platform',
  'collected',
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** One rung: what follows, and from which day on; null where no source says when. */
export interface Rung {
  readonly consequence: Consequence;
  readonly day: Day | null;
  /** The day has come. */
  readonly reached: boolean;
  /** An official page says so; else third parties or public code do. */
  readonly official: boolean;
}

/** One thing owed. `max` null: at least `min`, because the rows that would bound it have not been read. */
export interface Item {
  /** Stable over recomputation while it is the same debt: account, code, terminal, first row or due day. */
  readonly id: string;
  readonly account: string;
  readonly terminal: string | null;
  readonly code: Code;
  readonly state: ItemState;
  readonly basis: Basis;
  readonly min: Units;
  readonly max: Units | null;
  readonly currency: string;
  readonly since: Day | null;
  readonly due: Day | null;
  readonly causes: readonly Cause[];
  /** Keys of the entries in which the sum itself is stated, beside those behind its causes; absent where the causes hold them all. */
  readonly statedIn?: readonly string[];
  /** What follows where it stays unpaid, anchored on its earliest unpaid day; absent where nothing is known to follow. */
  readonly ladder?: readonly Rung[];
  /** The merchant disputes it; it counts all the same. */
  readonly disputed?: true;
}

/** Amounts owed in one currency on one basis; `max` null means at least `min`. */
export interface Owed {
  readonly min: Units;
  readonly max: Units | null;
}

export interface Total {
  readonly currency: string;
  /** No portal's word about what is owed stands in this currency: the 0 under `observed` is nobody's. */
  readonly unstated?: true;
  readonly observed: Owed;
  readonly derived: Owed;
  readonly predicted: Owed;
}

export interface Arrears {
  readonly asOf: Day;
  readonly totals: readonly Total[];
  readonly items: readonly Item[];
  readonly outlooks: readonly Outlook[];
}

/** What comes next for one account in one currency. Sums in units. */
export interface Outlook {
  readonly account: string;
  readonly currency: string;
  /** The last balance read, and what the coming charges leave of it if nothing else comes in. */
  readonly balance: {
    readonly day: Day;
    readonly amount: Units;
    /** What the coming charges are held against: the balance, or what withdrawals leave of it. */
    readonly least: Units;
    readonly charges: readonly {
      readonly day: Day;
      readonly code: Code;
      readonly terminal: string | null;
      readonly amount: Units;
      readonly left: Units;
    }[];
    /** In arrears on this day, by this sum. */
    readonly short: { readonly day: Day; readonly by: Units } | null;
  } | null;
  /** What more the account should have held in the last year, so that nothing had been short. */
  readonly float: {
    readonly amount: Units;
    /** On how many days something was missing. */
    readonly days: number;
    /** The day on which the most was missing, and the row that shows it. */
    readonly largest: Day;
    readonly rows: readonly string[];
  } | null;
  readonly limits: Limits | null;
  readonly deposits: readonly DepositAhead[];
}

/** Limits that the sales of the last year suggest. */
export interface Limits {
  readonly single: Units;
  readonly daily: Units;
  /** Sales of the year that the single limit would have stopped. */
  readonly above: number;
  readonly sales: number;
  readonly days: number;
}

/** A deposit whose target can still be reached. */
export interface DepositAhead {
  readonly terminal: string;
  readonly deposit: Units;
  readonly target: Units;
  readonly reached: Units;
  readonly last: Day;
  /** Sales a day that it takes from now on. */
  readonly aDay: Units;
}

/** Knowledge older than this many days is stale: a week of postings may be missing, and most exports go back 31 days at the most. */
export const STALE_DAYS = 7;

/** How fresh and how whole the knowledge about one account is. */
export interface Knowledge {
  /** Last time anything was read for this account, ISO instant. */
  readonly readAt: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly whole: boolean;
  readonly gaps: readonly Gap[];
}

/** Stands where no reading of an account is recorded: old enough that everything calls it stale. */
export const NEVER_READ = '1970-01-01T00:00:00.000Z';

export const isNeverRead = ({ readAt }: Knowledge): boolean => readAt === NEVER_READ;

export interface AccountSummary {
  readonly account: string;
  readonly provider: string;
  readonly merchantNumber: string | null;
  /** What to call it on screen: the merchant's label, or the portal's name for the merchant; null where nobody named it. */
  readonly name: string | null;
  readonly knowledge: Knowledge;
  readonly items: readonly Item[];
  /** One for each currency of which anything can be told; absent where an older version wrote this. */
  readonly outlooks?: readonly Outlook[];
}

/** How the last check ended, so that a failed one is never mistaken for "nothing owed". */
export interface LastCheck {
  readonly at: string;
  readonly place: string;
  readonly provider: string | null;
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly added: number;
  readonly existing: number;
  readonly rejected: number;
}

/** The one small record that popup and badge read, mirrored to `storage.local`. */
export interface Summary {
  readonly version: 1;
  readonly at: string;
  readonly asOf: Day;
  readonly totals: readonly Total[];
  readonly accounts: readonly AccountSummary[];
  readonly lastCheck: LastCheck | null;
  /** Where the book's chain ended then: a book that does not reach it any more has lost something. Absent where an older version wrote it. */
  readonly end?: ChainEnd;
}
