import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined;
const heard: Listener[] = [];
vi.mock('#browser/index.ts', () => ({
  browser: {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      onMessage: { addListener: (listener: Listener) => heard.push(listener) },
    },
  },
}));
const { listen } = await import('./receive.ts');

const page = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const desk = { ...page, url: 'chrome-extension://ours/desk.html', tab: { id: 3 } };
const walker = { id: 'ours', url: 'https://service.chinaums.com/uisportal/', tab: { id: 7 }, frameId: 2 };
const sighting = {
  place: 'https://service.chinaums.com/',
  frame: 'top',
  title: '',
  at: '2026-10-01T00:00:00.000Z',
  tables: [],
  texts: [],
  cues: [],
  pager: null,
};

const asked: unknown[] = [];
function say(message: unknown, sender: unknown): Promise<unknown> | undefined {
  return heard[0]?.(message, sender);
}

beforeEach(() => {
  heard.length = 0;
  asked.length = 0;
  listen({
    check: async (body, from) => {
      asked.push([body, from]);
      return { jobId: 'j' };
    },
    page: async (body, from) => {
      asked.push([body.index, from]);
      return { go: true };
    },
    stop: async () => {
      throw new Error('broken');
    },
  });
});

test('registers exactly one listener', () => expect(heard).toHaveLength(1));

test('answers its own pages, and a walker in a tab', async () => {
  expect(await say({ arrearsRadar: 'check', body: { tabId: 5 } }, page)).toEqual({ jobId: 'j' });
  expect(await say({ arrearsRadar: 'check', body: { tabId: 5 } }, desk)).toEqual({ jobId: 'j' });
  const body = { jobId: 'j', index: 0, sighting };
  expect(await say({ arrearsRadar: 'page', body }, walker)).toEqual({ go: true });
  expect(asked[2]).toEqual([0, { tabId: 7, frameId: 2 }]);
});

test.each([
  ['a portal page asking to start a check', { arrearsRadar: 'check', body: { tabId: 5 } }, walker],
  ['a foreign extension', { arrearsRadar: 'check', body: { tabId: 5 } }, { ...page, id: 'other' }],
  [
    'a page whose address only begins alike',
    { arrearsRadar: 'check', body: { tabId: 5 } },
    { id: 'ours', url: 'chrome-extension://oursx/' },
  ],
  ['a page playing the walker', { arrearsRadar: 'page', body: { jobId: 'j', index: 0, sighting } }, desk],
  ['what only the background may ask', { arrearsRadar: 'walk', body: { jobId: 'j', seen: 0 } }, page],
  ['what nobody answers here', { arrearsRadar: 'rows', body: { account: 'a', keys: [] } }, page],
  ['an inherited name', { arrearsRadar: 'toString', body: {} }, page],
  ['somebody else’s message', { type: 'hello' }, page],
  ['nothing', null, page],
])('does not answer %s', (_, message, sender) => {
  expect(say(message, sender)).toBeUndefined();
  expect(asked).toEqual([]);
});

test('a body that does not fit, and a handler that fails, are answered as values', async () => {
  expect(await say({ arrearsRadar: 'check', body: { tabId: 'five' } }, page)).toEqual({
    arrearsRadarRefused: 'not-understood',
  });
  expect(await say({ arrearsRadar: 'page', body: { jobId: 'j', index: 0, sighting: { texts: 1 } } }, walker)).toEqual({
    arrearsRadarRefused: 'not-understood',
  });
  expect(await say({ arrearsRadar: 'stop', body: { jobId: 'j' } }, page)).toEqual({ arrearsRadarRefused: 'failed' });
});
