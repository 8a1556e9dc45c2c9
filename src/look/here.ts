import type { Eyes } from './eyes.ts';

/** What a reader leaves in the isolated world of its frame, where the page's scripts cannot see it. */
export interface Here {
  /** False once the extension was updated or removed under it. */
  alive(): boolean;
  readonly eyes: Eyes;
  /** A walker stands beside this reader. */
  walks: boolean;
}

const NAME = '__arrearsRadarReader';
const world = globalThis as typeof globalThis & { [NAME]?: Here };

/** The reader in this frame; null where there is none, or none that is alive. */
export function here(): Here | null {
  // Asked as the world's own: a page's elements can stand under any name (`<form id="__arrearsRadarReader">`).
  const found = Object.hasOwn(world, NAME) ? world[NAME] : undefined;
  return found?.alive() === true ? found : null;
}

/** Leaves a reader for `here`, in the place of one that is dead. */
export function leave(reader: Here): void {
  world[NAME] = reader;
}
