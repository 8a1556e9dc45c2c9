import { renderPage } from './render.ts';
import { sanitise } from './sanitise.ts';
import type { Branch, Twig } from './tree.ts';

/** An element for a test. */
export function h(tag: string, attrs: Readonly<Record<string, string>>, ...inside: readonly (Twig | string)[]): Branch {
  return {
    tag,
    attrs: new Map(Object.entries(attrs)),
    children: inside.map((twig) => (typeof twig === 'string' ? { text: twig } : twig)),
  };
}

export const row = (tag: 'th' | 'td', cells: readonly string[]): Branch =>
  h('tr', {}, ...cells.map((cell) => h(tag, {}, cell)));

export const table = (header: readonly string[], rows: readonly (readonly string[])[]): Branch =>
  h('table', {}, h('thead', {}, row('th', header)), h('tbody', {}, ...rows.map((cells) => row('td', cells))));

/** Draws that repeat for a seed, so that a failure can be looked at again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Before and after as pages. */
export function bothPages(
  root: Branch,
  title: string,
  seed: number,
): { readonly before: string; readonly after: string } {
  return {
    before: renderPage({ root, title }, ''),
    after: renderPage(sanitise({ root, title }, seeded(seed)), ''),
  };
}
