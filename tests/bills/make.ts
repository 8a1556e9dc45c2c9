/**
 * Made bills of the merchant side, to the published headers, encodings, paddings and trailers (domain.md §4.1–4.2), each with the truth
 * that a reader must arrive at. Seeded: the same arguments give the same bytes.
 */
export { toGbk } from './gbk.ts';
export {
  type AlipayMade,
  type AlipayTruth,
  alipayAccount,
  alipayBusiness,
  alipaySummary,
  alipayZip,
} from './make-alipay.ts';
export {
  type FundflowTruth,
  type Made,
  type TradeKind,
  type TradeTruth,
  wechatFundflow,
  wechatTrade,
} from './make-wechat.ts';
export {
  ALIPAY_ACCOUNT_SAMPLE,
  ALIPAY_BUSINESS_SAMPLE,
  WECHAT_FUNDFLOW_SAMPLE,
  WECHAT_TRADE_SAMPLE,
} from './official.ts';
export { makeZip, type ZipMember } from './zip-made.ts';
