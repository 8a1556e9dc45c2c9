import { CENT, formatAmount, type Units } from '#money/amount.ts';
import type { Entry, Kind } from '#records/entry.ts';
import { type Control, FEE_TOLERANCE } from '#records/reading.ts';
import type { RowRecord } from './record.ts';

/** Kinds on which a rate is charged; what is charged otherwise (流量费, 提现) has no rate. */
const RATED: ReadonlySet<Kind> = new Set(['sale', 'refund', 'reversal', 'unknown', 'payment']);

/** A rate learned from the rows is believed within these bounds, the spread of merchants' tariffs with room on both sides. */
const [LOWEST, HIGHEST] = [0.0005, 0.06];
const [ENOUGH_RATED, ENOUGH_LEARNED] = [3, 5];

type Charged = Entry & { readonly amount: Units; readonly fee: Units };

const isCharged = (entry: Entry): entry is Charged =>
  Boolean(entry.amount && entry.fee) && RATED.has(entry.kind) && entry.state !== 'failed';

/** The row's own rate, as a share; null where it states none. */
const ownRate = ({ rate }: Entry): number | null => (rate ? rate / 1_000_000 : null);

/**
 * Σ amount × rate against Σ fee, as a sentinel against a figure read in the wrong unit or with the wrong sign. The rate is the row's own, else the
 * one that most rows show. Rows with another fee (a cap, a fixed part, a raised rate, a fee taken on the way) are findings for the arrears and not
 * counted here; what no tariff explains is a fee of a hundred times or a hundredth, and a fee given back on a sale. Null where too few rows show a rate.
 */
export function feeControl(records: readonly RowRecord[], words: string): Control | null {
  const rows: Charged[] = [];
  for (const { entry } of records) if (entry && isCharged(entry)) rows.push(entry);
  const rated = rows.filter((row) => ownRate(row) !== null);
  const learned = rated.length >= ENOUGH_RATED ? null : learnedRate(rows);
  const counted = learned === null ? rated : rows;
  const enough = learned === null ? ENOUGH_RATED : ENOUGH_LEARNED;
  let [fits, wrong, charged, computed] = [0, 0, 0, 0];
  for (const row of counted) {
    const { amount, fee } = row;
    const expected = amount * (learned ?? ownRate(row) ?? 0);
    const verdict = verdictOf(fee, expected);
    if (verdict === 'other') continue;
    if (verdict === 'fits') fits += 1;
    else wrong += 1;
    charged += fee;
    computed += expected;
  }
  if (fits < enough || wrong > fits) return null;
  // As exact as the fees stand there: to the 分, or to the last digit that WeChat prints.
  const step = charged % CENT === 0 ? CENT : 1;
  return {
    what: 'fees-by-rate',
    words: words.slice(0, 500),
    stated: formatAmount(charged),
    computed: formatAmount(Math.round(computed / step) * step),
    agrees: wrong === 0,
    rows: fits + wrong,
  };
}

function verdictOf(fee: Units, expected: number): 'fits' | 'wrong' | 'other' {
  const [size, due] = [Math.abs(fee), Math.abs(expected)];
  const like = (figure: number): boolean => Math.abs(size - figure) <= Math.max(CENT / 2, figure * FEE_TOLERANCE);
  if (like(due)) {
    // A refund that costs the fee once more is dear, and possible.
    return expected > 0 && fee < 0 && due >= CENT * 2 ? 'wrong' : 'fits';
  }
  if (due < CENT * 5) return 'other';
  return like(due * 100) || (size >= CENT * 5 && like(due / 100)) ? 'wrong' : 'other';
}

/** The share that the middle row shows, if it is a merchant's rate. */
function learnedRate(rows: readonly Charged[]): number | null {
  const large = rows.filter(({ amount }) => Math.abs(amount) >= CENT * 1000);
  // Numbers of one kind sort themselves: many times as fast as with a function that compares.
  const shares = Float64Array.from(large, ({ amount, fee }) => Math.abs(fee / amount)).sort();
  const middle = shares[Math.floor(shares.length / 2)];
  return shares.length >= ENOUGH_LEARNED && middle !== undefined && middle >= LOWEST && middle <= HIGHEST
    ? middle
    : null;
}
