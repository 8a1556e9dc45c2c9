import type { Phrase } from '../phrase.ts';

/** What was sold, what was settled, what the bank credited (docs/reconciliation.md). */
export const matchesText = {
  'match.title': { zh: '对账：该到的钱到了没有', en: 'Reconciliation: did the money arrive' },
  'match.hint': {
    zh: '把交易、平台的结算和银行入账逐笔对上，两边差多少一眼看出。',
    en: 'Joins sales, the provider’s settlements and bank credits, and shows by how much they differ.',
  },
  'match.failed': {
    zh: '没能对账。请刷新此页面再试。',
    en: 'This could not be worked out. Reload this page and try again.',
  },
  'match.none': {
    zh: '还没有平台的结算清单，也没有银行流水。把银行流水文件拖到上面的“导入账单文件”里，就能看出每笔结算到了没有。',
    en: 'The book has neither a settlement list nor a bank statement. Drop a bank statement under “Take in bill files” above to see whether every payout arrived.',
  },
  'match.nothing': {
    zh: '这段时间里没有可以对的交易或结算。换一段日期，或先读取这段时间的明细。',
    en: 'Nothing in this period can be reconciled. Choose other dates, or read the lists of this period first.',
  },
  'match.all-well': {
    zh: '这段时间没有少到、多到或没到的钱。',
    en: 'In this period nothing is short, over or missing.',
  },
  'match.none-such': { zh: '没有这样的。', en: 'There are none.' },
  'match.from': { zh: '从', en: 'From' },
  'match.to': { zh: '到', en: 'to' },
  'match.choose': { zh: '看哪些', en: 'Which to show' },
  'match.choice.look': { zh: '需要看一下的（{count}）', en: 'Needs a look ({count})' },
  'match.choice.under': { zh: '少到（{count}）', en: 'Short ({count})' },
  'match.choice.over': { zh: '多到（{count}）', en: 'Over ({count})' },
  'match.choice.missing': { zh: '没到（{count}）', en: 'Missing ({count})' },
  'match.choice.expected': { zh: '待核对（{count}）', en: 'Not yet known ({count})' },
  'match.choice.matched': { zh: '对上了（{count}）', en: 'Arrived ({count})' },
  'match.more': { zh: '再看 {count} 笔', en: 'Show {count} more' },
  'match.state.matched': { zh: '对上了', en: 'arrived' },
  'match.state.under': { zh: '少到', en: 'short' },
  'match.state.over': { zh: '多到', en: 'over' },
  'match.state.missing': { zh: '没到', en: 'missing' },
  'match.state.expected': { zh: '待核对', en: 'not yet known' },
  'match.due': { zh: '应到', en: 'due' },
  'match.came': { zh: '实到', en: 'arrived' },
  'match.less': { zh: '少', en: 'short by' },
  'match.more-came': { zh: '多', en: 'over by' },
  'match.sum': { zh: '交易金额 − 手续费 = 应到：{sum}', en: 'Sales − fees = due: {sum}' },
  'match.taken': {
    zh: '账本里没有哪张清单写明少的这一部分是什么。把这一天和两边的金额报给收单机构，请对方书面说明扣了什么。',
    en: 'No list in the book names what was taken. Give the acquirer this day and both sums, and ask for a written explanation.',
  },
  'match.way.number': { zh: '两边写着同一个编号。', en: 'Both sides give the same number.' },
  'match.way.amount': {
    zh: '{day}到了一笔金额相同的钱，隔 {days} 天。',
    en: 'A credit of the same sum on {day}, {days} days later.',
  },
  'match.way.parts': { zh: '{day}的 {credits} 笔入账加起来正好。', en: '{credits} credits of {day} add up to it.' },
  'match.way.run': {
    zh: '{payouts} 笔结算加起来，正好是{day}的一笔入账。',
    en: '{payouts} payouts add up to one credit of {day}.',
  },
  'match.way.nearest': {
    zh: '{day}的这笔入账金额不同，但这几天里只有它可能是。请核对。',
    en: 'The credit of {day} is of another sum, but the only one of those days that can be meant. Please check.',
  },
  'match.unnamed': {
    zh: '银行没有写明是谁付的。',
    en: ' The bank does not say who paid.',
  },
  'match.missing-bank': {
    zh: '这家平台平时打款的银行账户，从这天起十天都读全了，没有这笔钱。先看结算银行卡是否换过或被冻结，再问收单机构打到了哪里。',
    en: 'The bank account that this provider pays into is known completely for ten days from this day, and the money is not there. Check whether the settlement account was changed or frozen, then ask the acquirer where it was paid.',
  },
  'match.missing-settlement': {
    zh: '平台的结算清单这几天都读全了，没有这些交易。请问收单机构为什么没有结算。',
    en: 'The provider’s settlement list is known completely for these days, and these sales are not in it. Ask the acquirer why they were not settled.',
  },
  'match.expected-bank': {
    zh: '还没有找到入账，银行流水也没有读全到这几天。拖入这段时间的银行流水再看。',
    en: 'No credit was found, and the bank statement is not known completely for these days. Drop the statement of this period.',
  },
  'match.expected-settlement': {
    zh: '还没有找到结算，结算清单也没有读全到这几天。读取这段时间的结算清单再看。',
    en: 'No settlement was found, and the settlement list is not known completely for these days. Read the list of this period.',
  },
  'match.side.payouts': { zh: '应到的', en: 'What was due' },
  'match.side.sales': { zh: '交易', en: 'Sales' },
  'match.side.credits': { zh: '银行入账', en: 'Bank credits' },
  'match.side.settlements': { zh: '平台结算', en: 'Settlement lines' },
  'match.refuse': { zh: '不是同一笔', en: 'These do not belong together' },
  'match.refuse-hint': { zh: '会记住，以后不再这样对。', en: 'This is remembered; they are never joined again.' },
} as const satisfies Record<string, Phrase>;
