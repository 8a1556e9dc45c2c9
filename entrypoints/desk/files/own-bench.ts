import { type Bill, keepBill, openBill } from '#keeper/bill.ts';
import { previewBill } from '#keeper/bill-preview.ts';
import { ok } from '#money/result.ts';
import { theBook } from '../shared.ts';
import type { Bench } from './bench.ts';

/** A bench on the desk's own thread, in turns, for a browser that starts no worker. */
export function ownBench(): Bench {
  let bill: Bill | null = null;
  return {
    open: async (file, options) => {
      const opened = await openBill(file, options);
      if (!opened.ok) return opened;
      bill = opened.value;
      return ok(await previewBill(bill, await theBook()));
    },
    keep: async () => {
      if (bill === null) throw new Error('nothing was opened');
      return keepBill(bill);
    },
    close: () => {
      bill = null;
    },
  };
}
