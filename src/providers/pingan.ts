import type { Provider } from '#records/provider.ts';
import { COMMON, NOTHING_MORE } from './sources.ts';

/** 平安银行. Its statements are read by their words; nothing of its pages is documented. */
export const pingan: Provider = {
  ...NOTHING_MORE,
  id: 'pingan',
  names: { zh: '平安银行', en: 'Ping An Bank' },
  domains: ['bank.pingan.com'],
  kind: 'bank',
  domainsFrom: COMMON,
  serviceLines: [{ number: '95511', ...COMMON }],
  smsSenders: [
    { number: '95511', ...COMMON },
    { number: '106927995511', ...COMMON },
  ],
  source: 'Nothing of its pages for merchants was found; its statements are read by their words.',
};
