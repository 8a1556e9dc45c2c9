import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
} as const;
export type BrowserName = keyof typeof NAMES;

/**
 * The browser's program on this machine, or null. `CHROMIUM_PATH` and `FIREFOX_PATH` win over the search path.
 * Debian keeps both under /usr/bin, which some trimmed environments leave out of the path.
 */
export function findBrowser(name: BrowserName): string | null {
  const chosen = process.env[name === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH'];
  if (chosen) return isProgram(chosen) ? chosen : null;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  for (const program of NAMES[name]) {
    for (const folder of folders) {
      const path = join(folder, program);
      if (folder !== '' && isProgram(path)) return path;
    }
  }
  return null;
}

/** As `findBrowser`; throws with what to do where there is none. */
export function needBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path === null) throw new Error(`No ${name} on this machine: run \`node tools/ensure-browsers.ts\`.`);
  return path;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
