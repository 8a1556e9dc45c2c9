import type { Summary } from './arrears.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The mirrored summary as it was stored. Our own background wrote it; one of another version is none to this one (null), and is made anew at its next wake. */
export function asSummary(value: unknown): Summary | null {
  if (!isObject(value) || value['version'] !== 1) return null;
  return Array.isArray(value['accounts']) && Array.isArray(value['totals']) ? (value as unknown as Summary) : null;
}
