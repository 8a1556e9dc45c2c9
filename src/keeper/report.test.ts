import { beforeEach, expect, test, vi } from 'vitest';
import type { SanitisedPage } from '#records/report.ts';

const made = vi.hoisted(() => ({
  answer: async (): Promise<unknown> => null,
  held: {} as Record<string, unknown>,
  room: true,
}));

vi.mock('#browser/index.ts', () => ({
  browser: {
    scripting: { executeScript: async () => [{ frameId: 0, result: await made.answer() }] },
    tabs: { get: async () => ({ url: 'https://shop.portal.example/m/898310148160568?sid=secret' }) },
    storage: {
      session: {
        set: async (values: Record<string, unknown>) => {
          if (!made.room) throw new Error('QUOTA_BYTES quota exceeded');
          Object.assign(made.held, values);
        },
      },
    },
  },
}));

const { report } = await import('./report.ts');

const page = (frame: string, letters = 10): SanitisedPage => ({
  frame,
  html: 'x'.repeat(letters),
  kept: [],
  lines: [],
  cut: false,
});

beforeEach(() => {
  made.held = {};
  made.room = true;
});

test('holds the sanitised page under the portal’s host alone', async () => {
  made.answer = async () => [page('top'), page('top>0')];
  expect(await report({ tabId: 1 })).toEqual({ end: 'made' });
  expect(made.held['report']).toMatchObject({
    place: 'shop.portal.example',
    pages: [{ frame: 'top' }, { frame: 'top>0' }],
  });
});

test.each([
  ['a tab that is out of reach', () => Promise.reject(new Error('Cannot access contents of the page'))],
  ['an answer that is no sample', async () => [{ frame: 'top', html: 7 }]],
  ['no answer', async () => undefined],
])('says so for %s', async (_, answer) => {
  made.answer = answer;
  expect(await report({ tabId: 1 })).toEqual({ end: 'out-of-reach' });
  expect(made.held).toEqual({});
});

test('leaves out frames that there is no room for, and says that it is cut', async () => {
  made.answer = async () => [page('top', 1_000_000), page('top>0', 3_000_000)];
  expect(await report({ tabId: 1 })).toEqual({ end: 'made' });
  expect(made.held['report']).toMatchObject({ pages: [{ frame: 'top', cut: true }] });
});

test('says that there is no room', async () => {
  made.answer = async () => [page('top')];
  made.room = false;
  expect(await report({ tabId: 1 })).toEqual({ end: 'full' });
});
