import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskText } from '../mask.ts';
import { harmlessIds } from './harmless.ts';

test('masking leaves alone what is told to be a harmless id', () => {
  const before = fc.oneof(
    fc.constantFrom('', 'T', 'oZWaC', 'card', 'CardNo', 'xpan', 'tel', 'Mobile', 'acct', 'iban', 'KX', '卡号', 'a '),
    fc.stringMatching(/^[A-Za-z@[`{]{0,20}$/),
  );
  const isHarmless = harmlessIds();
  fc.assert(
    fc.property(before, fc.stringMatching(/^[0-9]{0,13}$/), (label, digits) => {
      const text = label + digits;
      if (isHarmless(text)) expect(maskText(text)).toBe(text);
    }),
    { numRuns: 5000 },
  );
  expect(['oZWaC71342175', '', 'T1', 'tel7134217', 'oZWaC71342175123', 'KÀ71342175'].map(isHarmless)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
