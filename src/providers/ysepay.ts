import type { Provider, Said } from '#records/provider.ts';
import { NOTHING_MORE } from './sources.ts';

const AGREEMENT: Said = {
  source: {
    zh: '该公司自己的特约商户协议页（newportal-sdn.ysepay.com/agent/reg/bankAcquire.html）',
    en: 'The company’s own agreement for merchants (newportal-sdn.ysepay.com/agent/reg/bankAcquire.html)',
  },
  dated: null,
  confidence: 'official',
};

/** 银盛支付. Read by its words: nothing of its pages or files is documented. */
export const ysepay: Provider = {
  ...NOTHING_MORE,
  id: 'ysepay',
  names: { zh: '银盛支付', en: 'YSEPay' },
  domains: ['ysepay.com'],
  kind: 'payment-institution',
  domainsFrom: AGREEMENT,
  serviceLines: [{ number: '1010-8989', ...AGREEMENT }],
  source:
    'Its own agreement page, for domain and service line; of its pages for merchants only a sign-in page was seen.',
};
