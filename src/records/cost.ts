import type { Units } from '#money/amount.ts';

/** What sales with one account have cost in a year, and would have cost elsewhere. Sums in units. */
export interface Cost {
  readonly account: string;
  readonly currency: string;
  /** Sales whose fee is given. */
  readonly sales: number;
  readonly amount: Units;
  /** Transaction fees of these sales, less what came back with refunds. */
  readonly fees: Units;
  /** Other charges: what was kept from sales or taken by rows of their own. */
  readonly others: Units;
  /** What the same sales would cost by the tariff of another account of the merchant. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface Elsewhere {
  readonly account: string;
  /** `terms`: entered by the merchant; `learned`: from that account's newest sales. */
  readonly standard: 'terms' | 'learned';
  readonly fees: Units;
  /** Sales of card types for which that tariff has no line: they are left out of both sums. */
  readonly unknown: number;
  /** What was really paid for the sales that are compared. */
  readonly paid: Units;
}
