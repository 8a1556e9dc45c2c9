import { afterEach, expect, test, vi } from 'vitest';

vi.mock('#browser/index.ts', () => import('./fake-browser.ts'));
const { clickScriptLink } = await import('./frames.ts');

/** As much of an element as the press uses: it runs in the page, where nothing of ours exists. */
class FakeLink {
  readonly children: FakeLink[] = [];
  clicks = 0;
  readonly tagName = 'A';
  readonly address: string | null;
  constructor(address: string | null) {
    this.address = address;
  }
  getAttribute(name: string): string | null {
    return name === 'href' ? this.address : null;
  }
  click(): void {
    this.clicks += 1;
  }
}

function pageWith(address: string | null): FakeLink {
  const root = new FakeLink(null);
  const link = new FakeLink(address);
  root.children.push(link);
  vi.stubGlobal('document', { documentElement: root });
  return link;
}

afterEach(() => vi.unstubAllGlobals());

test('presses the link that was recognised', () => {
  const link = pageWith('javascript:goPage(2)');
  expect(clickScriptLink([0], 'javascript:goPage(2)', null)).toBe(true);
  expect(link.clicks).toBe(1);
});

test.each([
  ['another link took its place', 'javascript:pay()', [0], 'javascript:goPage(2)'],
  ['its address is no script', 'https://example.com/', [0], 'https://example.com/'],
  ['nothing stands there any more', 'javascript:goPage(2)', [7, 3], 'javascript:goPage(2)'],
])('presses nothing where %s', (_, there, path, address) => {
  const link = pageWith(there);
  expect(clickScriptLink(path, address, null)).toBe(false);
  expect(link.clicks).toBe(0);
});

test('presses it in the frame where it was recognised', () => {
  const link = pageWith('javascript:goPage(2)');
  const there = { document: globalThis.document };
  vi.stubGlobal('window', { parent: { document: { documentElement: new FakeLink(null) }, 0: { document }, 1: there } });
  vi.stubGlobal('document', { documentElement: new FakeLink(null) });
  expect(clickScriptLink([0], 'javascript:goPage(2)', 0)).toBe(false);
  expect(clickScriptLink([0], 'javascript:goPage(2)', 7)).toBe(false);
  expect(clickScriptLink([0], 'javascript:goPage(2)', 2)).toBe(true);
  expect(link.clicks).toBe(1);
});
