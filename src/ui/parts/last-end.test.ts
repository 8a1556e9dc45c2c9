import { describe, expect, it } from 'vitest';
import type { LastCheck, Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';
import { asSummary } from '#records/kept-summary.ts';
import { isOld, lastEnd, newestRead } from './last-end.ts';
import { asJob } from './record-shapes.ts';
import { clockText } from './time-text.ts';

const check: LastCheck = {
  at: '2026-11-23T02:00:00Z',
  place: 'bill.csv',
  provider: 'wechatpay',
  outcome: 'read',
  gaps: [],
  added: 97,
  existing: 0,
  rejected: 0,
};
const summary: Summary = { version: 1, at: check.at, asOf: '2026-11-23', totals: [], accounts: [], lastCheck: check };
const job: Job = {
  id: 'j',
  tabId: 1,
  place: 'https://service.chinaums.com/',
  phase: 'done',
  page: 1,
  pages: null,
  rows: 0,
  stopping: false,
  startedAt: '2026-11-23T03:00:00Z',
  end: {
    outcome: 'signed-out',
    gaps: [],
    provider: null,
    accounts: [],
    added: 0,
    existing: 0,
    superseded: 0,
    rejected: 0,
  },
};

describe('how the newest look ended', () => {
  it('is nothing on the first day', () => {
    expect(lastEnd(null, null)).toBeNull();
    expect(lastEnd({ ...summary, lastCheck: null }, { ...job, phase: 'walking', end: null })).toBeNull();
  });

  it('is the job where it is the newer', () => {
    expect(lastEnd(summary, job)).toMatchObject({ outcome: 'signed-out', source: 'page' });
    expect(lastEnd(null, job)?.outcome).toBe('signed-out');
  });

  it('is the file that was taken in after the job', () => {
    const later = { ...summary, lastCheck: { ...check, at: '2026-11-23T04:00:00Z' } };
    expect(lastEnd(later, job)).toMatchObject({
      outcome: 'read',
      place: 'bill.csv',
      source: 'file',
      counts: { added: 97 },
    });
  });

  it('says why the book could not take it in, and that what is shown is from before', () => {
    const interrupted = { gap: 'interrupted' as const, params: {} };
    const full = { ...job.end, outcome: 'part' as const, gaps: [interrupted], error: 'book.disk-full' };
    const end = lastEnd(summary, { ...job, end: full as Job['end'] });
    expect(end).toMatchObject({ error: 'book.disk-full', gaps: [] });
    expect(isOld(end)).toBe(true);
    expect(lastEnd(summary, { ...job, end: { ...full, error: 'no.such-key' } as Job['end'] })?.error).toBeNull();
    expect(isOld(lastEnd(summary, null))).toBe(false);
    expect(isOld(null)).toBe(false);
  });

  it('is none where all that was read was taken back, unless the look itself failed', () => {
    const knowledge = { readAt: '1970-01-01T00:00:00.000Z', from: null, to: null, whole: false, gaps: [] };
    const account = { account: 'a:1', provider: 'a', merchantNumber: '1', name: null, knowledge, items: [] };
    expect(lastEnd({ ...summary, accounts: [account] }, null)).toBeNull();
    expect(lastEnd({ ...summary, accounts: [account] }, job)?.outcome).toBe('signed-out');
    const read = { ...account, knowledge: { ...knowledge, readAt: check.at } };
    expect(lastEnd({ ...summary, accounts: [account, read] }, null)?.outcome).toBe('read');
  });

  it('leaves a running job out: the last end is still that of the check before', () => {
    expect(lastEnd(summary, { ...job, phase: 'walking', end: null })?.outcome).toBe('read');
  });
});

describe('when anything was last read', () => {
  const account = (readAt: string) => ({
    account: 'a:1',
    provider: 'a',
    merchantNumber: '1',
    name: null,
    knowledge: { readAt, from: null, to: null, whole: false, gaps: [] },
    items: [],
  });

  it('is the newest account’s reading', () => {
    const accounts = [
      account('2026-11-20T02:00:00Z'),
      account('2026-11-22T02:00:00Z'),
      account('2026-11-21T02:00:00Z'),
    ];
    expect(newestRead({ ...summary, accounts })).toBe(clockText('2026-11-22T02:00:00Z'));
  });
});

describe('a record that another version left behind', () => {
  it('is none', () => {
    expect(asSummary(undefined)).toBeNull();
    expect(asSummary({ version: 2, accounts: [], totals: [] })).toBeNull();
    expect(asSummary({ version: 1 })).toBeNull();
    expect(asJob({ id: 7 })).toBeNull();
    expect(asJob(null)).toBeNull();
  });

  it('is itself where it is ours', () => {
    expect(asSummary(summary)).toBe(summary);
    expect(asJob(job)).toBe(job);
  });
});
