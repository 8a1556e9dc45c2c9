import type { Phrase } from '../phrase.ts';

/**
 * What reminders say, and the badge's tooltip. `name` is what the merchant calls the account, `amount` a figure with its currency and,
 * where it is not exact, with its bounds (`≥36.00 CNY`).
 */
export const remindersText = {
  'reminder.title': { zh: '欠费雷达', en: 'Arrears Radar' },
  'reminder.charge.week': {
    zh: '{name}：预计 {due} 扣费 {amount}（还有 {days} 天）。',
    en: '{name}: {amount} is expected to be charged on {due} (in {days} days).',
  },
  'reminder.charge.day': {
    zh: '{name}：预计明天（{due}）扣费 {amount}，请留足余额。',
    en: '{name}: {amount} is expected to be charged tomorrow ({due}). Keep enough in the account.',
  },
  'reminder.charge.today': {
    zh: '{name}：预计今天（{due}）扣费 {amount}。',
    en: '{name}: {amount} is expected to be charged today ({due}).',
  },
  'reminder.charge.passed': {
    zh: '{name}：原预计 {due} 的扣费 {amount} 还没看到，请再查一次。',
    en: '{name}: the {amount} expected on {due} has not been seen. Check again.',
  },
  'reminder.due.week': {
    zh: '{name}：{amount} 将于 {due} 到期（还有 {days} 天）。',
    en: '{name}: {amount} falls due on {due} (in {days} days).',
  },
  'reminder.due.day': {
    zh: '{name}：{amount} 明天（{due}）到期。',
    en: '{name}: {amount} falls due tomorrow ({due}).',
  },
  'reminder.due.today': {
    zh: '{name}：{amount} 今天（{due}）到期。',
    en: '{name}: {amount} falls due today ({due}).',
  },
  'reminder.due.overdue': {
    zh: '{name}：{amount} 已逾期 {days} 天（{due} 到期）。',
    en: '{name}: {amount} is {days} day(s) overdue (it was due on {due}).',
  },
  'reminder.new': {
    zh: '{name}：发现欠费 {amount}，点开看原因和该怎么办。',
    en: '{name}: {amount} is owed. Open to see why and what to do.',
  },
  'reminder.stale': {
    zh: '{name}：已有 {days} 天没有查询，请打开平台再查一次。',
    en: '{name}: not checked for {days} days. Open the portal and check again.',
  },
  'badge.never': { zh: '欠费雷达：还没有查过', en: 'Arrears Radar: nothing checked yet' },
  'badge.calm': { zh: '欠费雷达：没有待付的欠费', en: 'Arrears Radar: nothing owed' },
  'badge.owed': { zh: '欠费雷达：有 {count} 项待付，{amount}', en: 'Arrears Radar: {count} item(s) owed, {amount}' },
  'badge.stale': {
    zh: '欠费雷达：有账户已 {days} 天没有查询',
    en: 'Arrears Radar: an account has not been checked for {days} days',
  },
  'badge.failed': { zh: '欠费雷达：上次查询没有成功', en: 'Arrears Radar: the last check did not succeed' },
  'badge.part': {
    zh: '欠费雷达：上次没有读全，还不能说没有欠费',
    en: 'Arrears Radar: the last reading was not whole, so “nothing owed” is not proved',
  },
} as const satisfies Record<string, Phrase>;
