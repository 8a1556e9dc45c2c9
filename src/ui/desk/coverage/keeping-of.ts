import type { AccountRecord } from '#book/coverage/accounts.ts';
import { type Keeping, merchantSpans } from '#book/coverage/at-risk.ts';
import { listsIn } from '#book/coverage/coverage.ts';
import { providerById } from '#providers/list.ts';

/** Of a provider outside the directory nothing is known; its days end by China's clock, as its rows do. */
const UNKNOWN: Keeping = { zone: 'Asia/Shanghai', retention: {} };

type Read = Pick<AccountRecord, 'provider' | 'spans'>;

/** Whether only a buyer's own bills have shown this list of an account. */
export const isBuyersList = ({ provider, spans }: Read, list: string): boolean =>
  !listsIn(merchantSpans(spans, keepingOf(provider))).includes(list);

/** What the directory says of one list of an account: nothing of a buyer's. */
export function keepingOfList(record: Read, list: string): Keeping {
  const keeping = keepingOf(record.provider);
  return isBuyersList(record, list) ? { zone: keeping.zone, retention: {} } : keeping;
}

/** What the directory says of how long a provider shows what. */
export const keepingOf = (provider: string): Keeping => providerById(provider) ?? UNKNOWN;
