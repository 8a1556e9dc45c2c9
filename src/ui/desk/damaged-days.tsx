import type { Damage } from '#book/book.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';

const DAYS_AT_ONCE = 20;

const SENTENCES = { rows: 'list.damaged-days', trace: 'list.damaged-traces', seen: 'list.damaged-seen' } as const;

/** Names what cannot be read back, wherever rows are shown or written without it; nothing where all can be read. */
export function DamagedDays({ damage }: { damage: readonly Damage[] }) {
  return (['rows', 'trace', 'seen'] as const).map((of) => (
    <DamagedOf key={of} of={of} damage={damage.filter((one) => one.of === of)} />
  ));
}

function DamagedOf({ of, damage }: { of: keyof typeof SENTENCES; damage: readonly Damage[] }) {
  const say = useSay();
  const language = useLanguage();
  if (damage.length === 0) return null;
  const names = damage
    .slice(0, DAYS_AT_ONCE)
    .map(({ account, at }) => (account === '' ? at : `${at} ${accountName(account, language)}`));
  const days = `${names.join(language === 'zh' ? '、' : ', ')}${damage.length > names.length ? ' …' : ''}`;
  return (
    <p
      class="outcome tone-bad"
      role="alert"
      data-testid={of === 'rows' ? 'damaged-days' : `damaged-${of}`}
      data-days={damage.map(({ at }) => at).join(' ')}
    >
      {say(SENTENCES[of], { count: damage.length, days })}
    </p>
  );
}
