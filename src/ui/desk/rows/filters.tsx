import { useId, useRef } from 'preact/hooks';
import type { Account } from '#records/capture.ts';
import type { Language } from '#text/index.ts';
import { KIND_CHOICES, kindKey } from '#ui/parts/keys.ts';
import { accountName, providerName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import { FILTER_FIELDS, type FilterForm, LEDGERS, MARKED, NO_FILTER } from './filter.ts';
import { ledgerKey, markedKey } from './keys.ts';

interface FiltersProps {
  readonly form: FilterForm;
  readonly setForm: (form: FilterForm) => void;
  readonly accounts: readonly Account[];
  readonly terminals: readonly string[];
}

/** What the merchant calls an account, or else what is known of it. */
const nameOf = ({ id, label, name }: Account, language: Language): string => label ?? name ?? accountName(id, language);

/** The same in few letters, for a column: of a number, the end by which it is told from others. */
export function shortNameOf(account: Account, language: Language): string {
  const { label, name, provider, merchantNumber } = account;
  const end = merchantNumber === null ? '' : ` …${merchantNumber.slice(-4)}`;
  return label ?? name ?? `${providerName(provider, language)}${end}`;
}

/** What to show. A choice counts at once, a text when it is left or sent; the fields themselves keep what stands in them. */
export function Filters({ form, setForm, accounts, terminals }: FiltersProps) {
  const say = useSay();
  const language = useLanguage();
  const element = useRef<HTMLFormElement>(null);
  const hint = useId();
  const read = () => {
    if (!element.current) return;
    const data = new FormData(element.current);
    const now = Object.fromEntries(FILTER_FIELDS.map((field) => [field, String(data.get(field) ?? '')])) as FilterForm;
    if (FILTER_FIELDS.some((field) => now[field] !== form[field])) setForm(now);
  };
  const text = (field: keyof FilterForm, label: string) => (
    <label class="filter-field filter-text">
      <span>{label}</span>
      <input name={field} type="text" data-testid={`filter-${field}`} maxLength={200} />
    </label>
  );
  const day = (field: keyof FilterForm, label: string, describedBy?: string) => (
    <label class="filter-field">
      <span>{label}</span>
      <input name={field} type="date" data-testid={`filter-${field}`} aria-describedby={describedBy} />
    </label>
  );
  const choice = (field: keyof FilterForm, label: string, all: string, options: readonly (readonly string[])[]) => (
    <label class="filter-field">
      <span>{label}</span>
      <select name={field} data-testid={`filter-${field}`}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      class="filters"
      ref={element}
      aria-label={say('filter.title')}
      onChange={read}
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
      autocomplete="off"
      onReset={() => setForm(NO_FILTER)}
    >
      {choice(
        'account',
        say('filter.account'),
        say('filter.account-all'),
        accounts.map((account) => [account.id, nameOf(account, language)]),
      )}
      {choice(
        'terminal',
        say('filter.terminal'),
        say('filter.all'),
        terminals.map((one) => [one, one]),
      )}
      {choice(
        'kind',
        say('filter.kind'),
        say('filter.all'),
        KIND_CHOICES.map((kind) => [kind, say(kindKey(kind))]),
      )}
      {choice(
        'ledger',
        say('filter.ledger'),
        say('filter.all'),
        LEDGERS.map((ledger) => [ledger, say(ledgerKey(ledger))]),
      )}
      {choice(
        'marked',
        say('filter.marked'),
        say('filter.all'),
        MARKED.map((one) => [one, say(markedKey(one))]),
      )}
      {day('from', say('filter.from'))}
      {day('to', say('filter.to'))}
      {text('least', say('filter.least'))}
      {text('most', say('filter.most'))}
      {text('text', say('filter.text'))}
      {day('as-of', say('filter.as-of'), hint)}
      {form['as-of'] !== '' && (
        <p id={hint} class="quiet filter-hint">
          {say('filter.as-of-hint')}
        </p>
      )}
      <div class="filter-deeds">
        <button type="submit" class="button small" data-testid="filter-apply">
          {say('filter.apply')}
        </button>
        <button type="reset" class="button small plain" data-testid="filter-clear">
          {say('filter.clear')}
        </button>
      </div>
    </form>
  );
}
