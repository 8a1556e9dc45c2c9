import { fail, ok, type Result } from '#money/result.ts';
import type { FileError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Pace } from '../pace.ts';
import { divide, type Row, type Sections } from '../sections.ts';
import { isBomb } from './bomb.ts';
import { cmap } from './cmaps.ts';
import { gridOf } from './grid.ts';
import { linesOf, type Piece } from './lines.ts';

type Library = typeof import('pdfjs-dist');
type Page = Awaited<ReturnType<Awaited<ReturnType<Library['getDocument']>['promise']>['getPage']>>;

/** Pages without text among pages with text: what stood there is not known. */
export interface PdfText extends Sections {
  readonly blankPages: number;
}

/**
 * The tables of a PDF that holds text. The library runs in this thread, with its tables of Chinese characters and nothing else to load: no fonts,
 * no WebAssembly, no worker from a foreign place. `scanned-pdf`: no text at all. `unsupported-pdf`: text that cannot be told for certain.
 */
export async function readPdf(
  bytes: Uint8Array,
  password: string | undefined,
  pace: Pace,
): Promise<Result<PdfText, FileError>> {
  if (await isBomb(bytes, pace)) return fail('too-large');
  const library = await load();
  const lost = { cmaps: 0 };
  const task = library.getDocument({
    // The library keeps and detaches what it is given.
    data: bytes.slice(),
    ...(password === undefined ? {} : { password }),
    BinaryDataFactory: factory(lost),
    cMapPacked: true,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pages) return fail('too-large');
    const rows: Row[] = [];
    const texts: string[] = [];
    let columns: ReturnType<typeof gridOf>['columns'] = null;
    let blankPages = 0;
    let letters = 0;
    let strange = 0;
    for (let number = 1; number <= document.numPages; number++) {
      if (!(await pace.step(number - 1, document.numPages))) return fail('stopped');
      const pieces = await piecesOf(library, await document.getPage(number));
      for (const { text } of pieces) {
        letters += text.length;
        strange += text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
      }
      if (pieces.length === 0) blankPages++;
      if (letters > LIMITS.rows * 10) return fail('too-large');
      const grid = gridOf(linesOf(pieces), columns);
      if (grid.torn) return fail('unsupported-pdf');
      columns = grid.columns;
      rows.push(...grid.rows);
      texts.push(...grid.texts);
    }
    if (lost.cmaps > 0 || strange > letters / 20) return fail('unsupported-pdf');
    if (letters === 0) return fail('scanned-pdf');
    const { tables, texts: between } = divide(rows);
    return ok({ tables, texts: [...texts, ...between], blankPages });
  } catch (error) {
    return fail(errorOf(error, password));
  } finally {
    await task.destroy();
  }
}

let loaded: Promise<Library> | null = null;

/** The library, and beside it the part that it would put into a worker; found there, it runs in this thread. */
function load(): Promise<Library> {
  loaded ??= Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]).then(([library]) => library);
  return loaded;
}

/** Gives the library what it asks for by name: tables of characters. A table that is missing would leave out every word without an error; it is counted. */
function factory(lost: { cmaps: number }): new () => object {
  return class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      const found = kind === 'cMapUrl' ? await cmap(filename.replace(/\.bcmap$/, '')) : null;
      if (found) return found;
      if (kind === 'cMapUrl') lost.cmaps++;
      throw new Error(`not here: ${kind}`);
    }
  };
}

async function piecesOf(library: Library, page: Page): Promise<Piece[]> {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const at: readonly number[] = library.Util.transform(view.transform, item.transform);
    const [a = 0, b = 0, , , x = 0, y = 0] = at;
    // Words that stand upright at the edge, and watermarks across the page, are in no row.
    if (Math.abs(b) > Math.abs(a) * 0.1) return [];
    return [{ text: item.str, x, y, width: item.width, height: item.height || Math.abs(a) }];
  });
}

function errorOf(error: unknown, password: string | undefined): FileError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return password === undefined ? 'needs-password' : 'wrong-password';
  return 'damaged';
}
