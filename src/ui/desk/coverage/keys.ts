import { Ledger } from '#records/entry.ts';
import type { TextKey } from '#text/index.ts';

const isLedger = (list: string): list is Ledger => Ledger.options.some((ledger) => ledger === list);

/** The name of a list; one that a later version has written is called transactions. */
export const listKey = (list: string): TextKey => `coverage.list.${isLedger(list) ? list : 'trade'}`;
