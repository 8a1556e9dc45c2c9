import type { Phrase } from '../phrase.ts';

export const reportText = {
  'report.offer': { zh: '保存此页用于反馈', en: 'Save this page for a report' },
  'report.offer-hint': {
    zh: '页面没读懂时，可以存一份去掉您信息的样本，交给开发者改进。',
    en: 'Where a page was not understood, a sample of it without your data helps to mend that.',
  },
  'report.taking': { zh: '正在生成样本…', en: 'Making the sample…' },
  'report.title': { zh: '页面样本（用于反馈）', en: 'Page sample for a report' },
  'report.none': {
    zh: '没有样本。在平台页面点扩展图标查一次；页面没读懂时，结果下方会出现“保存此页用于反馈”。',
    en: 'There is no sample. Press the extension’s icon on a portal page; where the page is not understood, “Save this page for a report” appears below the answer.',
  },
  'report.again': { zh: '为最近查过的页面生成样本', en: 'Make a sample of the page checked last' },
  'report.out-of-reach': {
    zh: '够不着这个页面了：它已关闭或已跳转。请回到该页面，点一下扩展图标，再保存。',
    en: 'The page is out of reach: it was closed or has moved on. Go back to it, press the extension’s icon there, then save.',
  },
  'report.full': {
    zh: '样本太大，浏览器存不下。请把每页条数调小，再保存。',
    en: 'The sample is too large to hold. Show fewer rows on the page, then save again.',
  },
  'report.promise': {
    zh: '样本只在您点“下载”后存到本机，不会发送给任何人。要不要交出去，由您决定。',
    en: 'The sample is stored on this computer only when you press “Download”, and is sent to nobody. Whether to give it away is up to you.',
  },
  'report.changed': {
    zh: '已替换：名称、备注里的生词、卡号、账号、电话、商户号、终端号、订单号等全部号码。日期整体移动了几周（写法有歧义时不动）。金额统一乘了同一个整数，合计仍对得上；它们不是真实金额，但有心人可能推算出倍数。',
    en: 'Replaced: names, unknown words in remarks, and every card, account, phone, merchant, terminal and order number. Days are moved by whole weeks (unless they could be read two ways). All amounts are multiplied by one whole number, so that totals agree: they are not your amounts, but somebody determined could guess the factor.',
  },
  'report.left-out': {
    zh: '不包含：脚本、样式、图片、隐藏字段、密码、网址参数、Cookie 和浏览器存储。',
    en: 'Left out: scripts, styles, pictures, hidden fields, passwords, address parameters, cookies and browser storage.',
  },
  'report.from': { zh: '来自 {place}，{when}', en: 'From {place}, {when}' },
  'report.frame': { zh: '页面 {number}（{frame}），{size} KB', en: 'Page {number} ({frame}), {size} KB' },
  'report.cut': { zh: '页面很大，只取了前面一部分。', en: 'The page is large; only its first part was taken.' },
  'report.kept': {
    zh: '原样保留的文字（{count}）：请看一遍，里面不应有您的信息',
    en: 'Words kept as they were ({count}): look through them, nothing of yours should be among them',
  },
  'report.lines': { zh: '样本里的文字，逐行', en: 'What the sample says, line by line' },
  'report.source': { zh: '将要保存的文件全文', en: 'The file to be saved, in full' },
  'report.download': { zh: '下载样本', en: 'Download the sample' },
  'report.forget': { zh: '丢弃', en: 'Discard' },
} as const satisfies Record<string, Phrase>;
