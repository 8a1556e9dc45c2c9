import type { Day } from '#money/day.ts';
import type { Mark } from '#records/mark.ts';
import type { Remembered } from '../acts/remembered.ts';

/** A row that has another name, or stands under another day, than before. */
export interface Renamed {
  readonly account: string;
  readonly day: Day;
  readonly key: string;
  readonly was: { readonly day: Day; readonly key: string };
}

/** The marks under their new names, and the names that they have left. */
export interface Followed {
  readonly marks: readonly Mark[];
  readonly unmark: readonly { readonly account: string; readonly key: string }[];
}

/** What the merchant said of rows follows them to their new names. */
export async function followRows(shelf: Pick<Remembered, 'marks'>, rows: readonly Renamed[]): Promise<Followed> {
  const marks: Mark[] = [];
  const unmark: { account: string; key: string }[] = [];
  const renamed = rows.filter(({ key, day, was }) => key !== was.key || day !== was.day);
  for (const account of new Set(renamed.map((row) => row.account))) {
    const now = new Map(renamed.filter((row) => row.account === account).map((row) => [row.was.key, row]));
    for (const mark of await shelf.marks(account)) {
      const own = now.get(mark.key);
      const same = mark.sameAs === null ? undefined : now.get(mark.sameAs);
      if (!own && !same) continue;
      if (own && own.key !== mark.key) unmark.push({ account, key: mark.key });
      marks.push({
        ...mark,
        key: own?.key ?? mark.key,
        day: own?.day ?? mark.day,
        sameAs: same?.key ?? mark.sameAs,
      });
    }
  }
  return { marks, unmark };
}
