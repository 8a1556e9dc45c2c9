import { expect, test } from 'vitest';
import { sizeText } from './size-text.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1234, '1.2 KB'],
  [999_949, '999.9 KB'],
  [999_950, '1.0 MB'],
  [19_900_000, '19.9 MB'],
])('%i bytes is %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
