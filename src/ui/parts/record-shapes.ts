import type { Job } from '#records/job.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Our own background wrote it; only another version of it can have another shape, and that is no job to this page. */
export function asJob(value: unknown): Job | null {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['phase'] === 'string'
    ? (value as unknown as Job)
    : null;
}
