import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { builtReader } from './lib/built-reader.ts';

it('ships a reader of at most 25 KiB gzipped, without Dexie, Preact or Zod', async () => {
  const reader = await builtReader();
  expect(gzipSync(reader).length).toBeLessThanOrEqual(25 * 1024);
  for (const foreign of ['Dexie', 'ZodError', '_zod', '__H', 'preact', 'indexedDB'])
    expect(reader).not.toContain(foreign);
});
