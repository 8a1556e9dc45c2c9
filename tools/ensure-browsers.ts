import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '../tests/browsers/find.ts';

/** What the demo and the end-to-end tests need of a machine, and the Debian package that brings it. */
const NEEDS = [
  { what: 'Chromium', package: 'chromium', there: () => findBrowser('chromium') !== null },
  { what: 'Firefox ESR', package: 'firefox-esr', there: () => findBrowser('firefox') !== null },
  { what: 'Chinese fonts', package: 'fonts-noto-cjk', there: hasChineseFont },
] as const;

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env['HOME'] ?? '/root', '.fonts')];
const CHINESE_FONT = /noto.*cjk|source.?han|wqy|wenquan|droidsansfallback|uming|ukai/i;

function hasChineseFont(): boolean {
  return FONT_FOLDERS.some(
    (folder) =>
      existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => CHINESE_FONT.test(String(file))),
  );
}

/**
 * Makes sure that browsers and fonts are on this machine: installs what is missing with apt where it may, or throws saying what to install.
 * Prints one line, to standard error, and only if something has to be installed.
 * @param names restricts the need, such as `['Chromium']`.
 */
export function ensureBrowsers(names?: readonly (typeof NEEDS)[number]['what'][]): void {
  const wanted = NEEDS.filter((need) => names === undefined || names.includes(need.what));
  const missing = wanted.filter((need) => !need.there());
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.package);
  const command = `apt-get update && apt-get install -y ${packages.join(' ')}`;
  const ask = `Missing: ${missing.map((need) => need.what).join(', ')}. Install, for example on Debian: ${command}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(ask);
  console.error(`Installing ${packages.join(', ')} …`);
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  const still = wanted.filter((need) => !need.there());
  if (still.length > 0) throw new Error(`${ask} (apt-get ended well, yet it is not there)`);
}

function apt(...args: readonly string[]): void {
  const done = spawnSync('apt-get', ['-qq', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${done.stderr}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    ensureBrowsers();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
