import type { Damage } from '#book/book.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';

const DAYS_AT_ONCE = 20;

/** Names the days whose rows cannot be read back, wherever rows are shown or written without them; nothing where all can be read. */
export function DamagedDays({ damage }: { damage: readonly Damage[] }) {
  const say = useSay();
  const language = useLanguage();
  if (damage.length === 0) return null;
  const names = damage.slice(0, DAYS_AT_ONCE).map(({ account, at }) => `${at} ${accountName(account, language)}`);
  const days = `${names.join(language === 'zh' ? '、' : ', ')}${damage.length > names.length ? ' …' : ''}`;
  return (
    <p
      class="outcome tone-bad"
      role="alert"
      data-testid="damaged-days"
      data-days={damage.map(({ at }) => at).join(' ')}
    >
      {say('list.damaged-days', { count: damage.length, days })}
    </p>
  );
}
