import { useEffect, useState } from 'preact/hooks';
import { browser } from '#browser/index.ts';
import type { Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';
import { asSummary } from '#records/kept-summary.ts';
import { asTrouble, type Trouble } from '#records/trouble.ts';
import { asJob } from './record-shapes.ts';

/** The small records that a page can show without waking worker or database. */
export interface Stored {
  readonly summary: Summary | null;
  readonly job: Job | null;
  /** What is wrong with the book. */
  readonly trouble: Trouble | null;
}

/** The records as they are now. A browser that refuses to read them gives none, as on the first day. */
export async function readStored(): Promise<Stored> {
  const [local, session] = await Promise.allSettled([
    browser.storage.local.get(['summary', 'trouble']),
    browser.storage.session.get('job'),
  ]);
  return {
    summary: local.status === 'fulfilled' ? asSummary(local.value['summary']) : null,
    trouble: local.status === 'fulfilled' ? asTrouble(local.value['trouble']) : null,
    job: session.status === 'fulfilled' ? asJob(session.value['job']) : null,
  };
}

/** The records, kept up to date while the page is open. */
export function useStored(first: Stored): Stored {
  const [stored, setStored] = useState(first);
  useEffect(() => {
    const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const summary = area === 'local' ? changes['summary'] : undefined;
      const trouble = area === 'local' ? changes['trouble'] : undefined;
      const job = area === 'session' ? changes['job'] : undefined;
      if (summary) setStored((old) => ({ ...old, summary: asSummary(summary.newValue) }));
      if (trouble) setStored((old) => ({ ...old, trouble: asTrouble(trouble.newValue) }));
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
