import type { BackupContents } from '#book/backup/types.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { clockText, periodText } from '#ui/parts/time-text.ts';
import { DamagedDays } from '../damaged-days.tsx';

const ACCOUNTS_AT_ONCE = 12;

/** What stands in a backup. */
export function Contents({ contents }: { contents: BackupContents }) {
  const say = useSay();
  const language = useLanguage();
  const { madeAt, accounts, captures, rows, from, to, marks, papers, recipes, terms } = contents;
  const names = accounts.slice(0, ACCOUNTS_AT_ONCE).map(({ id, name }) => name ?? accountName(id, language));
  const facts = [
    [say('restore.made'), clockText(madeAt)],
    [say('restore.rows'), rows],
    [say('restore.period'), periodText(from, to, language) ?? say('desk.no-period')],
    [say('restore.captures'), captures],
    [say('restore.said'), say('restore.said-count', { marks, papers })],
    [say('restore.recipes'), recipes],
    [say('restore.terms'), terms],
    [say('restore.accounts'), `${names.join(' · ')}${accounts.length > names.length ? ' …' : ''}` || '0'],
  ];
  return (
    <>
      <dl class="facts" data-testid="restore-contents" data-rows={rows} data-captures={captures}>
        {facts.map(([title, fact]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <DamagedDays damage={contents.damage} />
    </>
  );
}
