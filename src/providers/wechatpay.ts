import type { ControlRule, Field, Format, Provider } from '#records/provider.ts';

const BILL = 'https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-trade.html (2024-11-25)';

/** In a trade bill 交易状态 says what the row is (SUCCESS, REFUND, REVOKED); 交易类型 says how it was paid (JSAPI, NATIVE …). */
const TRADE_COLUMNS: Readonly<Record<string, Field>> = {
  交易时间: 'at',
  商户号: 'account',
  设备号: 'terminal',
  微信订单号: 'order',
  商户订单号: 'ignore',
  交易状态: 'kind',
  交易类型: 'card-type',
  退款状态: 'state',
  退款类型: 'ignore',
  货币种类: 'currency',
  应结订单金额: 'amount',
  退款金额: 'refund-amount',
  手续费: 'fee',
  费率: 'rate',
  费率备注: 'ignore',
  订单金额: 'ignore',
  申请退款金额: 'ignore',
  代金券金额: 'ignore',
  充值券退款金额: 'ignore',
  商品名称: 'ignore',
  商户数据包: 'ignore',
  用户标识: 'counterparty',
  付款银行: 'ignore',
};

const rows = (header: string): ControlRule => ({ what: 'rows', header, compute: { how: 'count' } });
const column = (what: string, header: string, of: string): ControlRule => ({
  what,
  header,
  compute: { how: 'sum', of: 'column', column: of },
});

const SUCCESS_CONTROLS: readonly ControlRule[] = [
  rows('总交易单数'),
  column('amount', '应结订单总金额', '应结订单金额'),
  { what: 'fee', header: '手续费总金额', compute: { how: 'sum', of: 'fee' } },
  column('order-amount', '订单总金额', '订单金额'),
];
const TRADE_CONTROLS: readonly ControlRule[] = [
  ...SUCCESS_CONTROLS,
  column('refund', '退款总金额', '退款金额'),
  column('coupon-refund', '充值券退款总金额', '充值券退款金额'),
  column('refund-asked', '申请退款总金额', '申请退款金额'),
];

const trade = {
  ledger: 'trade',
  kinds: { SUCCESS: 'sale', REFUND: 'refund', REVOKED: 'reversal' },
  identity: ['微信退款单号', '微信订单号'],
  subAccount: '特约商户号',
  alwaysControlled: true,
} as const satisfies Partial<Format>;

