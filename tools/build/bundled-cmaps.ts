import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PLACE = '/src/tables/files/pdf/cmaps.ts';
const VIRTUAL = 'virtual:cmaps';
/** Simplified and traditional Chinese, written from left to right; what is written downwards, and Japanese and Korean, would be twice as much again. */
const CHINESE = /^(?:Adobe-(?:GB1|CNS1)|Uni(?:GB|CNS)|GB|CNS|B5|ET|HK).*(?<!-V)\.bcmap$/;

/**
 * Puts pdf.js' tables of Chinese characters into a script of their own, loaded with the first PDF that needs one: an extension page has no file
 * to read and no way to a network. Stands in for `src/tables/files/pdf/cmaps.ts`, which reads them from the package where there are files.
 */
export const bundledCmaps = {
  name: 'bundled-cmaps',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
  load: (id: string) => (id === `\0${VIRTUAL}` ? `export const maps = ${JSON.stringify(readMaps())};` : null),
  transform: (_code: string, id: string) =>
    id.replaceAll('\\', '/').endsWith(PLACE)
      ? `export async function cmap(name) {
           const { maps } = await import('${VIRTUAL}');
           return Object.hasOwn(maps, name) ? Uint8Array.from(atob(maps[name]), (char) => char.charCodeAt(0)) : null;
         }`
      : null,
};

function readMaps(): Record<string, string> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  const names = readdirSync(folder).filter((name) => CHINESE.test(name));
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.bcmap$/, ''), readFileSync(join(folder, name)).toString('base64')]),
  );
}
