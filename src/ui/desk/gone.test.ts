import { expect, test } from 'vitest';
import type { FileReading } from './files/deeds.ts';
import type { FileState } from './files/file-queue.ts';
import { type Gone, tellsOf } from './gone.ts';

const reading: FileReading = {
  seq: 4,
  outcome: 'read',
  gaps: [],
  provider: 'wechatpay',
  format: null,
  accounts: ['wechatpay:1900009231'],
  from: null,
  to: null,
  controls: [],
  counts: { added: 1, existing: 0, rejected: 0 },
  rejected: [],
  rejectedCount: 0,
  count: 1,
  entries: [],
  strangers: [],
  sameAs: null,
};
const read: FileState = { is: 'reading', reading };
const refused: FileState = { is: 'refused', why: 'file.empty' };
const held = { keep: () => Promise.reject(), leave: () => undefined };
const preview: FileState = { is: 'preview', preview: reading, held };
const all: Gone = { is: 'all' };

test('a file’s line goes with what it tells of, and no other does', () => {
  const told = (gone: Gone, state: FileState = read) => tellsOf(state, gone);
  expect(told(all)).toBe(true);
  expect(told(all, refused)).toBe(true);
  expect(told(all, { is: 'keeping' })).toBe(false);
  expect(told(all, { is: 'interpreting' })).toBe(false);
  expect(told(all, preview)).toBe(true);
  expect(told({ is: 'provider', provider: 'wechatpay' }, preview)).toBe(false);
  expect(told({ is: 'provider', provider: 'wechatpay' })).toBe(true);
  expect(told({ is: 'provider', provider: 'alipay' })).toBe(false);
  expect(told({ is: 'provider', provider: 'wechatpay' }, refused)).toBe(false);
  expect(told({ is: 'capture', seq: 4 })).toBe(true);
  expect(told({ is: 'capture', seq: 5 })).toBe(false);
});
