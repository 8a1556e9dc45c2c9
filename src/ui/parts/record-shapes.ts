import type { Summary } from '#records/arrears.ts';
import type { Job } from '#records/job.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Our own background wrote it; only another version of it can have another shape, and that is no summary to this page. */
export function asSummary(value: unknown): Summary | null {
  if (!isObject(value) || value['version'] !== 1) return null;
  return Array.isArray(value['accounts']) && Array.isArray(value['totals']) ? (value as unknown as Summary) : null;
}

export function asJob(value: unknown): Job | null {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['phase'] === 'string'
    ? (value as unknown as Job)
    : null;
}
