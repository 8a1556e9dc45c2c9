import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withDirectory } from '../../tools/providers/table.ts';

test('docs/providers.md says of the directory what the files of the providers say: `npm run providers`', () => {
  const document = readFileSync(new URL('../../docs/providers.md', import.meta.url), 'utf8');
  expect(withDirectory(document)).toBe(document);
});
