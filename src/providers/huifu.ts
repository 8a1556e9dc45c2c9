import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE, NOTHING_MORE } from './sources.ts';

/** 汇付天下. Read by its words: nothing of its pages or files is documented. */
export const huifu: Provider = {
  ...NOTHING_MORE,
  id: 'huifu',
  names: { zh: '汇付天下', en: 'Huifu' },
  domains: ['huifu.com', 'cloudpnr.com'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  serviceLines: [{ number: '400-820-2819', ...LINES_TABLE }],
  source: 'Domains of its documents and gateways by public code; no page for merchants was found.',
};
