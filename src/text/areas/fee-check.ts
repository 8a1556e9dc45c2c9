import type { Phrase } from '../phrase.ts';

/** One sale's fee against the terms (`src/arrears/expected-fee.ts`). */
export const feeCheckText = {
  'fee-check.title': { zh: '手续费核对', en: 'Fee check' },
  'fee-check.formula': {
    zh: '按约定（{card} {formula}）应收 {expected}，实收 {charged}。',
    en: 'By your terms ({card}, {formula}): {expected}. Charged: {charged}.',
  },
  'fee-check.cap': { zh: '，封顶 {cap}', en: ', at most {cap}' },
  'fee-check.fixed': { zh: ' + {fixed}', en: ' + {fixed}' },
  'fee-check.minimum': { zh: '，最低 {minimum}', en: ', at least {minimum}' },
  'fee-check.above': { zh: '（{above} 以上）', en: ' (above {above})' },
  'fee-check.up-to': { zh: '（{upTo} 及以下）', en: ' (up to {upTo})' },
  'fee-check.no-terms': {
    zh: '实收 {charged}。还没有录入约定的费率，无法核对。',
    en: 'Charged: {charged}. No terms are entered yet to check it against.',
  },
  'fee-check.no-line': {
    zh: '实收 {charged}。录入的约定里没有管这一天、这种卡的一行。',
    en: 'Charged: {charged}. No line of your terms governs this day and card.',
  },
  'fee-check.as-agreed': { zh: '一分不差。', en: 'Exactly as agreed.' },
  'fee-check.rounded': { zh: '四舍五入到分，与约定一致。', en: 'As agreed, rounded to the cent.' },
  'fee-check.cent': { zh: '差一分，是取整方式不同。', en: 'A cent off: another way of rounding.' },
  'fee-check.cap-not-applied': { zh: '没有按封顶收费。', en: 'The cap was not applied.' },
  'fee-check.another-card': {
    zh: '正好是{card}的收费标准：卡种可能认错了。',
    en: 'Just what {card} cost: the card type may have been mistaken.',
  },
  'fee-check.another-time': {
    zh: '正好是约定里另一段时间的标准：看看日期填得对不对。',
    en: 'Just what your terms say for another time: see whether the dates are right.',
  },
  'fee-check.dearer': { zh: '比约定多收 {difference}{shape}。', en: 'More than agreed by {difference}{shape}.' },
  'fee-check.cheaper': { zh: '比约定少收 {difference}{shape}。', en: 'Less than agreed by {difference}{shape}.' },
  'fee-check.monthly': { zh: '没有从这一笔里扣。', en: 'Nothing was taken from this sale.' },
  'fee-check.collected': {
    zh: '并入当月手续费，{day} 一次收取。',
    en: 'It is taken with the month’s other fees on {day}.',
  },
  'fee-check.month': {
    zh: '{month} 的 {sales} 笔收款手续费按约定共 {expected}，约定 {due} 收取；{day} 实收 {charged}。',
    en: 'By your terms the fees for the sales of {month} ({sales}) come to {expected}, to be taken on {due}. Charged on {day}: {charged}.',
  },
  'fee-check.month.as-agreed': { zh: '与约定一致。', en: 'As agreed.' },
  'fee-check.month.rounded': { zh: '与约定一致，只是取整方式不同。', en: 'As agreed, by another way of rounding.' },
  'fee-check.month.refunds': {
    zh: '扣除当月退款、撤销的手续费后与约定一致。',
    en: 'As agreed, less the fees of what was refunded or voided in the month.',
  },
  'fee-check.month.two-months': {
    zh: '和上个月的一起收的，合计与约定一致。',
    en: 'Taken together with the month before; as agreed in all.',
  },
  'fee-check.month.twice': { zh: '这个月的手续费已经收过一次。', en: 'The fees of this month had been taken already.' },
  'fee-check.month.dearer': { zh: '比约定多收 {difference}。', en: 'More than agreed by {difference}.' },
  'fee-check.month.cheaper': { zh: '比约定少收 {difference}。', en: 'Less than agreed by {difference}.' },
  'fee-check.month.no-line': {
    zh: '有的收款在录入的约定里没有费率，无法核对合计。',
    en: 'No line of your terms governs some of the sales, so the sum cannot be checked.',
  },
  'fee-check.month.not-seen': { zh: '还没有看到扣款。', en: 'No debit has been seen yet.' },
  'fee-check.shape': { zh: '，相当于 {rate}{fixed}', en: ', as {rate}{fixed} would give' },
} as const satisfies Record<string, Phrase>;
