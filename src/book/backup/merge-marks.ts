import { fail, type Result } from '#money/result.ts';
import type { KeptEntry } from '#records/entry.ts';
import { Mark } from '#records/mark.ts';
import { keepMark, rowOf } from '../acts/mark-row.ts';
import { checkMark, marksByKey } from '../acts/marks.ts';
import { readableRows } from '../proof/damage.ts';
import type { Shelf } from '../shelf.ts';
import type { Landing } from './landing.ts';
import type { LeftMark } from './types.ts';

interface MergedMarks {
  readonly marks: number;
  readonly marksLeft: readonly LeftMark[];
  readonly papers: number;
}

/** Brings what the merchant said of rows, with the papers behind them. */
export async function mergeMarks(shelf: Shelf, beside: Shelf, landing: Landing): Promise<MergedMarks> {
  const done = { marks: 0, papers: 0 };
  const marksLeft: LeftMark[] = [];
  for (const { id: account } of await beside.accounts()) {
    const theirs = [...(await beside.marks(account))].sort((a, b) => (a.at < b.at ? -1 : 1));
    const rowThere = (key: string) => rowOf(beside, account, key, readableRows);
    for (const mark of theirs) {
      const there = await rowThere(mark.key);
      const key = there && ((await landing.find(there))?.key ?? null);
      const row = key === null ? null : await rowOf(shelf, account, key, readableRows);
      const original = mark.sameAs === null ? null : await rowThere(mark.sameAs);
      const sameAs = original && ((await landing.find(original))?.key ?? null);
      const marks = marksByKey(await shelf.marks(account));
      const own = row ? marks.get(row.key) : undefined;
      const fits = row ? fitting({ ...mark, sameAs }, mark.sameAs !== null, row, marks) : fail('no-such-row' as const);
      if (!row || !fits.ok) {
        const { amount, currency } = there ?? { amount: null, currency: '' };
        marksLeft.push({ account, day: mark.day, amount, currency, why: fits.ok ? 'no-such-row' : fits.error });
        continue;
      }
      if (own && JSON.stringify(own) === JSON.stringify(fits.value)) continue;
      done.papers += await bringPapers(shelf, beside, fits.value);
      await keepMark(shelf, row, fits.value);
      done.marks += 1;
    }
  }
  return { ...done, marksLeft };
}

/**
 * What is said of the row when this mark is added to what is said of it here.
 * @param isDouble the backup calls the row another's double, whether or not that other one is here
 */
function fitting(
  mark: Mark,
  isDouble: boolean,
  row: KeptEntry,
  marks: ReadonlyMap<string, Mark>,
): Result<Mark, LeftMark['why']> {
  if (isDouble && mark.sameAs === null) return fail('no-original');
  const own = marks.get(row.key);
  const both = Mark.safeParse(mergeMark(own, { ...mark, key: row.key, day: row.day }));
  if (!both.success) return fail('too-much');
  const whole = checkMark(both.data, row, marks, both.data);
  if (whole.ok) return whole;
  // Two books may each call the other's row the double: what else was said of the row is kept all the same.
  const rest = { ...both.data, sameAs: own?.sameAs ?? null };
  const checked = checkMark(rest, row, marks, rest);
  return checked.ok ? checked : whole;
}

/** The later word holds; both notes, all papers and all refusals stay. Merged again, nothing changes. */
export function mergeMark(own: Mark | undefined, other: Mark): Mark {
  if (!own) return other;
  const [later, earlier] = other.at > own.at ? [other, own] : [own, other];
  const papers = new Map([...earlier.attachments, ...later.attachments].map((paper) => [paper.sha256, paper]));
  const notFor = [...new Set([...(earlier.notFor ?? []), ...(later.notFor ?? [])])];
  const says = later.note.includes(earlier.note);
  return {
    ...own,
    standing: later.standing,
    note: says ? later.note : `${later.note}\n\n${earlier.note}`.trim(),
    attachments: [...papers.values()],
    correction: later.correction,
    sameAs: later.sameAs,
    parts: later.parts,
    ...(notFor.length === 0 ? {} : { notFor }),
    at: later.at,
  };
}

async function bringPapers(shelf: Shelf, beside: Shelf, { attachments }: Mark): Promise<number> {
  let count = 0;
  for (const { sha256 } of attachments) {
    if (await shelf.paper(sha256)) continue;
    const paper = await beside.paper(sha256);
    if (!paper) continue;
    await shelf.commit({ base: await shelf.tail(), papers: [paper] });
    count += 1;
  }
  return count;
}
