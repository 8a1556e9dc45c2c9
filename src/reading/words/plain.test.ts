import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, isCellText } from './plain.ts';

const sign = fc.constantFrom(
  ...'a1 ９`\t\n\u00a0\u1680\u2003\u200b\u2028\u202f\u205f\u3000\ufeff\u061c\u200e\u202c\u2069٣٬٪۴५๖元.'.split(''),
);
const anyCell = fc.oneof(
  fc.array(sign, { maxLength: 6 }).map((signs) => signs.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

test('a cell is said to be clean just where cleaning leaves it as it is', () => {
  fc.assert(
    fc.property(anyCell, (text) => {
      if (isCellText(text)) expect(text.trim()).toBe(text);
      expect(isCellText(text)).toBe(
        !/^\s|\s$|[`\t\u00a0\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff０-９٠-٬۰-۹०-९๐-๙]/.test(text),
      );
      expect(cellText(cellText(text))).toBe(cellText(text));
    }),
  );
});
