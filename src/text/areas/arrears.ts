import type { Phrase } from '../phrase.ts';

/** Names of what can be owed, of the bases, the states and the ways to say an amount (docs/arrears.md). */
export const arrearsText = {
  'code.SIM_FEE': { zh: '流量费', en: 'SIM (data) fee' },
  'code.TERM_SERVICE_FEE': { zh: '设备服务费', en: 'Terminal service fee' },
  'code.DEPOSIT': { zh: '机具押金', en: 'Terminal deposit' },
  'code.TARGET_PENALTY': { zh: '未达标扣费', en: 'Missed-target charge' },
  'code.VIP_FEE': { zh: '会员服务费', en: 'Membership add-on' },
  'code.DORMANCY': { zh: '休眠费（账户管理费）', en: 'Dormancy or account fee' },
  'code.MDR': { zh: '交易手续费', en: 'Transaction fee' },
  'code.MDR_DELTA': { zh: '多收的手续费', en: 'Excess transaction fee' },
  'code.FAST_SETTLE': { zh: '秒到费', en: 'Instant-settlement fee' },
  'code.REFUND_ADVANCE': { zh: '退款垫资', en: 'Advanced refunds' },
  'code.CHARGEBACK': { zh: '拒付（退单）', en: 'Chargeback' },
  'code.NEG_BALANCE': { zh: '账户负余额', en: 'Negative balance' },
  'code.DD_FAILED': { zh: '代扣失败', en: 'Failed direct debit' },
  'code.RESERVE': { zh: '保证金（预留金）', en: 'Reserve' },
  'code.HOLD': { zh: '结算款未到', en: 'Settlement held' },
  'code.PCI_FEE': { zh: 'PCI 合规费', en: 'PCI fee' },
  'code.RENTAL': { zh: '机具租金', en: 'Terminal rental' },
  'code.SUBSCRIPTION': { zh: '软件服务费（年费）', en: 'Subscription fee' },
  'code.WARNING': { zh: '请核对', en: 'Please check' },
  'code.STATED': { zh: '平台列出的欠费', en: 'Amount owed, as stated' },
  'code.UNEXPLAINED': { zh: '来历不明的扣款', en: 'Unexplained deduction' },

  'basis.observed': { zh: '平台显示', en: 'Stated by the portal' },
  'basis.derived': { zh: '按流水算出', en: 'Computed from the rows' },
  'basis.predicted': { zh: '预计将扣', en: 'Expected, not due yet' },
  'basis.observed.hint': {
    zh: '平台自己写明的金额。',
    en: 'The portal itself shows this amount.',
  },
  'basis.derived.hint': {
    zh: '根据已读到的每一笔流水计算得出。同一笔欠款可能也在“平台显示”里，两者不相加。',
    en: 'Worked out from the rows that were read. The same debt may also be stated by the portal: the two are not added.',
  },
  'basis.predicted.hint': {
    zh: '还没到期，根据约定或以往的扣费周期推算。',
    en: 'Not due yet; worked out from your terms or from earlier charges.',
  },

  'state.open': { zh: '待付', en: 'Owed now' },
  'state.paid': { zh: '您说已付', en: 'Paid, you say' },
  'state.disputed': { zh: '您有异议', en: 'Disputed by you' },
  'state.taken': { zh: '已被扣', en: 'Already taken' },
  'state.due': { zh: '将到期', en: 'Coming up' },
  'state.claimable': { zh: '可追回', en: 'Owed to you' },

  'arrears.exact': { zh: '{amount}', en: '{amount}' },
  'arrears.at-least': { zh: '至少 {min}', en: 'at least {min}' },
  'arrears.range': { zh: '{min} 至 {max}', en: '{min} to {max}' },
  'arrears.up-to': { zh: '不超过 {max}', en: 'up to {max}' },
  'arrears.unknown': { zh: '金额待确认', en: 'amount not known yet' },
  'arrears.since': { zh: '自 {day} 起', en: 'since {day}' },
  'arrears.due': { zh: '{day} 到期', en: 'due {day}' },
  'arrears.terminal': { zh: '终端 {terminal}', en: 'Terminal {terminal}' },
  'arrears.none': { zh: '已读到的流水里没有欠费。', en: 'Nothing owed in what has been read.' },
} as const satisfies Record<string, Phrase>;
