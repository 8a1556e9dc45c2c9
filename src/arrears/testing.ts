import type { Day } from '#money/day.ts';
import type { Knowledge } from '#records/arrears.ts';
import type { KeptEntry } from '#records/entry.ts';
import { rowsOf, yuan } from '#records/testing.ts';

export { yuan };

export const row = rowsOf('chinaums:898310148160568');

/** A sale in a trade list: amount and fee in major units; `kept` is what was withheld beside the fee. */
export function sale(
  day: Day,
  amount: number,
  fee: number,
  given: Partial<KeptEntry> & { kept?: number } = {},
): KeptEntry {
  const { kept = 0, ...rest } = given;
  return row({
    day,
    settleDay: day,
    amount: yuan(amount),
    fee: yuan(fee),
    net: yuan(amount) - yuan(fee) - yuan(kept),
    ...rest,
  });
}

export function refund(day: Day, amount: number, given: Partial<KeptEntry> = {}): KeptEntry {
  return row({ day, settleDay: day, kind: 'refund', amount: yuan(-amount), fee: 0, net: yuan(-amount), ...given });
}

export function knowing(from: Day, to: Day, given: Partial<Knowledge> = {}): Knowledge {
  return { readAt: `${to}T04:00:00.000Z`, from, to, whole: true, gaps: [], ...given };
}
