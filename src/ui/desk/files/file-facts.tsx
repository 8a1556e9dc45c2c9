import type { BillPreview } from '#records/bill.ts';
import { accountName, formatTitle, providerName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { periodText } from '#ui/parts/time-text.ts';

/** Whose file it is, of what kind, and of which days. */
export function FileFacts({ bill }: { bill: BillPreview }) {
  const say = useSay();
  const language = useLanguage();
  const provider = bill.provider === null ? say('import.provider-none') : providerName(bill.provider, language);
  const format =
    bill.format === null
      ? say('import.format-none')
      : bill.format === 'generic'
        ? say('import.format-generic')
        : bill.format.startsWith('recipe:')
          ? say('recipes.format')
          : formatTitle(bill.format, language);
  const accounts =
    bill.accounts.length === 0
      ? say('import.account-none')
      : bill.accounts.map((id) => accountName(id, language)).join(language === 'zh' ? '、' : ', ');
  return (
    <dl class="facts">
      <Fact name={say('import.provider')} value={provider} />
      <Fact name={say('import.format')} value={format} />
      <Fact name={say('import.account')} value={accounts} />
      <Fact name={say('import.period')} value={periodText(bill.from, bill.to, language) ?? say('desk.no-period')} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
