import type { Provider, Said } from '#records/provider.ts';

/** No source was found for what everybody seems to know. */
export const COMMON: Said = {
  source: { zh: '一般所知，没有查到出处', en: 'Generally known; no source was found' },
  dated: null,
  confidence: 'unconfirmed',
};

/** A table of service lines on an agent's page, which may hold wrong or hijacked numbers. */
export const LINES_TABLE: Said = {
  source: {
    zh: '第三方网页的电话汇总（hongrunronghuihotel.cn/news/wenti/700.html），未经该机构证实',
    en: 'A third party’s table of service lines (hongrunronghuihotel.cn/news/wenti/700.html), not confirmed by the company',
  },
  dated: null,
  confidence: 'third-party',
};

/** Addresses that public code calls or opens, which shows that they are the company's. */
export const IN_PUBLIC_CODE: Said = {
  source: { zh: '公开代码里使用的地址', en: 'Addresses that public code uses' },
  dated: null,
  confidence: 'public-code',
};

/** What is known of most providers beside their name: nothing. */
export const NOTHING_MORE = {
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [],
  retention: {},
  domainsFrom: null,
  portals: [],
  serviceLines: [],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'generic',
} as const satisfies Partial<Provider>;