/** 微信支付. Bills by the official format pages; the fund bill page of the portal by public code. */
export const wechatpay: Provider = {
  id: 'wechatpay',
  names: { zh: '微信支付', en: 'WeChat Pay' },
  alsoKnownAs: ['财付通', 'Tenpay'],
  domains: ['pay.weixin.qq.com', 'tenpay.com'],
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  formats: [
    {
      ...trade,
      id: 'wechatpay-trade-refund',
      title: { zh: '微信支付 交易账单（退款）', en: 'WeChat Pay transaction bill (refunds)' },
      needs: ['交易时间', '退款申请时间', '退款成功时间', '微信退款单号', '应结订单金额', '退款金额', '手续费'],
      // The row stands in the bill of the day on which the refund was asked for; 交易时间 is the payment's.
      columns: { ...TRADE_COLUMNS, 交易时间: 'ignore', 退款申请时间: 'at', 退款成功时间: 'ignore' },
      controls: TRADE_CONTROLS,
      source: `${BILL}, 29 columns.`,
    },
    {
      ...trade,
      id: 'wechatpay-trade-all',
      title: { zh: '微信支付 交易账单（全部）', en: 'WeChat Pay transaction bill (all)' },
      needs: ['交易时间', '微信订单号', '微信退款单号', '应结订单金额', '退款金额', '手续费'],
      without: ['退款申请时间'],
      columns: TRADE_COLUMNS,
      controls: TRADE_CONTROLS,
      source: `${BILL}, 27 columns.`,
    },
    {
      ...trade,
      id: 'wechatpay-trade-success',
      title: { zh: '微信支付 交易账单（成功）', en: 'WeChat Pay transaction bill (successful)' },
      needs: ['交易时间', '微信订单号', '应结订单金额', '手续费', '费率'],
      without: ['微信退款单号'],
      columns: TRADE_COLUMNS,
      controls: SUCCESS_CONTROLS,
      source: `${BILL}, 20 columns.`,
    },
    {
      ...trade,
      id: 'wechatpay-trade-legacy',
      title: { zh: '微信支付 交易账单（旧版）', en: 'WeChat Pay transaction bill (old form)' },
      needs: ['交易时间', '微信订单号', '总金额', '手续费', '交易状态'],
      without: ['应结订单金额'],
      subAccount: '子商户号',
      columns: {
        ...TRADE_COLUMNS,
        总金额: 'amount',
        代金券或立减优惠金额: 'ignore',
        代金券或立减优惠退款金额: 'ignore',
        企业红包金额: 'ignore',
        企业红包退款金额: 'ignore',
      },
      controls: [
        rows('总交易单数'),
        column('amount', '总交易额', '总金额'),
        column('refund', '总退款金额', '退款金额'),
        { what: 'fee', header: '手续费总金额', compute: { how: 'sum', of: 'fee' } },
      ],
      source: `${BILL}: some merchants still get the earlier 24 columns.`,
    },
    {
      id: 'wechatpay-fundflow',
      title: { zh: '微信支付 资金账单', en: 'WeChat Pay fund flow bill' },
      ledger: 'funds',
      needs: ['记账时间', '资金流水单号', '业务类型', '收支类型', '收支金额', '账户结余'],
      columns: {
        记账时间: 'at',
        微信支付业务单号: 'order',
        资金流水单号: 'reference',
        收支类型: 'direction',
        收支金额: 'amount',
        账户结余: 'balance',
        资金变更提交申请人: 'ignore',
        备注: 'remark',
        业务凭证号: 'original',
      },
      kinds: {
        交易: 'sale',
        扣除交易手续费: 'fee',
        退还交易手续费: 'fee',
        退款: 'refund',
        退款关闭: 'reversal',
        企业付款: 'transfer',
        分账: 'transfer',
        '代金券/立减/折扣': 'adjustment',
      },
      // `退款总金额0.01元;含手续费0.00元`
      feeInRemark: /退款总金额([\d.]+)元[;；,，]含手续费([\d.]+)元/,
      identity: '资金流水单号',
      quoted: 'order',
      // The id is merchant number + yyyyMMdd + 10 digits in the official sample row.
      accountInIdentity: /^(\d{8,10})20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{8,12}$/,
      controls: [
        { what: 'rows', header: '资金流水总笔数', compute: { how: 'count' } },
        { what: 'income-count', header: '收入笔数', compute: { how: 'count', sign: 'in' } },
        { what: 'income', header: '收入金额', compute: { how: 'sum', of: 'net', sign: 'in' } },
        { what: 'expense-count', header: '支出笔数', compute: { how: 'count', sign: 'out' } },
        { what: 'expense', header: '支出金额', compute: { how: 'sum', of: 'net', sign: 'out' } },
      ],
      alwaysControlled: true,
      source:
        'https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-fundflow.html; brackets may be full-width in older files.',
    },
    {
      id: 'wechat-personal',
      title: { zh: '微信支付 个人账单明细', en: 'WeChat Pay personal bill' },
      ledger: 'funds',
      holder: 'buyer',
      needs: ['交易时间', '交易类型', '交易对方', '收/支', '当前状态', '交易单号'],
      columns: {
        交易时间: 'at',
        交易类型: 'kind',
        交易对方: 'counterparty',
        商品: 'ignore',
        '收/支': 'direction',
        金额: 'amount',
        支付方式: 'ignore',
        当前状态: 'state',
        交易单号: 'reference',
        商户单号: 'order',
        备注: 'remark',
      },
      periodFrom: [/起始时间[：:]\s*\[?([\d-]{10}[\d: ]*)\]?[\s,]*终止时间[：:]\s*\[?([\d-]{10}[\d: ]*)/],
      controls: [
        { what: 'rows', pattern: /^共\s*(\d+)\s*笔记录/, compute: { how: 'count' } },
        { what: 'income-count', pattern: /^收入[：:]\s*(\d+)\s*笔/, compute: { how: 'count', sign: 'in' } },
        {
          what: 'income',
          pattern: /^收入[：:].*?笔\s*([\d.,]+)\s*元/,
          compute: { how: 'sum', of: 'amount', sign: 'in' },
        },
        { what: 'expense-count', pattern: /^支出[：:]\s*(\d+)\s*笔/, compute: { how: 'count', sign: 'out' } },
        {
          what: 'expense',
          pattern: /^支出[：:].*?笔\s*([\d.,]+)\s*元/,
          compute: { how: 'sum', of: 'amount', sign: 'out' },
        },
        { what: 'neutral-count', pattern: /^中性交易[：:]\s*(\d+)\s*笔/, compute: { how: 'count', sign: 'neutral' } },
        {
          what: 'neutral',
          pattern: /^中性交易[：:].*?笔\s*([\d.,]+)\s*元/,
          compute: { how: 'sum', of: 'column', column: '金额(元)', sign: 'neutral' },
        },
      ],
      source:
        'The 微信支付账单明细 files of public projects (double-entry-generator, daoru, china-bean-importers, preciouss).',
    },
  ],
  signedOut: ['请使用微信扫码登录', '扫码登录商户平台'],
  merchantLabels: ['商户号', '微信支付商户号', '当前商户'],
  retention: {
    months: {
      value: 3,
      source: {
        zh: `${BILL}：账单接口可查最近三个月`,
        en: `${BILL}: the bill interface goes back three months`,
      },
      dated: '2024-11-25',
      confidence: 'official',
    },
    longestDays: {
      value: 31,
      source: {
        zh: 'yuhuizhaocom/liushui_export，platforms/wechatpay/export.py：资金账单页一次最多导出 31 天',
        en: 'yuhuizhaocom/liushui_export, platforms/wechatpay/export.py: the fund bill page exports 31 days at the most',
      },
      dated: null,
      confidence: 'public-code',
    },
    publishedHour: {
      value: 10,
      source: {
        zh: `${BILL}：次日 9 点到 10 点之间生成`,
        en: `${BILL}: made between 9 and 10 o’clock of the next day`,
      },
      dated: '2024-11-25',
      confidence: 'official',
    },
  },
  kind: 'payment-institution',
  domainsFrom: {
    source: {
      zh: '微信支付自己的文档（pay.weixin.qq.com/docs/merchant）',
      en: 'WeChat Pay’s own documents (pay.weixin.qq.com/docs/merchant)',
    },
    dated: null,
    confidence: 'official',
  },
  portals: [
    {
      address: 'https://pay.weixin.qq.com/index.php/core/info',
      what: { zh: '商户平台', en: 'Merchant platform' },
      source: { zh: '公开代码打开的地址', en: 'An address that public code opens' },
      dated: null,
      confidence: 'public-code',
    },
    {
      address: 'https://pay.weixin.qq.com/index.php/xphp/cfund_bill_nc/funds_bill_nc',
      what: { zh: '资金账单', en: 'Fund bill' },
      source: { zh: '公开代码打开并下载资金账单的页面', en: 'The page from which public code downloads the fund bill' },
      dated: null,
      confidence: 'public-code',
    },
  ],
  serviceLines: [
    {
      number: '95017',
      what: { zh: '客服', en: 'Service' },
      source: {
        zh: '第三方网页（nctoro.com/a160966），未经微信支付证实',
        en: 'A third party’s page (nctoro.com/a160966), not confirmed by WeChat Pay',
      },
      dated: null,
      confidence: 'third-party',
    },
    {
      number: '0755-83765566',
      what: { zh: '商户平台技术', en: 'Merchant platform, technical' },
      source: {
        zh: '第三方网页（nctoro.com/a160966），未经微信支付证实',
        en: 'A third party’s page (nctoro.com/a160966), not confirmed by WeChat Pay',
      },
      dated: null,
      confidence: 'third-party',
    },
  ],
  smsSenders: [],
  notShown: [],
  licence: null,
  support: 'documented-file',
  source:
    'https://pay.weixin.qq.com/docs/merchant/products/bill-download/ and public code that reads the fund bill page.',
};
