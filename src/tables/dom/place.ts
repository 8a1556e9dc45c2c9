import { maskText } from '../mask.ts';

/** The address without what a person typed or a server put into it: names of query parameters stay, their values go. */
export function placeOf(doc: Document): string {
  try {
    const url = new URL(doc.URL);
    if (url.protocol === 'data:' || url.protocol === 'blob:') return `${url.protocol}…`;
    // Not `searchParams`: a Firefox content script cannot iterate over it.
    const names = url.search
      .slice(1)
      .split('&')
      .map((pair) => pair.replace(/=.*$/s, ''));
    const keys = [...new Set(names)]
      .filter((name) => name !== '')
      .map((name) => `${name}=`)
      .join('&');
    const route = url.hash.replace(/\?.*$/s, '').replace(/=[^&]*/g, '=');
    const origin = url.origin === 'null' ? `${url.protocol}//` : url.origin;
    return maskText(`${origin}${url.pathname}${keys === '' ? '' : `?${keys}`}${route}`).slice(0, 2000);
  } catch {
    return '';
  }
}

/** `top`, `top>0`, `top>0>2`: which frame of the tab this document is in. */
export function frameOf(doc: Document): string {
  const path: number[] = [];
  let view: Window | null = doc.defaultView;
  while (view !== null && view.parent !== view && path.length < 20) {
    const parent: Window = view.parent;
    let at = 0;
    while (at < parent.length && parent[at] !== view) at += 1;
    path.unshift(at);
    view = parent;
  }
  return ['top', ...path.map(String)].join('>');
}
