import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'wxt';

const root = resolve(import.meta.dirname, '../../..');
const silent = (): void => {};
const logger = {
  debug: silent,
  log: silent,
  info: silent,
  warn: silent,
  error: console.error,
  fatal: console.error,
  success: silent,
  level: 0,
};

/** The scripts of a walk: the reader, which only looks, and the walker beside it. */
export interface WalkScripts {
  readonly reader: string;
  readonly walker: string;
}

/**
 * The reader's script exactly as the extension ships it, built into a folder of its own, so that a test needs no earlier build and
 * disturbs none. What is tested is what is shipped: entry point, message checks and all.
 */
export const builtReader = (): Promise<string> => built('reader', 'reader.js');

/** Reader and walker, as they are shipped. */
export const builtWalk = async (): Promise<WalkScripts> => ({
  reader: await builtReader(),
  walker: await built('walker', 'walker.js'),
});

/** The script that sanitises a page where it is, as it is shipped. Its last expression is the answer. */
export const builtSnapshot = (): Promise<string> => built('snapshot', 'snapshot.js');

/** A script of a tool (a file of `entrypointsDir`), built as the extension's own scripts are. */
export const builtScript = (name: string, entrypointsDir: string): Promise<string> =>
  built(name, `${name}.js`, entrypointsDir);

async function built(entrypoint: string, file: string, entrypointsDir?: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'arrears-radar-built-'));
  try {
    const from = entrypointsDir === undefined ? {} : { entrypointsDir };
    await build({ root, ...from, browser: 'chrome', filterEntrypoints: [entrypoint], outDir, logger });
    return readFileSync(join(outDir, 'chrome-mv3', file), 'utf8');
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
