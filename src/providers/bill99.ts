import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE, NOTHING_MORE } from './sources.ts';

/** 快钱. Read by its words: nothing of its pages or files is documented. */
export const bill99: Provider = {
  ...NOTHING_MORE,
  id: 'bill99',
  names: { zh: '快钱', en: '99Bill' },
  domains: ['99bill.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  portals: [
    {
      ...IN_PUBLIC_CODE,
      address: 'https://www.99bill.com/website/vpos/vposQuery.htm',
      what: { zh: 'POS 交易查询', en: 'POS transactions' },
      source: { zh: '公开代码打开过这一页（年份不详）', en: 'Opened by public code of unknown year' },
    },
  ],
  serviceLines: [{ number: '400-615-5799', ...LINES_TABLE }],
  source: 'Public code of unknown year that opened its POS page; no bill file was found.',
};
