import { CENT, type Units } from '#money/amount.ts';
import type { Shape } from './causes/tariff-change.ts';
import { excessOver } from './shapes.ts';
import type { Charged } from './tariff.ts';

/** So many sales that are too dear beyond doubt show that a run of fees follows the dearer shape, and not the rounding of the earlier one. */
export const PROVED = 3;
/** Where more of the other sales than one in so many are too dear by as little, the provider rounds so. */
const RARE = 20;

/** How sales of one tariff are held against it. */
interface Against<T> {
  /** What a sale was charged beyond the earlier tariff. */
  readonly excess: (sale: T) => Units;
  /** Whether a cap or a minimum gave the fee, which then tells nothing of the share. */
  readonly isBound: (sale: T) => boolean;
  /** Whether rounding may have made a sale too dear by more than a cent. */
  readonly isRounded: (sale: T) => boolean;
}

/**
 * Of sales that are too dear by no more than some rule of rounding gives (a single cent, or what a batch left), those of a dearer tariff: they stand in a
 * run of sales whose fees are all exactly of its shape, at least 3 of them too dear beyond doubt, and other sales are not too dear by as little.
 * @param sales of one tariff, in order of time, those before and after included
 */
export function doubtfulOf<T extends Charged>(
  sales: readonly T[],
  shape: Shape,
  { excess, isBound, isRounded }: Against<T>,
): T[] {
  const found: T[] = [];
  let others = 0;
  let odd = 0;
  let run: T[] = [];
  const isDoubtful = (sale: T): boolean => excess(sale) > 0 && (excess(sale) <= CENT || isRounded(sale));
  const isDear = (sale: T): boolean => excess(sale) > CENT && !isRounded(sale);
  const close = (): void => {
    const doubtful = run.filter(isDoubtful);
    if (run.filter(isDear).length >= PROVED) found.push(...doubtful);
    else {
      others += run.length;
      odd += doubtful.length;
    }
    run = [];
  };
  for (const sale of sales) {
    if (isBound(sale)) continue;
    if (excessOver(shape, sale) === 0) {
      run.push(sale);
      continue;
    }
    close();
    others += 1;
    if (isDoubtful(sale)) odd += 1;
  }
  close();
  return odd * RARE > others ? [] : found;
}
