import { copyDocument } from './from-document.ts';
import { renderPage } from './render.ts';
import { sanitise } from './sanitise.ts';
import { type Branch, isLeaf, shownIn, textOf } from './tree.ts';

/** One document as it may be given away. */
export interface Snapshot {
  /** `top`, `top>0`, … */
  readonly frame: string;
  readonly html: string;
  /** Words that stayed as they were, for a person to look through. */
  readonly kept: readonly string[];
  /** What the page says, row by row, cells apart by ` | `: the same texts as in `html`. */
  readonly lines: readonly string[];
  /** The document is larger than a report may be: the rest was left out. */
  readonly cut: boolean;
}

const MOST_FRAMES = 20;
const MOST_LINES = 3000;

/**
 * Sanitises a document and the frames in it that it may look into. All of it happens where the document is, so that nothing of it leaves its frame as it was.
 * Frames are given pseudonyms of their own.
 */
export function snapshot(doc: Document): Snapshot[] {
  const out: Snapshot[] = [];
  const take = (one: Document, frame: string): void => {
    if (out.length >= MOST_FRAMES) return;
    const copied = copyDocument(one);
    const clean = sanitise(copied, drawn);
    const html = renderPage(clean, `${placeOf(one)}${copied.cut ? ' (cut)' : ''}`);
    out.push({ frame, html, kept: clean.kept, lines: linesOf(clean.root), cut: copied.cut });
    for (const [at, inner] of [...one.querySelectorAll('iframe, frame')].entries()) {
      const below = documentIn(inner);
      if (below !== null) take(below, `${frame}>${at}`);
    }
  };
  take(doc, 'top');
  return out;
}

/** Null for a frame of another origin. */
function documentIn(frame: Element): Document | null {
  try {
    const { contentDocument } = frame as HTMLIFrameElement;
    return contentDocument?.body?.firstElementChild ? contentDocument : null;
  } catch {
    return null;
  }
}

/** The portal's host, which says nothing of a merchant, unless the merchant has one of his own; no path, no query. */
const placeOf = (doc: Document): string => {
  const { protocol, hostname } = new URL(doc.URL);
  return /^https?:$/.test(protocol) && !/\d{4}|^127\.|^localhost$/.test(hostname)
    ? `${protocol}//${hostname}`
    : 'saved page';
};

/** A number below 1 that nobody can foretell. */
const drawn = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

const ROW = /^(?:tr|p|li|h\d|caption|dt|dd|form|section|header|footer|nav|main|ul|ol|dl|table|div)$/;

/** The texts of a tree, a line for each row or paragraph. */
export function linesOf(root: Branch): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  const flush = (): void => {
    if (line.length > 0 && lines.length < MOST_LINES) lines.push(line.join(' | '));
    line = [];
  };
  const visit = (branch: Branch, inRow: boolean): void => {
    const row = branch.tag === 'tr' || branch.attrs.get('role') === 'row';
    if (inRow && /^t[dh]$|^(?:button|a)$/.test(branch.tag) && !hasTable(branch)) {
      const text = textOf(branch).replace(/\s+/g, ' ').trim();
      if (text !== '') line.push(text);
      return;
    }
    const breaks = !inRow && (row || ROW.test(branch.tag));
    if (breaks) flush();
    for (const twig of shownIn(branch)) {
      if (!isLeaf(twig)) visit(twig, inRow || row);
      else if (twig.text.trim() !== '') line.push(twig.text.replace(/\s+/g, ' ').trim());
    }
    const value = branch.attrs.get('value');
    if (branch.tag === 'input' && value) line.push(`[${value}]`);
    if (breaks) flush();
  };
  visit(root, false);
  flush();
  return lines;
}

const hasTable = (branch: Branch): boolean =>
  shownIn(branch).some((twig) => !isLeaf(twig) && (twig.tag === 'table' || hasTable(twig)));
