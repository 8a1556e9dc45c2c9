import type { Phrase } from '../phrase.ts';

/** What comes next for an account (`src/arrears/outlook.ts`). */
export const outlookText = {
  'outlook.title': { zh: '往后看', en: 'What comes next' },
  'outlook.short': {
    zh: '照这样到 {day} 会欠 {by}：在那之前至少存入这么多。',
    en: 'As things stand, you will be {by} short on {day}: pay in at least that much before.',
  },
  'outlook.covered': {
    zh: '{day} 的余额 {amount} 够付已知的后续扣费。',
    en: 'The balance of {amount} on {day} covers the charges that are known to come.',
  },
  'outlook.least': {
    zh: '按最近提现后剩下的最低余额 {least} 计算，没有把以后的收款算进去。',
    en: 'Counted from the {least} that recent withdrawals left at the least; later sales are not counted on.',
  },
  'outlook.nothing-in': {
    zh: '没有把以后的收款算进去。',
    en: 'Later sales are not counted on.',
  },
  'outlook.charge': { zh: '{day} · {code} {amount} → 余 {left}', en: '{day} · {code} {amount} → {left} left' },
  'outlook.float': {
    zh: '备用余额：过去一年有 {days} 天不够扣，最多差 {amount}（{day}）。账户里常留这么多，就都能扣上。',
    en: 'Float: something was short at most by {amount} ({day}) in the last year (days: {days}). With that much kept in the account, nothing would have been.',
  },
  'outlook.limits': {
    zh: '限额参考：单笔 {single}，单日 {daily}。按过去一年 {sales} 笔收款算，有 {above} 笔会超过单笔限额。调整前先问收单机构何时生效、能否恢复。',
    en: 'Limits to consider: {single} a sale, {daily} a day. Of the {sales} sales of the last year, {above} would have met the single limit. Ask the acquirer first when a change takes effect and whether it can be undone.',
  },
  'outlook.deposit': {
    zh: '终端 {terminal} 的押金 {deposit}：到 {last} 要做满 {target}，已做 {reached}，往后每天还要 {aDay}。',
    en: 'Deposit of {deposit} for terminal {terminal}: {target} by {last}; {reached} so far, so {aDay} a day from now on.',
  },
} as const satisfies Record<string, Phrase>;
