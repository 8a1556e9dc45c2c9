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

/**
 * The reader's script exactly as the extension ships it, built into a folder of its own, so that a test needs no earlier build and
 * disturbs none. What is tested is what is shipped: entry point, message checks and all.
 */
export async function builtReader(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'arrears-radar-reader-'));
  try {
    await build({ root, browser: 'chrome', filterEntrypoints: ['reader'], outDir, logger });
    return readFileSync(join(outDir, 'chrome-mv3/content-scripts/reader.js'), 'utf8');
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
