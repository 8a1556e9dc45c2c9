import type { Day } from '#money/day.ts';
import { fail, ok, type Result } from '#money/result.ts';
import type { Damage } from '../book.ts';
import { type Item, itemsOf } from './items.ts';
import { headerOf, readLines } from './read.ts';
import { type BackupContents, type BackupError, Refused, type RestoreOptions } from './types.ts';

/** Reads a backup to its end and says what stands in it; nothing is kept. What it answers can be restored, unless the file changes. */
export async function inspectBackup(file: Blob, options: RestoreOptions): Promise<Result<BackupContents, BackupError>> {
  try {
    const { header } = await headerOf(file);
    const contents = await sumUp(itemsOf(readLines(file, options.passphrase, options)));
    return ok({ ...contents, encrypted: header.encryption !== null });
  } catch (thrown) {
    if (thrown instanceof Refused) return fail(thrown.why);
    throw thrown;
  }
}

async function sumUp(source: AsyncIterable<readonly Item[]>): Promise<Omit<BackupContents, 'encrypted'>> {
  let madeAt = '';
  const accounts: { id: string; provider: string; name: string | null }[] = [];
  let from: Day | null = null;
  let to: Day | null = null;
  const damage: Damage[] = [];
  const counts = { captures: 0, rows: 0, marks: 0, papers: 0, recipes: 0, terms: 0 };
  for await (const items of source) {
    for (const item of items) {
      if (item.record === 'book') madeAt = item.madeAt;
      else if (item.record === 'account') {
        const { id, provider, label, name } = item;
        accounts.push({ id, provider, name: label ?? name });
      } else if (item.record === 'row') {
        if (from === null || item.day < from) from = item.day;
        if (to === null || item.day > to) to = item.day;
      } else if (item.record === 'damaged') damage.push({ account: item.account, of: 'rows', at: item.day });
      else if (item.record === 'seen' && item.lost) damage.push({ account: '', of: 'seen', at: String(item.seq) });
      else if (item.record === 'trace')
        damage.push(...(item.lost ?? []).map(({ account, wasDay }) => ({ account, of: 'trace' as const, at: wasDay })));
      else if (item.record === 'end') {
        const { captures, rows, marks, papers, recipes, terms } = item.counts;
        Object.assign(counts, { captures, rows, marks, papers, recipes, terms });
      }
    }
  }
  return { madeAt, accounts, from, to, damage, ...counts };
}
