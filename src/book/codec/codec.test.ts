import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter, Damaged } from './bytes.ts';
import { readNumberColumn, readNumbers, writeNumbers } from './numbers.ts';
import { readTextColumn, readTexts, readTextsAs, skipTexts, writeTexts } from './texts.ts';

const nullable = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 4, nil: null });

const whole = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -1000, max: 1000 }).map((n) => n * 1000),
);

/** Anything that a page can write: half characters, Chinese, figures that differ only at their end. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', 'a', '元') }),
  fc.integer({ min: 200_000_000, max: 200_000_500 }).map((n) => `2026-10-01 12:33:${n}.00元`),
  fc.constantFrom('', '成功', '成功 ', '12', '1'),
);

const written = (write: (to: ByteWriter) => void): ByteReader => {
  const to = new ByteWriter();
  write(to);
  return new ByteReader(to.sealed());
};

describe('columns come back as they were', () => {
  test('of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(nullable(whole)), (values) => {
        const from = written((to) => writeNumbers(to, values));
        expect(readNumbers(from, values.length)).toEqual(values.map((value) => (value === 0 ? 0 : value)));
      }),
      { numRuns: 500 },
    );
  });

  test('of texts', () => {
    fc.assert(
      fc.property(fc.array(nullable(text)), (values) => {
        const from = written((to) => writeTexts(to, values));
        expect(readTexts(from, values.length)).toEqual(values);
      }),
      { numRuns: 500 },
    );
  });

  test('and passed over, by their different values, or as what each comes to', () => {
    fc.assert(
      fc.property(fc.array(nullable(text)), fc.array(nullable(whole)), (texts, numbers) => {
        const from = written((to) => {
          for (let time = 0; time < 3; time += 1) writeTexts(to, texts);
          writeNumbers(to, numbers);
          writeTexts(to, texts);
        });
        skipTexts(from, texts.length);
        const { values, places } = readTextColumn(from, texts.length);
        expect([...places].map((place) => values[place])).toEqual(texts);
        const last = (codes: Uint16Array, size: number): number =>
          size * 65_536 + (size > 0 ? (codes[size - 1] ?? 0) : 0);
        expect([...readTextsAs(from, texts.length, -1, last)]).toEqual(
          texts.map((one) =>
            one === null ? -1 : one.length * 65_536 + (one === '' ? 0 : one.charCodeAt(one.length - 1)),
          ),
        );
        expect([...readNumberColumn(from, numbers.length)]).toEqual(
          numbers.map((one) => (one === null ? Number.NaN : one === 0 ? 0 : one)),
        );
        expect(readTexts(from, texts.length)).toEqual(texts);
      }),
      { numRuns: 500 },
    );
  });

  test('one after the other in the same bytes', () => {
    fc.assert(
      fc.property(fc.array(nullable(text)), fc.array(nullable(whole)), (texts, numbers) => {
        const from = written((to) => {
          writeTexts(to, texts);
          writeNumbers(to, numbers);
          writeTexts(to, texts);
        });
        expect(readTexts(from, texts.length)).toEqual(texts);
        readNumbers(from, numbers.length);
        expect(readTexts(from, texts.length)).toEqual(texts);
      }),
    );
  });
});

test('one changed byte, or a missing end, is found out', () => {
  const to = new ByteWriter();
  writeTexts(to, ['2026-10-01', '2026-10-02', '消费']);
  const sealed = to.sealed();
  for (let at = 0; at < sealed.length; at += 1) {
    const torn = sealed.slice();
    torn[at] = (torn[at] ?? 0) ^ 1;
    expect(() => new ByteReader(torn)).toThrow(Damaged);
    expect(() => new ByteReader(sealed.slice(0, at))).toThrow(Damaged);
  }
});
