import { isLoading } from '#tables/dom/cues.ts';
import { all } from '#tables/dom/safe.ts';
import { isSeen } from '#tables/dom/show.ts';
import { nextTask } from '#tables/dom/slice.ts';
import { isStill, isThere, WORDS } from './controls.ts';
import { loadsDocument, viewsAround } from './links.ts';
import { endByCue, lookClosely, moreThan, saysLoading } from './look.ts';
import { isForSize, isMore, pagerNow, readPager } from './pager.ts';
import { windowOf } from './room.ts';

/** Everything that a walk needs to see: the reader lends it to the walker beside it, which carries no such code of its own. */
export const eyes = {
  all,
  endByCue,
  isForSize,
  isLoading,
  isMore,
  isSeen,
  isStill,
  isThere,
  loadsDocument,
  lookClosely,
  moreThan,
  nextTask,
  pagerNow,
  readPager,
  saysLoading,
  viewsAround,
  windowOf,
  words: WORDS,
};

export type Eyes = typeof eyes;
