import { clock, randomOf, yuan } from './random.ts';

/** A made bill: the file, the table a reader must find in it, and the sums that its rows must give. */
export interface Made<Truth> {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly header: readonly string[];
  /** Cells without what the format pads them with. */
  readonly rows: readonly (readonly string[])[];
  readonly trailerHeader: readonly string[];
  readonly trailer: readonly string[];
  readonly truth: Truth;
}

export interface FundflowTruth {
  readonly rows: number;
  readonly incomeCount: number;
  readonly incomeCents: number;
  readonly expenseCount: number;
  readonly expenseCents: number;
  readonly openingCents: number;
  readonly closingCents: number;
  /** Of the rows: fees taken (扣除交易手续费) and given back (退还交易手续费). */
  readonly feeCents: number;
  readonly feeBackCents: number;
}

const MERCHANT = '1900009231';

const ticked = (cells: readonly string[]) => cells.map((cell) => `\`${cell}`).join(',');
const utf8 = (lines: readonly string[]) => new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);

/** 资金账单 (domain.md §4.1): 11 columns, back-ticks, two trailer lines. `fullWidth`: older files write （元）. */
export function wechatFundflow({
  seed = 1,
  sales = 40,
  fullWidth = false,
}: {
  seed?: number;
  sales?: number;
  fullWidth?: boolean;
} = {}): Made<FundflowTruth> {
  const random = randomOf(seed);
  const unit = fullWidth ? '（元）' : '(元)';
  const header = [
    ...['记账时间', '微信支付业务单号', '资金流水单号', '业务名称', '业务类型', '收支类型'],
    ...[`收支金额${unit}`, `账户结余${unit}`, '资金变更提交申请人', '备注', '业务凭证号'],
  ];
  const openingCents = 50_000;
  let balance = openingCents;
  const rows: string[][] = [];
  const truth = { incomeCount: 0, incomeCents: 0, expenseCount: 0, expenseCents: 0, feeCents: 0, feeBackCents: 0 };
  const add = (name: string, type: string, cents: number, note: string) => {
    balance += cents;
    if (cents >= 0) {
      truth.incomeCount++;
      truth.incomeCents += cents;
    } else {
      truth.expenseCount++;
      truth.expenseCents -= cents;
    }
    rows.push([
      clock('2026-03-01', 30_000 + rows.length * 37),
      `5000${random.digits(24)}`,
      `${MERCHANT}20260301${random.digits(10)}`,
      name,
      type,
      cents >= 0 ? '收入' : '支出',
      yuan(Math.abs(cents)),
      yuan(balance),
      'system',
      note,
      `REF42000000${random.digits(18)}`,
    ]);
  };
  for (let i = 0; i < sales; i++) {
    const cents = random.int(100, 30_000);
    const fee = Math.floor((cents * 6 + 500) / 1000);
    add('交易', '交易', cents, '');
    add('交易', '扣除交易手续费', -fee, '');
    truth.feeCents += fee;
    if (i % 9 === 5) {
      add('退款', '退款', -cents, `退款总金额${yuan(cents)}元;含手续费${yuan(fee)}元`);
      add('退款', '退还交易手续费', fee, '');
      truth.feeBackCents += fee;
    }
  }
  add('充值/提现', '提现', -Math.floor(balance / 2), '自动提现');
  const trailerHeader = ['资金流水总笔数', '收入笔数', '收入金额', '支出笔数', '支出金额'];
  const trailer = [
    `${rows.length}.0`,
    `${truth.incomeCount}.0`,
    yuan(truth.incomeCents),
    `${truth.expenseCount}.0`,
    yuan(truth.expenseCents),
  ];
  return {
    name: `${MERCHANT}All2026-03-01_2026-03-01.csv`,
    bytes: utf8([header.join(','), ...rows.map(ticked), trailerHeader.join(','), ticked(trailer)]),
    header,
    rows,
    trailerHeader,
    trailer,
    truth: { rows: rows.length, openingCents, closingCents: balance, ...truth },
  };
}

export type TradeKind = 'ALL' | 'SUCCESS' | 'REFUND' | 'LEGACY';

export interface TradeTruth {
  readonly rows: number;
  readonly sales: number;
  readonly refunds: number;
  /** 应结订单金额, 退款金额, 充值券退款金额, 订单金额, 申请退款金额, in cents; 手续费 in 1e-5 元. */
  readonly settleCents: number;
  readonly refundCents: number;
  readonly couponRefundCents: number;
  readonly orderCents: number;
  readonly refundAskedCents: number;
  readonly feeUnits: number;
}

const SHARED = ['交易时间', '公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号', '用户标识'];
const STATE = ['交易类型', '交易状态', '付款银行', '货币种类'];
const BACK = ['微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型', '退款状态'];
const GOODS = ['商品名称', '商户数据包', '手续费', '费率'];

