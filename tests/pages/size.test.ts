import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { builtWalk } from './lib/built-reader.ts';

/** Everything by which a script acts in a page, changes it, or speaks to the background. */
const ACTS =
  /\.(?:click|submit|requestSubmit|focus|dispatchEvent|scroll|scrollTo|scrollBy|scrollIntoView|setAttribute|toggleAttribute|removeAttribute|append|prepend|appendChild|insertBefore|insertAdjacent\w+|before|after|remove|removeChild|replaceWith|replaceChildren|sendMessage|assign|pushState|open)\(|\.(?:value|checked|selected|scrollTop|scrollLeft|textContent|innerHTML|outerHTML|innerText|className|hidden|href)=[^=]|\.createElement/;

it('ships a reader and a walker of at most 25 KiB gzipped each, without Dexie, Preact or Zod', async () => {
  for (const script of Object.values(await builtWalk())) {
    expect(gzipSync(script).length).toBeLessThanOrEqual(25 * 1024);
    for (const foreign of ['Dexie', 'ZodError', '_zod', '__H', 'preact', 'indexedDB'])
      expect(script).not.toContain(foreign);
  }
});

it('ships a reader that cannot act in a page, and a walker that brings no looking of its own', async () => {
  const { reader, walker } = await builtWalk();
  expect(ACTS.exec(reader)?.[0] ?? null).toBe(null);
  expect(ACTS.exec(walker)?.[0]).toBeDefined();
  expect(gzipSync(walker).length).toBeLessThanOrEqual(10 * 1024);
});
