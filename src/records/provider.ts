import type { Denomination } from '#money/amount.ts';
import type { Kind, Ledger } from './entry.ts';

/** What something is called, or what is said of it, in both languages. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

/** What a column can mean to the interpreter. */
export const FIELDS = [
  'day',
  'time',
  'at',
  'settle-day',
  'amount',
  'income',
  'expense',
  'direction',
  'fee',
  'net',
  'net-income',
  'net-expense',
  'balance',
  'currency',
  'rate',
  'kind',
  'state',
  'remark',
  'account',
  'account-name',
  'own-account',
  'terminal',
  'reference',
  'order',
  'rrn',
  'trace',
  'batch',
  'original',
  'card-type',
  'card-number',
  'counterparty',
  'refund-amount',
  'other-deduction',
  'arrears',
  'due',
  'ignore',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * A published bill or page format, as plain facts. Only what the general header words and kind words cannot know stands here.
 * Header texts are compared after normalising (brackets half-width, no blanks, no back-ticks).
 */
export interface Format {
  /** `wechatpay-fundflow`. */
  readonly id: string;
  /** What the provider calls this bill or list. */
  readonly title: Named;
  readonly ledger: Ledger;
  /** All of these headers must be present. */
  readonly needs: readonly string[];
  /** None of these may be present. */
  readonly without?: readonly string[];
  /** Header → field, where the general words would choose another. */
  readonly columns?: Readonly<Record<string, Field>>;
  readonly denomination?: Denomination;
  /** Word in the kind column → kind, before the general words are asked. */
  readonly kinds?: Readonly<Record<string, Kind>>;
  /** The column whose value is the provider's stable id of a row; of several, the first that is filled. Absent: no such id, or not proved stable. */
  readonly identity?: string | readonly string[];
  /** Group 1 of the id is the merchant number, in a format that has it nowhere else. */
  readonly accountInIdentity?: RegExp;
  /** A column that names the real merchant where the `account` column holds a service provider; `0` and empty say that there is none. */
  readonly subAccount?: string;
  /** The link that the provider's staff look a row up by, where that is not its id: what the inspect command prints as the reference. */
  readonly quoted?: 'order';
  /** Where the merchant number stands when no column has it: a pattern over preamble lines, group 1 is the number. */
  readonly accountFrom?: readonly RegExp[];
  /** Where the period stands in the preamble: groups 1 and 2 are the days. */
  readonly periodFrom?: readonly RegExp[];
  /** Trailer lines and what each figure of them controls. */
  readonly controls?: readonly ControlRule[];
  /** The format always states its own totals: a file without them has lost its end. */
  readonly alwaysControlled?: true;
  /** `totals`: the table holds figures about other rows and no rows of its own. Absent: rows. */
  readonly role?: 'totals';
  /** The account belongs to someone who buys: a refund is money in, spending is `payment`. */
  readonly holder?: 'buyer';
  /** `printed`: a plus is money in whatever the row is called; `owed`: what is printed is what the holder owes, so a plus is spending. Absent: by kind. */
  readonly signs?: 'printed' | 'owed';
  /** What every row is, in a list that has no column for it. */
  readonly about?: Kind;
  /** How this source writes a day that ends with its year (`05/11/2026`), where it always writes it so. */
  readonly dayOrder?: 'dmy' | 'mdy';
  /** Where the month of a statement stands (groups: year, month) whose rows are dated without their year. */
  readonly monthFrom?: RegExp;
  /** What a remark says of a refund: group 1 is the whole refund, group 2 the fee in it that was given back. */
  readonly feeInRemark?: RegExp;
  /** No column says what is left of the amount: it is the rest after fee and deductions. */
  readonly netIsRest?: true;
  /** Fields whose figure is the sum of several columns. */
  readonly adds?: readonly Field[];
  /** The currency of the amount, where fee and net may be in another one: then the amount of such a row is not known in the currency of the row. */
  readonly amountCurrency?: string;
  /** The column that names the clock by which a row's time is told; `unknown` where it is the account's own and nothing names it. */
  readonly clock?: string;
  /** Rows that the provider itself says move nothing: no rows of the list. */
  readonly leaveOut?: { readonly column: string; readonly is: RegExp };
  /** A file of this format has no titles: these are its columns in their order, and what the cells of some must look like in every row. */
  readonly untitled?: { readonly columns: readonly string[]; readonly where: Readonly<Record<string, RegExp>> };
  /** The source of these facts, and how sure they are. */
  readonly source: string;
}

/** A figure that the source states about its rows: found by header word in a trailer table, or by pattern in a line outside the rows (group 1). */
export interface ControlRule {
  readonly what: string;
  readonly header?: string;
  readonly pattern?: RegExp;
  /**
   * What the rows must give, over rows that pass the filter: how many, or a sum. Sums of `amount` and `net` are compared without sign,
   * `fee` with its sign; `column` sums the printed figures of one column.
   */
  readonly compute: {
    readonly how: 'count' | 'sum';
    readonly of?: 'amount' | 'fee' | 'net' | 'column';
    /** The header of the column, for `of: 'column'`. */
    readonly column?: string;
    /** By the row's direction word where it has one, else by the sign of its amount. */
    readonly sign?: 'in' | 'out' | 'neutral';
    readonly kinds?: readonly Kind[];
  };
}

/**
 * How sure a fact is: on a page of the provider's own; in public code that handles the real thing; said by somebody else; generally known, without any source
 * found. Only the first is told as a fact.
 */
export const CONFIDENCES = ['official', 'public-code', 'third-party', 'unconfirmed'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where something is said of a provider, and how sure it is. */
export interface Said {
  /** Where it stands, and what is said there. */
  readonly source: Named;
  /** Day, month or year of the source; null where it bears none. */
  readonly dated: string | null;
  readonly confidence: Confidence;
}

/** A figure about a provider. */
export interface Fact extends Said {
  readonly value: number;
}

/** A page for merchants. */
export interface Portal extends Said {
  readonly address: string;
  readonly what: Named;
}

/** A number to call, or from which messages come. */
export interface Line extends Said {
  readonly number: string;
  /** Whom it reaches, where there are several. */
  readonly what?: Named;
}

/** Something said in words. */
export interface Remark extends Said {
  readonly what: Named;
}

/** What a provider is. An aggregator joins others' channels and may not settle; a platform takes payments for its own shops, or under licences elsewhere. */
export const PROVIDER_KINDS = ['bank', 'payment-institution', 'aggregator', 'platform'] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** How well this product reads a provider: pages that are documented; files that are; any list, by its words; nothing, because merchants have an app only. */
export const SUPPORTS = ['documented-page', 'documented-file', 'generic', 'app-only'] as const;
export type Support = (typeof SUPPORTS)[number];

/** How long a provider shows what. What is absent is not known. */
export interface Retention {
  /** So many months after a day its rows can still be read. */
  readonly months?: Fact;
  /** The longest period of one export, in days. */
  readonly longestDays?: Fact;
  /** The hour of the next day from which a day's bill is complete, on the clocks of the provider's zone. */
  readonly publishedHour?: Fact;
}

/** One provider, as plain facts. One file each in `src/providers`, one line in the list. */
export interface Provider {
  readonly id: string;
  readonly names: Named;
  /** Other names by which others write of it: a bank that names the payer of a credit. */
  readonly alsoKnownAs?: readonly string[];
  /** Registrable domains; a host belongs if it equals one or ends with `.` + one. */
  readonly domains: readonly string[];
  readonly zone: string;
  readonly currency: string;
  readonly formats: readonly Format[];
  /** Texts that only a signed-out page of this provider shows. */
  readonly signedOut?: readonly string[];
  /** Labels beside which the current merchant's number or name stands on a page. */
  readonly merchantLabels?: readonly string[];
  readonly retention: Retention;
  readonly kind: ProviderKind;
  /** How its domains are known to be its own; null where it has none here. */
  readonly domainsFrom: Said | null;
  readonly portals: readonly Portal[];
  readonly serviceLines: readonly Line[];
  readonly smsSenders: readonly Line[];
  /** What its pages are known not to show. */
  readonly notShown: readonly Remark[];
  /** What it is licensed for, and where; null: not known to us. */
  readonly licence: Remark | null;
  /** How well this product reads it, and why we say so. */
  readonly support: Support;
  readonly source: string;
}
