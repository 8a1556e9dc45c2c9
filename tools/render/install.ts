import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderOf, type Library } from './libraries.ts';

/** Where the libraries are kept between runs: outside the project, which depends on none of them. */
export const STORE = join(tmpdir(), 'arrears-radar-libraries');

/** Installs one library with npm into a folder of its own, unless it is there; nothing of it is run. Answers the folder. */
export function install(library: Library): string {
  const folder = join(STORE, folderOf(library));
  if (existsSync(folder)) return folder;
  const building = `${folder}.new`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const dependencies = { [library.name]: library.version, ...library.beside };
  writeFileSync(join(building, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  const done = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--no-package-lock', '--silent'],
    { cwd: building, encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(`npm could not install ${library.name}@${library.version}:\n${done.stderr}`);
  renameSync(building, folder);
  return folder;
}
