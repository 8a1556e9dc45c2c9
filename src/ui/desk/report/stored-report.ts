import { useEffect, useState } from 'preact/hooks';
import { browser } from '#browser/index.ts';
import type { PageReport, SanitisedPage } from '#records/report.ts';

/** The sample that is held, kept up to date while the desk is open; null while there is none. */
export function useReport(): PageReport | null {
  const [report, setReport] = useState<PageReport | null>(null);
  useEffect(() => {
    let current = true;
    const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const change = area === 'session' ? changes['report'] : undefined;
      if (change) setReport(asReport(change.newValue));
    };
    browser.storage.onChanged.addListener(heard);
    void browser.storage.session.get('report').then(
      (held) => current && setReport(asReport(held['report'])),
      () => undefined,
    );
    return () => {
      current = false;
      browser.storage.onChanged.removeListener(heard);
    };
  }, []);
  return report;
}

export const forgetReport = (): void => void browser.storage.session.remove('report').catch(() => undefined);

/** Our own record, checked as far as it is shown: a shape of an earlier version counts as none. */
export function asReport(value: unknown): PageReport | null {
  const report = value as Partial<PageReport> | null | undefined;
  if (typeof report !== 'object' || report === null) return null;
  const { place, at, pages } = report;
  const whole = typeof place === 'string' && typeof at === 'string' && Array.isArray(pages) && pages.every(isPage);
  return whole ? { place, at, pages } : null;
}

const isPage = (page: Partial<SanitisedPage> | null): boolean =>
  typeof page?.frame === 'string' &&
  typeof page.html === 'string' &&
  Array.isArray(page.kept) &&
  Array.isArray(page.lines);
