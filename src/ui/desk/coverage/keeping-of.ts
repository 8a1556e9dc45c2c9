import type { AccountRecord } from '#book/coverage/accounts.ts';
import { type Keeping, merchantSpans } from '#book/coverage/at-risk.ts';
import { listsIn } from '#book/coverage/coverage.ts';
import { providerById } from '#providers/list.ts';

/** Of a provider outside the directory nothing is known; its days end by China's clock, as its rows do. */
const UNKNOWN: Keeping = { zone: 'Asia/Shanghai', retention: {} };

/** What it says of one list of an account: nothing where only a buyer's own bills have shown it. */
export function keepingOfList({ provider, spans }: Pick<AccountRecord, 'provider' | 'spans'>, list: string): Keeping {
  const keeping = keepingOf(provider);
  return listsIn(merchantSpans(spans, keeping)).includes(list) ? keeping : { zone: keeping.zone, retention: {} };
}

/** What the directory says of how long a provider shows what. */
export const keepingOf = (provider: string): Keeping => providerById(provider) ?? UNKNOWN;
