import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readSightings } from '#reading/read.ts';
import type { Entry } from '#records/entry.ts';
import type { Reading } from '#records/reading.ts';
import { openFile } from '#tables/files/open.ts';

export const BILLS = new URL('../../bills/files/', import.meta.url);

/** File bytes → reading, as the product does it. */
export async function readBytes(name: string, bytes: Uint8Array): Promise<Reading> {
  const opened = await openFile(name, bytes, { at: '2026-11-23T02:00:00Z' });
  if (!opened.ok) throw new Error(`${name}: ${JSON.stringify(opened.error)}`);
  return readSightings(opened.value, { source: 'file', end: null, today: '2026-11-23' });
}

export const readText = (name: string, text: string): Promise<Reading> =>
  readBytes(name, new TextEncoder().encode(text));

/** A file of `tests/bills/files`, by its path there. */
export function readBill(path: string): Promise<Reading> {
  const file = new URL(path.split('/').map(encodeURIComponent).join('/'), BILLS);
  return readBytes(basename(path), new Uint8Array(readFileSync(file)));
}

export const sum = (entries: readonly Entry[], field: 'amount' | 'fee' | 'net'): number =>
  entries.reduce((total, entry) => total + (entry[field] ?? 0), 0);

export const disagreeing = (reading: Reading) => reading.controls.filter(({ agrees }) => !agrees);
