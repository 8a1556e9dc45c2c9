import { ariaWay } from './aria.ts';
import { descriptionsWay } from './descriptions.ts';
import { divsWay } from './divs.ts';
import { familyWays } from './family.ts';
import { halvesWay } from './halves.ts';
import { plainWay, splitWay } from './plain.ts';
import type { Way } from './way.ts';

/** Every way, in the order in which they are tried on an element. Cards of labelled figures come last, from lines (`cards.ts`). */
export const WAYS: readonly Way[] = [...familyWays, halvesWay, splitWay, plainWay, descriptionsWay, ariaWay, divsWay];
