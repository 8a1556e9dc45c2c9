import type { Phrase } from '../phrase.ts';

/** What sales cost with each provider (`src/arrears/costs.ts`). */
export const costsText = {
  'costs.title': { zh: '各家实际成本', en: 'What each provider costs' },
  'costs.show': { zh: '算一算过去一年', en: 'Work out the last year' },
  'costs.working': { zh: '正在计算…', en: 'Working it out…' },
  'costs.none': {
    zh: '过去一年没有带手续费的收款，无法比较。',
    en: 'No sales with fees in the last year: nothing to compare.',
  },
  'costs.account': { zh: '商户号', en: 'Account' },
  'costs.sales': { zh: '收款', en: 'Sales' },
  'costs.fees': { zh: '手续费', en: 'Transaction fees' },
  'costs.others': { zh: '其他扣费', en: 'Other charges' },
  'costs.share': { zh: '合计占收款', en: 'Together, of sales' },
  'costs.elsewhere': {
    zh: '同样的收款按 {account}（{standard}）：手续费 {fees}，实付 {paid}，{difference}。',
    en: 'The same sales by {account} ({standard}): {fees} in fees, against {paid} paid: {difference}.',
  },
  'costs.unknown': {
    zh: '其中 {unknown} 笔的卡种那边没有标准，没有算进去。',
    en: 'Sales of card types that it has no tariff for are left out: {unknown}.',
  },
  'costs.standard.terms': { zh: '录入的约定', en: 'terms entered' },
  'costs.standard.learned': { zh: '从流水看出的标准', en: 'learned from its rows' },
  'costs.cheaper': { zh: '可省 {amount}', en: '{amount} less' },
  'costs.dearer': { zh: '会多付 {amount}', en: '{amount} more' },
  'costs.same': { zh: '一样', en: 'the same' },
} as const satisfies Record<string, Phrase>;
