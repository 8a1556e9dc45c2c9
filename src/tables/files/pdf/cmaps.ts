import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * The tables by which PDFs without embedded fonts name Chinese characters (Adobe-GB1 and Adobe-CNS1), from the installed package. Null for a name that is not among them.
 * In the extension there is no file to read: the build puts the same tables into a script of its own (`tools/bundled-cmaps.ts`) in place of this file.
 */
export async function cmap(name: string): Promise<Uint8Array | null> {
  if (!/^[\w-]{1,40}$/.test(name)) return null;
  const folder = new URL('../cmaps/', import.meta.resolve('pdfjs-dist'));
  try {
    return new Uint8Array(await readFile(fileURLToPath(new URL(`${name}.bcmap`, folder))));
  } catch {
    return null;
  }
}
