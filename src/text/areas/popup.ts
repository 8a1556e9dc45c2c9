import type { Phrase } from '../phrase.ts';

export const popupText = {
  'popup.check': { zh: '查欠费', en: 'Check arrears' },
  'popup.check-hint': { zh: '读取当前标签页', en: 'Reads the tab in front of you' },
  'popup.desk': { zh: '打开账本', en: 'Open desk' },
  'popup.accounts': { zh: '各账户', en: 'Accounts' },
  'popup.kept': {
    zh: '这次没查成。以下是 {when} 读到的，可能已经变了。',
    en: 'This check gave nothing new. Below is what was read on {when}; it may have changed.',
  },
  'popup.no-answer': {
    zh: '扩展没有回应，什么都没有读。请再点一次；还不行就刷新页面后重试。',
    en: 'The extension did not answer and nothing was read. Press again; if that fails, reload the page first.',
  },
  'popup.no-tab': {
    zh: '没有找到可以读的标签页。请先打开平台的页面。',
    en: 'There is no tab to read. Open the portal’s page first.',
  },
  'popup.first.title': { zh: '点一下，看清欠多少、为什么', en: 'One click: what you owe, and why' },
  'popup.first.step-1': {
    zh: '登录收单平台（银联商务、微信支付、支付宝或其他），打开交易明细或账单页面。',
    en: 'Sign in to your payment portal (ChinaUMS, WeChat Pay, Alipay or any other) and open its transactions or bills.',
  },
  'popup.first.step-2': {
    zh: '点上面的“查欠费”，会逐页读完表格，随时可以停。',
    en: 'Press “Check arrears” above. It reads the table page by page; stop it at any time.',
  },
  'popup.first.step-3': {
    zh: '也可以打开账本，把下载的账单文件拖进去。',
    en: 'Or open the desk and drop in bill files that you downloaded.',
  },
  'popup.privacy': {
    zh: '所有数据只保存在这个浏览器里，不会发到任何地方。',
    en: 'Everything stays in this browser. Nothing is sent anywhere.',
  },
} as const satisfies Record<string, Phrase>;
