import { render } from 'preact';
import { ask } from '#bridge/send.ts';
import { browser } from '#browser/index.ts';
import type { Language } from '#text/index.ts';
import { showLanguage } from '#ui/parts/page.ts';
import { readStored, type Stored, useNow, useStored } from '#ui/parts/stored.ts';
import { Popup, type PopupDeeds } from '#ui/popup/popup.tsx';

const deeds: PopupDeeds = {
  check: async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id === undefined ? 'no-tab' : ask('check', { tabId: tab.id });
  },
  // A stop that nobody hears has nothing left to stop; the job's own record says so.
  stop: (jobId) => void ask('stop', { jobId }).catch(() => undefined),
  rows: async (account, keys) => (await ask('rows', { account, keys: [...keys] })).entries,
  name: async (account, label) => void (await ask('name', { account, label })),
  openDesk: () => open('/desk.html'),
  openTeach: () => open('/desk.html#teach'),
  report: async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const { end } = tab?.id === undefined ? { end: 'out-of-reach' as const } : await ask('report', { tabId: tab.id });
    if (end !== 'made') return `report.${end}`;
    void browser.tabs.create({ url: browser.runtime.getURL('/desk.html#report') }).then(() => window.close());
    return null;
  },
};

const open = (page: '/desk.html' | '/desk.html#teach'): void =>
  void browser.tabs.create({ url: browser.runtime.getURL(page) }).then(() => window.close());

function Live({ first, language }: { first: Stored; language: Language }) {
  const stored = useStored(first);
  return <Popup {...stored} language={language} now={useNow()} deeds={deeds} />;
}

const language = showLanguage('product.name');
const root = document.getElementById('app');
if (root) void readStored().then((first) => render(<Live first={first} language={language} />, root));
