import { expect, test } from 'vitest';
import type { FileReading } from './file-answer.ts';
import { type Gone, tellsOf } from './gone.ts';
import type { FileLine } from './use-files.ts';

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
};
const read: FileLine['state'] = { is: 'reading', reading };
const refused: FileLine['state'] = { is: 'refused', why: 'file.empty' };
const all: Gone = { is: 'all' };

test('a file’s line goes with what it tells of, and no other does', () => {
  const told = (gone: Gone, state: FileLine['state'] = read) => tellsOf(state, gone);
  expect(told(all)).toBe(true);
  expect(told(all, refused)).toBe(true);
  expect(told(all, { is: 'keeping' })).toBe(false);
  expect(told({ is: 'provider', provider: 'wechatpay' })).toBe(true);
  expect(told({ is: 'provider', provider: 'alipay' })).toBe(false);
  expect(told({ is: 'provider', provider: 'wechatpay' }, refused)).toBe(false);
  expect(told({ is: 'capture', seq: 4 })).toBe(true);
  expect(told({ is: 'capture', seq: 5 })).toBe(false);
});
