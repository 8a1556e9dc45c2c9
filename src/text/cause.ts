import type { causesText, SpokenCause } from './areas/causes.ts';

/**
 * The sentences that tell a cause, in order: the fact, then what must be known to read it rightly.
 * By its params: `standard: 'learned'` compares with the account's own past; `of` is the sum of which this cause explains a part, and
 * `rest` is what other causes leave.
 */
export function causeSentences(
  cause: SpokenCause,
  params: Readonly<Record<string, string>>,
): readonly (keyof typeof causesText)[] {
  if (params['rest'] !== undefined) return ['cause.rest'];
  return [
    `cause.${cause}.sentence`,
    ...(params['of'] === undefined ? [] : (['cause.part'] as const)),
    ...(params['standard'] === 'learned' ? (['cause.learned'] as const) : []),
  ];
}
