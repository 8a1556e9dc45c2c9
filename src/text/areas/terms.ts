import type { Phrase } from '../phrase.ts';

/** What in the merchant's terms cannot be used as it stands, one sentence for each `TermsProblem`. */
export const termsText = {
  'terms.where': { zh: '{account}：', en: '{account}: ' },
  'terms.where-terminal': { zh: '{account} 终端 {terminal}：', en: '{account}, terminal {terminal}: ' },
  'terms.rate': {
    zh: '费率“{text}”读不懂，这一行没有用上。请写成 0.60%、6‰ 或 万分之60。',
    en: 'the rate “{text}” cannot be read, so its line is not used. Write it like 0.60%, 6‰ or 万分之60.',
  },
  'terms.cap': {
    zh: '封顶金额“{text}”读不懂，这一行没有用上。',
    en: 'the cap “{text}” cannot be read, so its line is not used.',
  },
  'terms.fixed': {
    zh: '每笔固定金额“{text}”读不懂，这一行没有用上。',
    en: 'the fixed sum “{text}” cannot be read, so its line is not used.',
  },
  'terms.minimum': {
    zh: '最低收费“{text}”读不懂，这一行没有用上。',
    en: 'the minimum “{text}” cannot be read, so its line is not used.',
  },
  'terms.above': {
    zh: '单笔金额下限“{text}”读不懂，这一行没有用上。',
    en: 'the lower bound “{text}” cannot be read, so its line is not used.',
  },
  'terms.upTo': {
    zh: '单笔金额上限“{text}”读不懂，这一行没有用上。',
    en: 'the upper bound “{text}” cannot be read, so its line is not used.',
  },
  'terms.range': {
    zh: '没有哪笔金额在“{text}”之间，这一行没有用上。请检查上下限。',
    en: 'no sum lies within “{text}”, so the line is not used. Check its two bounds.',
  },
  'terms.instant': {
    zh: '秒到费的“{text}”读不懂，没有据此核对。请写成 0.02% 或 3.00。',
    en: '“{text}” cannot be read for instant settlement, so nothing is held against it. Write it like 0.02% or 3.00.',
  },
  'terms.monthly': {
    zh: '月结的“{text}”和前面的一段日期重叠，重叠的日子按前面一段的收取日核对。请写明前一段到哪天为止。',
    en: 'the monthly collection “{text}” shares days with one before it; on those, the day of the earlier one is used. Give that one its last day.',
  },
  'terms.overlap': {
    zh: '“{text}”这一行和前面的一行管同一种卡、日期又重叠，只能按较贵的一行核对。请写明前一行到哪天为止。',
    en: 'the line “{text}” governs the same card on the same days as one before it, so the dearer of the two is held against the fees. Give the earlier one its last day.',
  },
  'terms.period': {
    zh: '“{text}”的结束日期早于开始日期，这一行没有用上。',
    en: 'the line “{text}” ends before it begins, so it is not used.',
  },
  'terms.sim': {
    zh: '流量费的“{text}”不能用，没有据此推算。金额要大于 0，期限不超过十年。',
    en: '“{text}” cannot be used for the SIM fee, so none is expected from it. Sums are above 0, spans at most ten years.',
  },
  'terms.deposit': {
    zh: '押金的“{text}”不能用，没有据此核对。金额要大于 0，期限不超过十年。',
    en: '“{text}” cannot be used for the deposit, so none is held against it. Sums are above 0, spans at most ten years.',
  },
  'terms.target': {
    zh: '押金的达标金额“{text}”不能用，没有据此核对。金额要大于 0。',
    en: 'the deposit’s target “{text}” cannot be used, so no deposit is held against it. Sums are above 0.',
  },
  'terms.twice': {
    zh: '“{text}”写了两遍，只用了第一处。',
    en: '“{text}” stands twice; only the first is used.',
  },
  'terms.not-in-book': {
    zh: '读到的账里没有这个账户，约定没有用上。请照流水里的写法填账户（平台:商户号）。',
    en: 'no row of this account was read, so its terms are not used. Write the account as the rows have it (provider:number).',
  },
} as const satisfies Record<string, Phrase>;
