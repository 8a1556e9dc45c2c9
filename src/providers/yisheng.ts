import type { Provider } from '#records/provider.ts';
import { LINES_TABLE, NOTHING_MORE } from './sources.ts';

/** 易生支付. Read by its words: nothing of its pages or files is documented. */
export const yisheng: Provider = {
  ...NOTHING_MORE,
  id: 'yisheng',
  names: { zh: '易生支付', en: 'Yisheng Pay' },
  domains: [],
  kind: 'payment-institution',
  serviceLines: [{ number: '9507108', ...LINES_TABLE }],
  source: 'Open documents for developers are known to exist; no domain and no page for merchants was found.',
};
