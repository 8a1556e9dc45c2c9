import type { Provider } from '#records/provider.ts';
import { IN_PUBLIC_CODE, LINES_TABLE, NOTHING_MORE } from './sources.ts';

/** 海科融通. Read by its words: nothing of its pages or files is documented. */
export const haike: Provider = {
  ...NOTHING_MORE,
  id: 'haike',
  names: { zh: '海科融通', en: 'Hkrt' },
  domains: ['hkrt.cn'],
  kind: 'payment-institution',
  domainsFrom: IN_PUBLIC_CODE,
  serviceLines: [{ number: '400-6686-689', ...LINES_TABLE }],
  support: 'app-only',
  source: 'A sign-in page at m.hkrt.cn in public code; its merchants are said to have an app only.',
};
