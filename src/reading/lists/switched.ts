import type { Sighting } from '#records/sighting.ts';
import { merchantChange, merchantOf } from './merchant.ts';
import { whoseIs } from './place.ts';

const merchantIn = (sighting: Sighting) => merchantOf(sighting, whoseIs([sighting], undefined).provider, []);

/** Whether a page says whose it is, outside its lists. */
export const namesMerchant = (sighting: Sighting): boolean => merchantIn(sighting).number !== null;

/** Whether a later look at the same frame names another merchant. */
export const namesAnother = (before: Sighting, after: Sighting): boolean =>
  merchantChange([before, after], [merchantIn(before), merchantIn(after)]) !== null;
