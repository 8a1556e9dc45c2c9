import { z } from 'zod';
import type { Answers, Asks } from '#bridge/messages.ts';
import { browser } from '#browser/index.ts';
import { type PageReport, SanitisedPage } from '#records/report.ts';
import { clock } from './clock.ts';
import { placeOf } from './place.ts';

const SNAPSHOT = '/snapshot.js';
/** Session storage holds 10 MB in all. */
const MOST_LETTERS = 3_500_000;

/**
 * Makes a sample of the page in this tab. The script sanitises the page where it stands, so the page itself never comes here. Possible only while
 * `activeTab` holds: after the merchant's click, until the tab shows another site.
 */
export async function report({ tabId }: Asks<'report'>): Promise<Answers<'report'>> {
  const pages = await sanitisedIn(tabId);
  const [top] = pages ?? [];
  if (pages === null || top === undefined) return { end: 'out-of-reach' };
  const tab = await browser.tabs.get(tabId).catch(() => null);
  let letters = 0;
  const held = pages.filter(({ html, lines }) => {
    letters += html.length + lines.reduce((sum, line) => sum + line.length, 0);
    return letters <= MOST_LETTERS;
  });
  if (held.length === 0) return { end: 'full' };
  const whole = held.length === pages.length;
  const kept: PageReport = {
    // The portal, not the page: an address may name the merchant.
    place: originOf(placeOf(tab?.url)),
    at: clock().at,
    pages: whole ? held : held.map((page) => ({ ...page, cut: true })),
  };
  try {
    await browser.storage.session.set({ report: kept });
    return { end: 'made' };
  } catch {
    return { end: 'full' };
  }
}

async function sanitisedIn(tabId: number): Promise<SanitisedPage[] | null> {
  try {
    const [result] = await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [SNAPSHOT] });
    const pages = z.array(SanitisedPage).min(1).safeParse(result?.result);
    return pages.success ? pages.data : null;
  } catch {
    return null;
  }
}

const originOf = (place: string): string => (URL.canParse(place) ? new URL(place).host || place : place);
