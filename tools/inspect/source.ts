import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '#money/result.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Sighting } from '#records/sighting.ts';
import { LIMITS } from '#tables/files/limits.ts';
import { type FileError, openFile } from '#tables/files/open.ts';

/** What a source showed: the very input of the interpreter. */
export interface Seen {
  readonly source: 'page' | 'file';
  readonly place: string;
  readonly sightings: readonly Sighting[];
  readonly end: WalkEnd | null;
}

/** Either the source could not be opened, which is an answer, or the command cannot go on, which is not. */
export type Trouble =
  | { readonly kind: 'file'; readonly error: FileError }
  | { readonly kind: 'command'; readonly why: string };

export type SourceKind = 'address' | 'page' | 'file';

/** A saved page is told by its name, because a bill may be HTML too (some portals save HTML as `.xls`). */
export function kindOf(source: string): SourceKind {
  if (/^https?:\/\//i.test(source)) return 'address';
  return /\.(?:x?html?|mhtml?)$/i.test(source) ? 'page' : 'file';
}

/** Reads one bill file. */
export async function seeFile(path: string, at: string, password: string | null): Promise<Result<Seen, Trouble>> {
  if (!existsSync(path)) return fail({ kind: 'command', why: `no such file: ${path}` });
  const name = basename(path);
  // As in the desk: what is too large is not even read.
  if ((await stat(path)).size > LIMITS.bytes) return fail({ kind: 'file', error: 'too-large' });
  const bytes = new Uint8Array(await readFile(path));
  const opened = await openFile(name, bytes, { at, ...(password === null ? {} : { password }) });
  if (!opened.ok) return fail({ kind: 'file', error: opened.error });
  return ok({ source: 'file', place: name, sightings: opened.value, end: null });
}
