import { LEFT_REASONS, type LeftMark } from '#book/backup/types.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { DamagedDays } from '../damaged-days.tsx';
import type { RestoredAll } from './deeds.ts';

const ROWS_AT_ONCE = 10;

/** What a restore has done, and what it has left out, why, and how to get that too. */
export function RestoredText({ restored, terms, chain }: RestoredAll) {
  const say = useSay();
  const { added, existing, captures, marks, marksLeft, undone } = restored;
  return (
    <>
      <p>{say('restore.done', { added, existing, captures, marks })}</p>
      {terms.taken > 0 && (
        <p data-testid="restore-terms" data-count={terms.taken}>
          {say('restore.terms-taken', { count: terms.taken })}
        </p>
      )}
      {terms.left > 0 && (
        <p data-testid="restore-terms-left" data-count={terms.left}>
          {say('restore.terms-left', { count: terms.left })}
        </p>
      )}
      {terms.failed && <p class="warns">{say('restore.terms-failed')}</p>}
      <DamagedDays damage={restored.damage} />
      {undone > 0 && (
        <p class="warns" data-testid="restore-left-undone" data-count={undone}>
          {say('restore.undone', { count: undone })}
        </p>
      )}
      <MarksLeft left={marksLeft} />
      {chain.unbroken === true && (
        <p data-testid="restore-chain" data-links={chain.links}>
          {say('restore.unbroken', { links: chain.links })}
        </p>
      )}
      {chain.unbroken === false && <p class="warns">{say('restore.broken', { at: chain.brokenAt })}</p>}
    </>
  );
}

/** One sentence for each reason, which names the rows and says what to do. */
function MarksLeft({ left }: { left: readonly LeftMark[] }) {
  const say = useSay();
  const language = useLanguage();
  const nameOf = ({ account, day, amount, currency }: LeftMark): string =>
    [day, accountName(account, language), amount === null ? '' : moneyText(amount, currency)].join(' ').trim();
  return LEFT_REASONS.map((why) => {
    const own = left.filter((mark) => mark.why === why);
    if (own.length === 0) return null;
    const names = own.slice(0, ROWS_AT_ONCE).map(nameOf);
    const rows = `${names.join(language === 'zh' ? '、' : ', ')}${own.length > names.length ? ' …' : ''}`;
    return (
      <p key={why} class="warns" data-testid="restore-left-marks" data-why={why}>
        {say(`restore.left.${why}`, { count: own.length, rows })}
      </p>
    );
  });
}
