import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Library } from './libraries.ts';

/** What a library without a script to load gives to its mount script, as `window.library`. */
const ENTRIES: Readonly<Record<string, string>> = {
  windowed: `export { createElement, useRef } from 'react'; export { createRoot } from 'react-dom/client'; export { useVirtualizer } from '@tanstack/react-virtual';`,
  mui: `export { createElement } from 'react'; export { createRoot } from 'react-dom/client'; export { DataGrid, zhCN } from '@mui/x-data-grid';`,
};

const CONFIG = {
  configFile: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    lib: { entry: 'entry.js', formats: ['iife'], name: 'library', fileName: 'bundle' },
    outDir: 'bundled',
  },
};

/** Makes one script of a library's modules, `bundled/bundle.iife.js` beside its `node_modules`, with the bundler that builds the extension. */
export function bundle(library: Library, root: string): void {
  if (existsSync(join(root, 'bundled'))) return;
  writeFileSync(join(root, 'entry.js'), ENTRIES[library.mount] ?? '');
  writeFileSync(join(root, 'vite.config.js'), `export default ${JSON.stringify(CONFIG)};`);
  const vite = resolve(import.meta.dirname, '../../node_modules/.bin/vite');
  const done = spawnSync(vite, ['build', '--logLevel', 'error'], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${library.name} could not be bundled:\n${done.stderr}`);
}
