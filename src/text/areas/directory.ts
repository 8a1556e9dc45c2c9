import type { Phrase } from '../phrase.ts';

/** The directory of providers in the desk. */
export const directoryText = {
  'directory.title': { zh: '机构名录', en: 'Providers' },
  'directory.what': {
    zh: '查机构的名称、网址、电话或短信号码。每一条都写明出处；没有官方出处的只作线索，以机具背面、官方 App 或签约协议为准。',
    en: 'Find a provider by name, address, phone or SMS number. Each line says where it stands; what is not the provider’s own word is a lead only: what counts is printed on the terminal, in the official app or in your agreement.',
  },
  'directory.find': { zh: '名称、网址或号码', en: 'Name, address or number' },
  'directory.count': { zh: '共 {count} 家', en: '{count} providers' },
  'directory.all': { zh: '全部列出', en: 'Show all' },
  'directory.found': { zh: '找到 {count} 家', en: '{count} found' },
  'directory.none': {
    zh: '名录里没有“{text}”。没有不等于假，也不等于真：请用机具背面或协议上的号码核对。',
    en: 'The directory does not know “{text}”. That makes it neither false nor genuine: compare it with what is printed on the terminal or in your agreement.',
  },
  'directory.look-alike': {
    zh: '当心：名录里没有“{host}”，它与{provider}的网址 {domain} 相似。不要在那里登录或付款，先用官方渠道核对。',
    en: 'Careful: the directory does not know “{host}”, which resembles {domain} of {provider}. Do not sign in or pay there before you have checked it through an official channel.',
  },

  'provider-kind.bank': { zh: '银行', en: 'Bank' },
  'provider-kind.payment-institution': { zh: '支付机构', en: 'Payment institution' },
  'provider-kind.aggregator': { zh: '聚合服务商', en: 'Aggregator' },
  'provider-kind.platform': { zh: '平台', en: 'Platform' },

  'support.documented-page': {
    zh: '网页和账单文件都按公开资料读取',
    en: 'Its page and its bill files are read by published facts',
  },
  'support.documented-file': {
    zh: '账单文件按公开资料读取；网页按表头文字读取',
    en: 'Its bill files are read by published facts; its pages by the words of their titles',
  },
  'support.generic': {
    zh: '网页和文件都按表头文字读取；没有公开资料可依',
    en: 'Pages and files are read by the words of their titles; nothing about them is published',
  },
  'support.app-only': {
    zh: '据我们所知商户只有 App，没有可读的网页；请用导出的账单文件',
    en: 'As far as is known merchants have an app only and no page to read; use its exported bill files',
  },

  'directory.support': { zh: '读取方式', en: 'How it is read' },
  'directory.domains': { zh: '网址', en: 'Domains' },
  'directory.domains-none': { zh: '不知道', en: 'Not known' },
  'directory.portals': { zh: '商户网页', en: 'Pages for merchants' },
  'directory.portals-none': { zh: '没有查到', en: 'None was found' },
  'directory.lines': { zh: '客服电话', en: 'Service line' },
  'directory.lines-none': {
    zh: '没有查到；请看机具背面、官方 App 或签约协议',
    en: 'None was found; see the terminal, the official app or your agreement',
  },
  'directory.sms': { zh: '短信号码', en: 'SMS sender' },
  'directory.not-shown': { zh: '网页不显示', en: 'Not shown on its pages' },
  'directory.licence': { zh: '业务许可', en: 'Licence' },
  'directory.licence-unknown': {
    zh: '没有收录；请在中国人民银行官网核对许可范围',
    en: 'Not recorded here; check its scope on the site of the People’s Bank of China',
  },
  'directory.formats': { zh: '认识的账单', en: 'Bills it knows' },
  'directory.formats-none': { zh: '没有专门的格式', en: 'No format of its own' },
  'directory.keeping': { zh: '保留多久', en: 'How long it keeps records' },
} as const satisfies Record<string, Phrase>;
