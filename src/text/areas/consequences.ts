import type { Phrase } from '../phrase.ts';

/** What follows where an item stays unpaid (`src/arrears/ladder.ts`). */
export const consequencesText = {
  'consequence.title': { zh: '如果一直不付：', en: 'If it stays unpaid:' },
  'consequence.from': { zh: '{day} 起', en: 'from {day}' },
  'consequence.no-day': { zh: '哪天开始没有公开说明', en: 'no source says from when' },
  'consequence.reported': { zh: '据第三方资料', en: 'as third parties report' },
  'consequence.next-sale-seized': { zh: '从之后的一笔刷卡里扣走', en: 'it is kept from a later swipe' },
  'consequence.service-stopped': { zh: '终端可能停用', en: 'the terminal may be stopped' },
  'consequence.refunds-fail': { zh: '退款会失败', en: 'refunds fail' },
  'consequence.next-payout-smaller': { zh: '从之后的结算款里抵扣', en: 'coming payouts are smaller by it' },
  'consequence.bank-debited': { zh: '从绑定的银行账户扣款', en: 'the linked bank account is debited' },
  'consequence.taken-from-platform': {
    zh: '由平台方账户先行垫付',
    en: 'it is taken from the platform that is liable for the account',
  },
  'consequence.collected': { zh: '可能转入催收、关闭账户', en: 'it may go to collection, and the account be closed' },
} as const satisfies Record<string, Phrase>;
