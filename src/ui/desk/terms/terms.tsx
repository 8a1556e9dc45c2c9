import { useEffect, useState } from 'preact/hooks';
import type { AccountSummary } from '#records/arrears.ts';
import type { TermsFile } from '#records/terms.ts';
import type { TextKey } from '#text/index.ts';
import { providerName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import type { TermsDeeds, Unusable } from './deeds.ts';
import { type Draft, draftOf, type Mistakes, termsOf } from './draft.ts';
import { Instants } from './instants.tsx';
import { Learned } from './learned.tsx';
import { Lines } from './lines.tsx';
import { MonthlyFees } from './monthly-fees.tsx';
import { Terminals } from './terminals.tsx';
import { TermsFiles } from './terms-files.tsx';

interface TermsProps {
  readonly accounts: readonly AccountSummary[];
  readonly deeds: TermsDeeds;
}

const NO_MISTAKES: Mistakes = new Map();

/** What the merchant agreed with each provider: entered here, and held against every row. */
export function Terms({ accounts, deeds }: TermsProps) {
  const say = useSay();
  const language = useLanguage();
  const [terms, setTerms] = useState<TermsFile | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    deeds.read().then(setTerms, () => setTerms({ accounts: [] }));
  }, [deeds]);
  if (accounts.length === 0) return <p class="quiet">{say('terms-form.none')}</p>;
  if (terms === null) return <p class="quiet">{say('desk.loading')}</p>;
  const account = accounts.find((one) => one.account === chosen) ?? accounts[0];
  if (!account) return null;
  return (
    <div class="terms">
      <p class="quiet">{say('terms-form.hint')}</p>
      <label class="terms-field terms-account">
        <span>{say('terms-form.account')}</span>
        <select
          data-testid="terms-account"
          value={account.account}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {accounts.map((one) => (
            <option key={one.account} value={one.account}>
              {[one.name ?? providerName(one.provider, language), one.merchantNumber].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <AccountForm key={account.account} account={account} terms={terms} deeds={deeds} kept={setTerms} />
      <TermsFiles terms={terms} deeds={deeds} kept={setTerms} />
    </div>
  );
}

interface FormProps {
  readonly account: AccountSummary;
  readonly terms: TermsFile;
  readonly deeds: TermsDeeds;
  readonly kept: (terms: TermsFile) => void;
}

type State = 'ready' | 'keeping' | 'kept' | 'wrong' | TextKey;

function AccountForm({ account, terms, deeds, kept }: FormProps) {
  const say = useSay();
  const before = terms.accounts.find((one) => one.account === account.account);
  const [draft, setDraft] = useState<Draft>(() => draftOf(before));
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES);
  const [unusable, setUnusable] = useState<readonly Unusable[]>([]);
  const [state, setState] = useState<State>('ready');
  const set = (now: Partial<Draft>) => {
    setDraft((current) => ({ ...current, ...now }));
    setState('ready');
  };
  const keep = async (event: Event) => {
    event.preventDefault();
    if (state === 'keeping') return;
    const read = termsOf(account.account, draft, before);
    setMistakes(read.mistakes);
    if (read.mistakes.size > 0) return setState('wrong');
    setState('keeping');
    try {
      // Another window may have kept others meanwhile.
      const { accounts } = await deeds.read();
      const now: TermsFile = { accounts: [...accounts.filter((one) => one.account !== account.account), read.terms] };
      const answer = await deeds.keep(now);
      if (typeof answer === 'string') return setState(answer);
      setUnusable(answer);
      kept(now);
      setState('kept');
    } catch {
      setState('terms-form.failed');
    }
  };
  return (
    <form onSubmit={keep} noValidate={true}>
      <Lines lines={draft.lines} mistakes={mistakes} set={(lines) => set({ lines })} />
      <Learned
        account={account.account}
        currency={account.items[0]?.currency ?? account.outlooks?.[0]?.currency ?? 'CNY'}
        learn={deeds.learn}
        take={(line) => set({ lines: [...draft.lines, line] })}
      />
      <Instants instants={draft.instants} mistakes={mistakes} set={(instants) => set({ instants })} />
      <MonthlyFees monthly={draft.monthly} mistakes={mistakes} set={(monthly) => set({ monthly })} />
      <Terminals terminals={draft.terminals} mistakes={mistakes} set={(terminals) => set({ terminals })} />
      <button type="submit" class="button" data-testid="terms-keep" disabled={state === 'keeping'}>
        {say('terms-form.keep')}
      </button>
      <div aria-live="polite" data-testid="terms-state" data-state={state}>
        {state === 'keeping' && <p class="quiet">{say('terms-form.keeping')}</p>}
        {state === 'kept' && <p class="outcome tone-good">{say('terms-form.kept')}</p>}
        {state === 'wrong' && <p class="warns">{say('terms-form.mistakes', { count: mistakes.size })}</p>}
        {state !== 'ready' && state !== 'keeping' && state !== 'kept' && state !== 'wrong' && (
          <p class="warns">{say(state)}</p>
        )}
        {unusable.map(({ key, terminal, text }) => (
          <p key={`${key} ${terminal} ${text}`} class="warns">
            {terminal === null ? '' : say('terms.where-terminal', { account: account.account, terminal })}
            {say(key, { text })}
          </p>
        ))}
      </div>
    </form>
  );
}
