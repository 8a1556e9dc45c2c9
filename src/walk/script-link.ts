import type { Eyes } from '#look/eyes.ts';

/** `void(0)` and nothing at all run no script of their own: a listener answers the press. */
const RUNS_NOTHING = /^\s*(?:void\s*\(?\s*0\s*\)?|false|undefined|\/\/.*)?\s*;?\s*$/;
const DEEPEST = 500;
const LONGEST_ADDRESS = 2000;

/** A link whose address is a script, and the way to it. */
export interface ScriptLink {
  /** The place of each element among its parent's elements, from the document's root down. */
  readonly path: readonly number[];
  readonly address: string;
  /** Where it stands in another frame than the list: its place in `viewsAround` (src/look/links.ts). */
  readonly frame?: number;
}

/**
 * A link whose address is a script (`javascript:goPage(2)`), and the way to it; null for anything else. A browser does
 * not run such an address for an extension's own press: the page's world has to.
 */
export function scriptLink(el: Element, doc: Document, { viewsAround }: Eyes): ScriptLink | null {
  const link = el.closest('a');
  const address = link?.getAttribute('href') ?? '';
  const code = /^\s*javascript:(.*)$/is.exec(address)?.[1];
  if (link === null || code === undefined || RUNS_NOTHING.test(code) || address.length > LONGEST_ADDRESS) return null;
  const path: number[] = [];
  for (let at: Element = link; at !== link.ownerDocument.documentElement; ) {
    const parent = at.parentElement;
    if (parent === null || path.length >= DEEPEST) return null;
    path.unshift([...parent.children].indexOf(at));
    at = parent;
  }
  const { defaultView: view } = el.ownerDocument;
  return view === null || view === doc.defaultView
    ? { path, address }
    : { path, address, frame: viewsAround(doc).indexOf(view) };
}
