import { OTHER_LIBRARIES } from './libraries/others.ts';
import { VUE_LIBRARIES } from './libraries/vue.ts';
import type { Manner, Variant } from './scenes.ts';

/** One library in one version: what to install, what to load, and which scenes to draw with it. */
export interface Library {
  readonly name: string;
  readonly version: string;
  readonly licence: 'MIT' | 'Apache-2.0' | 'MIT OR GPL-2.0';
  /** Other packages that it needs, with exact versions. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The script of `mounts/` that draws a scene with it. */
  readonly mount: string;
  /** Paths under `node_modules`. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** The entry is a module that has to be bundled, not a script to be loaded. */
  readonly bundled?: true;
  readonly variants: readonly Variant[];
  readonly manner?: Manner;
  /** Scenes that are drawn only when named: the reader does not read them rightly yet. */
  readonly notYet?: readonly Variant[];
}

export const LIBRARIES: readonly Library[] = [...VUE_LIBRARIES, ...OTHER_LIBRARIES];

/** The folder of pairs of one library in one version. */
export const folderOf = (library: Library): string =>
  `lib-${library.name.replace(/^@/, '').replace('/', '-')}-${library.version}`;
