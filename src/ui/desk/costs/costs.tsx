import { useState } from 'preact/hooks';
import type { AccountSummary } from '#records/arrears.ts';
import type { Cost, Elsewhere } from '#records/cost.ts';
import type { TextKey } from '#text/index.ts';
import { moneyText } from '#ui/parts/money-text.ts';
import { accountName } from '#ui/parts/names.ts';
import { useLanguage, useSay } from '#ui/parts/speak.ts';
import type { CostDeeds } from './deeds.ts';

interface CostsProps {
  readonly accounts: readonly AccountSummary[];
  readonly deeds: CostDeeds;
}

type State = 'closed' | 'working' | readonly Cost[] | { readonly failed: TextKey };

/** What each provider has really cost in the last year, and what another would have for the same sales. */
export function Costs({ accounts, deeds }: CostsProps) {
  const say = useSay();
  const [state, setState] = useState<State>('closed');
  const press = async () => {
    setState('working');
    const answer = await deeds.costs().catch((): TextKey => 'care.failed');
    setState(typeof answer === 'string' ? { failed: answer } : answer);
  };
  return (
    <div>
      <button
        type="button"
        class="button small"
        data-testid="costs-show"
        disabled={state === 'working'}
        onClick={press}
      >
        {say('costs.show')}
      </button>
      <div aria-live="polite">
        {state === 'working' && <p class="quiet">{say('costs.working')}</p>}
        {typeof state === 'object' && 'failed' in state && <p class="warns">{say(state.failed)}</p>}
        {Array.isArray(state) && state.length === 0 && <p class="quiet">{say('costs.none')}</p>}
        {Array.isArray(state) && state.length > 0 && <CostTable costs={state} accounts={accounts} />}
      </div>
    </div>
  );
}

const HEADS = ['account', 'sales', 'fees', 'others', 'share'] as const;

function CostTable({ costs, accounts }: { costs: readonly Cost[]; accounts: readonly AccountSummary[] }) {
  const say = useSay();
  const language = useLanguage();
  const nameOf = (id: string): string => accounts.find((one) => one.account === id)?.name ?? accountName(id, language);
  return (
    <>
      <table class="costs-table" data-testid="costs">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {say(`costs.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {costs.map((cost) => (
            <tr key={`${cost.account} ${cost.currency}`}>
              <th scope="row">{nameOf(cost.account)}</th>
              <td>{moneyText(cost.amount, cost.currency)}</td>
              <td>{moneyText(cost.fees, cost.currency)}</td>
              <td>{moneyText(cost.others, cost.currency)}</td>
              <td>{`${(((cost.fees + cost.others) / cost.amount) * 100).toFixed(2)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {costs.flatMap((cost) =>
          cost.elsewhere.map((one) => (
            <li key={`${cost.account} ${one.account}`}>
              {nameOf(cost.account)} · <ElsewhereText one={one} currency={cost.currency} name={nameOf(one.account)} />
            </li>
          )),
        )}
      </ul>
    </>
  );
}

function ElsewhereText({ one, currency, name }: { one: Elsewhere; currency: string; name: string }) {
  const say = useSay();
  const more = one.fees - one.paid;
  const amount = moneyText(Math.abs(more), currency);
  return (
    <>
      {say('costs.elsewhere', {
        account: name,
        standard: say(`costs.standard.${one.standard}`),
        fees: moneyText(one.fees, currency),
        paid: moneyText(one.paid, currency),
        difference: say(more === 0 ? 'costs.same' : more < 0 ? 'costs.cheaper' : 'costs.dearer', { amount }),
      })}{' '}
      {one.unknown > 0 && say('costs.unknown', { unknown: one.unknown })}
    </>
  );
}
