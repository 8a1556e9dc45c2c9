import { useState } from 'preact/hooks';
import type { Day } from '#money/day.ts';
import type { AccountSummary, Knowledge } from '#records/arrears.ts';
import { Gaps } from './gaps.tsx';
import { ItemView, type RowsOf } from './item.tsx';
import { providerName } from './names.ts';
import { Naming } from './naming.tsx';
import { inOrder } from './order.ts';
import { OutlookView } from './outlook.tsx';
import { useLanguage, useSay } from './speak.ts';
import { freshness, isUnread, localDay, periodText } from './time-text.ts';

/** What the account views need done for them. Both reject when it could not be done. */
export interface AccountDeeds {
  readonly rows: RowsOf;
  readonly name: (account: string, label: string) => Promise<void>;
}

interface AccountProps {
  readonly account: AccountSummary;
  readonly now: number;
  readonly deeds: AccountDeeds;
  readonly testId: 'account' | 'desk-account';
  /** How many items stand open before the rest waits behind a button. */
  readonly atOnce: number;
  readonly canRename: boolean;
}

/** One account: who, how fresh and how whole the knowledge is, and everything owed there. */
export function AccountView({ account, now, deeds, testId, atOnce, canRename }: AccountProps) {
  const say = useSay();
  const language = useLanguage();
  const provider = providerName(account.provider, language);
  const number =
    account.merchantNumber === null
      ? say('account.no-merchant')
      : say('account.merchant', { number: account.merchantNumber });
  const isEmpty = isUnread(account.knowledge) && account.items.length === 0;
  return (
    <article class="account" data-testid={testId} data-account={account.account}>
      <header class="account-head">
        <h3>{account.name ?? provider}</h3>
        <p class="account-who">
          {account.name !== null && <span>{provider}</span>}
          <span class="number-text">{number}</span>
          <Naming account={account} name={deeds.name} canRename={canRename} />
        </p>
        {!isEmpty && <KnowledgeLine knowledge={account.knowledge} now={now} />}
      </header>
      {isEmpty ? (
        <p class="nothing">{say('account.nothing-kept')}</p>
      ) : (
        <>
          {!account.knowledge.whole && <Gaps gaps={account.knowledge.gaps} />}
          <Items account={account} today={localDay(now)} rowsOf={deeds.rows} atOnce={atOnce} />
          {(account.outlooks ?? []).map((outlook) => (
            <OutlookView key={outlook.currency} outlook={outlook} />
          ))}
        </>
      )}
    </article>
  );
}

function KnowledgeLine({ knowledge, now }: { knowledge: Knowledge; now: number }) {
  const say = useSay();
  const language = useLanguage();
  const period = periodText(knowledge.from, knowledge.to, language);
  const fresh = freshness(knowledge.readAt, now, say, language);
  return (
    <p class="knowledge">
      <span class={`fresh ${fresh.stale ? 'is-stale' : ''}`} data-testid="freshness">
        {fresh.text}
        {fresh.stale && ` · ${say('fresh.stale')}`}
      </span>
      <span class={knowledge.whole ? 'whole' : 'part'} data-testid="wholeness" data-whole={knowledge.whole}>
        {say(knowledge.whole ? 'account.whole' : 'account.part')}
      </span>
      {period !== null && <span class="covers">{period}</span>}
    </p>
  );
}

interface ItemsProps {
  readonly account: AccountSummary;
  readonly today: Day;
  readonly rowsOf: RowsOf;
  readonly atOnce: number;
}

function Items({ account, today, rowsOf, atOnce }: ItemsProps) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (account.items.length === 0) {
    return <p class="nothing">{say(account.knowledge.whole ? 'account.nothing' : 'account.nothing-part')}</p>;
  }
  const items = inOrder(account.items);
  const shown = all ? items : items.slice(0, atOnce);
  const rest = items.length - shown.length;
  return (
    <>
      <ul class="items">
        {shown.map((item) => (
          <ItemView key={item.id} item={item} today={today} rowsOf={rowsOf} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="button link more" onClick={() => setAll(true)}>
          {say('item.more', { count: rest })}
        </button>
      )}
    </>
  );
}
