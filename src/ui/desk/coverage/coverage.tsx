import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AccountRecord } from '#book/coverage/accounts.ts';
import { merchantSpans } from '#book/coverage/at-risk.ts';
import { listsIn } from '#book/coverage/coverage.ts';
import type { TextKey } from '#text/index.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { Calendar } from './calendar.tsx';
import type { CoverageDeeds } from './deeds.ts';
import { Keeping } from './keeping.tsx';
import { keepingOf } from './keeping-of.ts';
import { listKey } from './keys.ts';
import { Risks } from './risks.tsx';

interface CoverageProps {
  readonly deeds: CoverageDeeds;
  /** Changes when the book may have changed. */
  readonly version: string;
  /** Clock, ms. */
  readonly now: number;
}

const HOUR = 3_600_000;

/** What will soon be lost, and a calendar of one list of one account at a time. The last answer stays while a newer one is fetched. */
export function Coverage({ deeds, version, now }: CoverageProps) {
  const say = useSay();
  const [answer, setAnswer] = useState<readonly AccountRecord[] | TextKey | null>(null);

  useEffect(() => {
    let current = true;
    deeds.records().then(
      (records) => current && setAnswer(records),
      () => current && setAnswer('coverage.failed'),
    );
    return () => {
      current = false;
    };
  }, [deeds, version]);

  if (answer === null) return <p class="quiet">{say('desk.loading')}</p>;
  if (typeof answer === 'string') return <p class="outcome tone-bad">{say(answer)}</p>;
  const read = answer.filter(({ spans }) => listsIn(spans).length > 0);
  if (read.length === 0) return <p class="quiet">{say('coverage.none')}</p>;
  // What is published changes by the hour, not by the tick of the clock.
  return <Lists records={read} deeds={deeds} version={version} hour={Math.floor(now / HOUR) * HOUR} />;
}

interface ListsProps {
  readonly records: readonly AccountRecord[];
  readonly deeds: CoverageDeeds;
  readonly version: string;
  readonly hour: number;
}

function Lists({ records, deeds, version, hour }: ListsProps) {
  const say = useSay();
  const language = useLanguage();
  const [account, setAccount] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const newest = useMemo(() => records.toSorted((a, b) => ((a.readAt ?? '') < (b.readAt ?? '') ? 1 : -1)), [records]);
  const record = newest.find(({ id }) => id === account) ?? newest[0];
  if (!record) return null;
  const keeping = keepingOf(record.provider);
  const lists = listsIn(record.spans);
  const list = lists.find((one) => one === wanted) ?? lists.find((one) => one !== 'notice') ?? lists[0] ?? '';
  const named = (of: AccountRecord): string => of.label ?? accountName(of.id, language);
  return (
    <div class="coverage">
      <Risks records={records} now={hour} />
      <div class="coverage-choice">
        <label>
          {say('coverage.account')}{' '}
          <select
            data-testid="coverage-account"
            value={record.id}
            onChange={(event) => setAccount(event.currentTarget.value)}
          >
            {newest.map((one) => (
              <option key={one.id} value={one.id}>
                {named(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('coverage.list')}{' '}
          <select data-testid="coverage-list" value={list} onChange={(event) => setWanted(event.currentTarget.value)}>
            {lists.map((one) => (
              <option key={one} value={one}>
                {say(listKey(one))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Calendar key={`${record.id} ${list}`} record={record} list={list} deeds={deeds} version={version} now={hour} />
      {listsIn(merchantSpans(record.spans, keeping)).length > 0 && (
        <Keeping provider={record.provider} keeping={keeping} />
      )}
    </div>
  );
}
