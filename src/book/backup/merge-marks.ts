import { Mark } from '#records/mark.ts';
import { keepMark, rowOf } from '../acts/mark-row.ts';
import { checkMark, marksByKey } from '../acts/marks.ts';
import { readableRows } from '../proof/damage.ts';
import type { Shelf } from '../shelf.ts';
import type { Landing } from './landing.ts';

interface MergedMarks {
  readonly marks: number;
  readonly marksLeft: number;
  readonly papers: number;
}

/** Brings what the merchant said of rows, with the papers behind them. */
export async function mergeMarks(shelf: Shelf, beside: Shelf, landing: Landing): Promise<MergedMarks> {
  const done = { marks: 0, marksLeft: 0, papers: 0 };
  for (const { id: account } of await beside.accounts()) {
    const theirs = [...(await beside.marks(account))].sort((a, b) => (a.at < b.at ? -1 : 1));
    const keyHere = async (key: string): Promise<string | null> => {
      const row = await rowOf(beside, account, key, readableRows);
      return row ? ((await landing.find(row))?.key ?? null) : null;
    };
    for (const mark of theirs) {
      const key = await keyHere(mark.key);
      const row = key === null ? null : await rowOf(shelf, account, key, readableRows);
      const sameAs = mark.sameAs === null ? null : await keyHere(mark.sameAs);
      const marks = marksByKey(await shelf.marks(account));
      const own = row ? marks.get(row.key) : undefined;
      const both = row ? Mark.safeParse(mergeMark(own, { ...mark, key: row.key, day: row.day, sameAs })) : null;
      const known = mark.sameAs === null || sameAs !== null;
      // Two books may each call the other's row the double: what else was said of the row is kept all the same.
      const said = both?.success && known ? [both.data, { ...both.data, sameAs: own?.sameAs ?? null }] : [];
      const checked = row && said.map((one) => checkMark(one, row, marks, one)).find(({ ok }) => ok);
      if (!row || !checked?.ok) {
        done.marksLeft += 1;
        continue;
      }
      if (own && JSON.stringify(own) === JSON.stringify(checked.value)) continue;
      done.papers += await bringPapers(shelf, beside, checked.value);
      await keepMark(shelf, row, checked.value);
      done.marks += 1;
    }
  }
  return done;
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
