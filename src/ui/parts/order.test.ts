import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '#records/arrears.ts';
import { causesInOrder, inOrder, proofOf } from './order.ts';

const item = (id: string, more: Partial<Item>): Item => ({
  id,
  account: 'chinaums:1',
  terminal: null,
  code: 'SIM_FEE',
  state: 'open',
  basis: 'derived',
  min: 100,
  max: 100,
  currency: 'CNY',
  since: null,
  due: null,
  causes: [],
  ...more,
});
const ids = (items: readonly Item[]): string =>
  inOrder(items)
    .map((one) => one.id)
    .join(' ');

describe('the order of items', () => {
  it('puts what can be acted on first', () => {
    const items = [
      item('taken', { state: 'taken' }),
      item('claimable', { state: 'claimable' }),
      item('paid', { state: 'paid' }),
      item('warning', { min: 0, max: 0 }),
      item('due', { state: 'due', due: '2026-12-01' }),
      item('open', {}),
    ];
    expect(ids(items)).toBe('open due warning claimable paid taken');
  });

  it('puts the larger debt, the sooner due day and the later deduction first', () => {
    expect(ids([item('small', { min: 1 }), item('large', { min: 9 })])).toBe('large small');
    const due = (id: string, day: Item['due']) => item(id, { state: 'due', due: day });
    expect(ids([due('never', null), due('later', '2027-01-01'), due('sooner', '2026-12-01')])).toBe(
      'sooner later never',
    );
    const taken = (id: string, day: Item['since']) => item(id, { state: 'taken', since: day });
    expect(ids([taken('old', '2025-01-01'), taken('new', '2026-01-01')])).toBe('new old');
  });

  it('loses none, adds none, and does not depend on the order given', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        state: fc.constantFrom<Item['state'][]>('open', 'paid', 'taken', 'due', 'claimable'),
        min: fc.nat(3),
        due: fc.constantFrom<Item['due'][]>(null, '2026-12-01', '2027-01-01'),
        since: fc.constantFrom<Item['since'][]>(null, '2025-12-01'),
      }),
      { selector: (one) => one.id },
    );
    fc.assert(
      fc.property(some, (drafts) => {
        const items = drafts.map(({ id, ...more }) => item(id, more));
        const sorted = inOrder(items);
        expect(sorted.map((one) => one.id)).toEqual(inOrder(items.toReversed()).map((one) => one.id));
        expect(sorted.map((one) => one.id).toSorted()).toEqual(items.map((one) => one.id).toSorted());
      }),
    );
  });
});

describe('causes and their rows', () => {
  const cause = (confidence: 'high' | 'medium' | 'low', rows: string[]) =>
    ({ cause: 'sim-fee', group: 'terms', confidence, rows, params: {} }) as const;

  it('puts the likeliest first', () => {
    const sorted = causesInOrder([cause('low', []), cause('high', []), cause('medium', [])]);
    expect(sorted.map((one) => one.confidence)).toEqual(['high', 'medium', 'low']);
  });

  it('counts a row that proves two causes once', () => {
    expect(proofOf(item('x', { statedIn: ['z'], causes: [cause('low', ['z', 'a'])] }))).toEqual(['z', 'a']);
    expect(proofOf(item('x', { causes: [cause('high', ['a', 'b']), cause('low', ['b', 'c'])] }))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
