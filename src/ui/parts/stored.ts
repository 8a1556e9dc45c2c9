import { useEffect, useState } from 'preact/hooks';
import { browser } from '#browser/index.ts';
import type { Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';
import { asSummary } from '#records/kept-summary.ts';
import { asJob } from './record-shapes.ts';

/** The two small records that a page can show without waking worker or database. */
export interface Stored {
  readonly summary: Summary | null;
  readonly job: Job | null;
}

/** Both records as they are now. A browser that refuses to read them gives none, as on the first day. */
export async function readStored(): Promise<Stored> {
  const [local, session] = await Promise.allSettled([
    browser.storage.local.get('summary'),
    browser.storage.session.get('job'),
  ]);
  return {
    summary: local.status === 'fulfilled' ? asSummary(local.value['summary']) : null,
    job: session.status === 'fulfilled' ? asJob(session.value['job']) : null,
  };
}

/** Both records, kept up to date while the page is open. */
export function useStored(first: Stored): Stored {
  const [stored, setStored] = useState(first);
  useEffect(() => {
    const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const summary = area === 'local' ? changes['summary'] : undefined;
      const job = area === 'session' ? changes['job'] : undefined;
      if (summary) setStored((old) => ({ ...old, summary: asSummary(summary.newValue) }));
      if (job) setStored((old) => ({ ...old, job: asJob(job.newValue) }));
    };
    browser.storage.onChanged.addListener(heard);
    return () => browser.storage.onChanged.removeListener(heard);
  }, []);
  return stored;
}

/** The clock, once a minute, so that "5 minutes ago" does not stand still. In ms. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