const TRADE_HEADERS: Readonly<Record<TradeKind, readonly string[]>> = {
  ALL: [...SHARED, ...STATE, '应结订单金额', '代金券金额', ...BACK, ...GOODS, '订单金额', '申请退款金额', '费率备注'],
  SUCCESS: [...SHARED, ...STATE, '应结订单金额', '代金券金额', ...GOODS, '订单金额', '费率备注'],
  REFUND: [
    ...[...SHARED, ...STATE, '应结订单金额', '代金券金额', '退款申请时间', '退款成功时间'],
    ...[...BACK, ...GOODS, '订单金额', '申请退款金额', '费率备注'],
  ],
  LEGACY: [
    ...[...SHARED, ...STATE, '总金额', '代金券或立减优惠金额', '微信退款单号', '商户退款单号', '退款金额'],
    ...['代金券或立减优惠退款金额', '退款类型', '退款状态', ...GOODS],
  ].map((title) => (title === '特约商户号' ? '子商户号' : title)),
};

const TRADE_TRAILERS: Readonly<Record<TradeKind, readonly string[]>> = {
  ALL: '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'.split(','),
  SUCCESS: '总交易单数,应结订单总金额,手续费总金额,订单总金额'.split(','),
  REFUND: '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'.split(','),
  LEGACY: '总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额'.split(','),
};

/** 1234567 → `12.34567`: WeChat prints fees to five decimals. */
const fiveDecimals = (units: number) => {
  const digits = String(Math.abs(units)).padStart(6, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -5)}.${digits.slice(-5)}`;
};

/** 交易账单 (domain.md §4.1) in its four shapes: sales only, refunds only, or both; the legacy one has 24 columns. */
export function wechatTrade(kind: TradeKind, { seed = 1, count = 30 } = {}): Made<TradeTruth> {
  const random = randomOf(seed);
  const header = TRADE_HEADERS[kind];
  const rows: string[][] = [];
  const sums = {
    settleCents: 0,
    refundCents: 0,
    couponRefundCents: 0,
    orderCents: 0,
    refundAskedCents: 0,
    feeUnits: 0,
  };
  let refunds = 0;
  for (let i = 0; i < count; i++) {
    const back = kind === 'REFUND' || (kind !== 'SUCCESS' && i % 5 === 4);
    const cents = random.int(1, 90_000);
    const fee = (back ? -1 : 1) * cents * 6;
    if (back) refunds++;
    const order = back ? 0 : cents;
    sums.settleCents += order;
    sums.orderCents += order;
    sums.refundCents += back ? cents : 0;
    sums.refundAskedCents += back ? cents : 0;
    sums.feeUnits += fee;
    const cell: Readonly<Record<string, string>> = {
      交易时间: clock('2026-03-01', 36_000 + i * 61),
      公众账号ID: 'wxfdc955f7104ad557',
      商户号: MERCHANT,
      特约商户号: '0',
      子商户号: '0',
      微信订单号: `42000024${random.digits(20)}`,
      商户订单号: `T${random.digits(16)}`,
      用户标识: `oZWaC${random.digits(8)}`,
      交易类型: random.pick(['JSAPI', 'NATIVE', 'MICROPAY']),
      交易状态: back ? 'REFUND' : 'SUCCESS',
      付款银行: random.pick(['OTHERS', 'CMB_CREDIT', 'ICBC_DEBIT']),
      货币种类: 'CNY',
      应结订单金额: yuan(order),
      总金额: yuan(order),
      代金券金额: '0.00',
      代金券或立减优惠金额: '0.00',
      退款申请时间: clock('2026-03-01', 40_000 + i * 61),
      退款成功时间: clock('2026-03-01', 40_060 + i * 61),
      微信退款单号: back ? `50302${random.digits(23)}` : '0',
      商户退款单号: back ? `R${random.digits(12)}` : '0',
      退款金额: yuan(back ? cents : 0),
      充值券退款金额: '0.00',
      代金券或立减优惠退款金额: '0.00',
      退款类型: back ? 'ORIGINAL' : '',
      退款状态: back ? 'SUCCESS' : '',
      商品名称: random.pick(['门店水果', '沪上鲜果店，订单', '礼盒"春"']),
      手续费: fiveDecimals(fee),
      费率: '0.60%',
      订单金额: yuan(order),
      申请退款金额: yuan(back ? cents : 0),
    };
    rows.push(header.map((title) => cell[title] ?? ''));
  }
  const trailerHeader = TRADE_TRAILERS[kind];
  const total: Readonly<Record<string, string>> = {
    总交易单数: String(count),
    应结订单总金额: yuan(sums.settleCents),
    总交易额: yuan(sums.settleCents),
    退款总金额: yuan(sums.refundCents),
    总退款金额: yuan(sums.refundCents),
    充值券退款总金额: '0.00',
    总代金券或立减优惠退款金额: '0.00',
    手续费总金额: fiveDecimals(sums.feeUnits),
    订单总金额: yuan(sums.orderCents),
    申请退款总金额: yuan(sums.refundAskedCents),
  };
  const trailer = trailerHeader.map((title) => total[title] ?? '');
  return {
    name: `${MERCHANT}${kind}2026-03-01.csv`,
    bytes: utf8([header.join(','), ...rows.map(ticked), trailerHeader.join(','), ticked(trailer)]),
    header,
    rows,
    trailerHeader,
    trailer,
    truth: { rows: count, sales: count - refunds, refunds, ...sums },
  };
}
