import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** One script of a module and all that it imports, made by the bundler that builds the extension; what the module exports is the global `name`. */
export function bundle(entry: string, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-radar-bench-'));
  const config = {
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      lib: { entry: resolve(root, entry), formats: ['iife'], name, fileName: 'bundle' },
      outDir: folder,
      emptyOutDir: false,
      reportCompressedSize: false,
      minify: false,
    },
  };
  try {
    const file = join(folder, 'vite.config.js');
    writeFileSync(file, `export default ${JSON.stringify(config)};`);
    const done = spawnSync(join(root, 'node_modules/.bin/vite'), ['build', '--config', file], {
      cwd: root,
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`${entry} could not be bundled:\n${done.stderr}`);
    return readFileSync(join(folder, 'bundle.iife.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
