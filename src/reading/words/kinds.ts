import type { Kind, State } from '#records/entry.ts';
import { unaccented } from './elsewhere.ts';
import { DONE_ELSEWHERE, FAILED_ELSEWHERE, KINDS_ELSEWHERE, PENDING_ELSEWHERE } from './kinds-elsewhere.ts';
import { plain, remembered, withoutBrackets } from './plain.ts';

/** What a row's words say: its kind, and the direction of money that the words alone decide (null: the figures decide). */
export interface KindWord {
  readonly kind: Kind;
  readonly sign: 1 | -1 | null;
}

type Rule = readonly [RegExp, Kind, 1 | -1 | null];

/** First match wins: what gives back stands before what takes, and the special before the general. */
const RULES: readonly Rule[] = [
  // `退单手续费` is charged for a chargeback; it is no fee that comes back.
  [/(?:拒付|退单)(?:处理)?(?:手续费|处理费|服务费|罚金|罚款)(?!.{0,2}[退返冲])/, 'fee', -1],
  [
    /(?:退还|返还|退回|退).{0,4}(?:手续费|服务费|佣金)|(?:退还|返还|退回).{0,4}(?:流量卡?费|通[讯信]费|激活费|管理费|租金)|(?:手续费|服务费|佣金|流量卡?费|通[讯信]费|激活费|秒到费|短信费|管理费|租金).{0,2}(?:退还|返还|退回|退款|冲正|冲回|撤销)|^退费$|feerefund/,
    'fee',
    1,
  ],
  [
    /(?:退还?|返还|解冻|释放).{0,3}(?:押金|保证金)|(?:押金|保证金).{0,3}(?:退还|返还|解冻|释放|退款|退回)|collateralrelease|reserverelease|releaseof(?:thereserve|reserve|collateral)/,
    'release',
    1,
  ],
  [/reserve.{0,10}(?:held|hold|with?held|withh)|(?:held|withheld|withholding).{0,20}reserve/, 'hold', -1],
  [/押金|保证金|预留金|准备金|deposithold|collateral|reserve/, 'deposit', -1],
  [/(?:退货|退款).{0,2}(?:撤销|冲正|关闭|失败|退回)|撤销退|refundreversal|refund_?-?fail|^退票/, 'reversal', 1],
  [/(?:chargeback|dispute)(?:fee|charge)/, 'fee', -1],
  [/(?:chargeback|dispute)[-_]?(?:revers|won|returned|refund)|拒付(?:退回|返还)/, 'chargeback', 1],
  [/拒付|退单|调单扣款|chargeback|dispute/, 'chargeback', -1],
  [/预授权完成.{0,2}(?:撤销|冲正)/, 'reversal', -1],
  [/^预授权(?:撤销|冲正|完成撤销)?$/, 'unknown', null],
  [/撤销|冲正|冲销|撤单|作废|reversal|reversed|revoked|^void|cancellation/, 'reversal', null],
  [
    /退货|退款|转入退款|返金|refund|^returns?$|^merchandisereturn|salereturn|r(?:ü|ue)ckerstattung|erstattung|remboursement|reembolso|devoluci[oó]n/,
    'refund',
    -1,
  ],
  [/解冻|解押|解付|unfreeze|^release|holdrelease|release(?:of|d)?hold/, 'release', 1],
  [/冻结|止付|freeze|^hold/, 'hold', -1],
  [/缴费$|缴纳|补缴|交费|(?<!cof)fees?payment|paymentof(?:\w+)?fees?$/, 'fee-payment', -1],
  // What a customer of the merchant subscribed to.
  [/^subscription(?:creation|update|cycle|renewal|payment)/, 'sale', null],
  [
    /手续费|服务费|流量费|流量卡费|通讯费|sim卡?费|年费|月费|会员费|管理费|租金|月租|短信费|休眠费|激活费|佣金|收费|扣费|技术费|维护费|工本费|(?<![消话水电学运小经])费用?$|垫资费|秒到费|^费用|^fees?$|stripe_fee|network_cost|commission|(?<!cof)fees?$|charges?for|(?<=.)charges$|^mdr|bankcharge|servicecharge|rental|(?:terminal|equipment|pos)lease|^pci|^subscription|手数料|^gebühr|^frais|^comisi[oó]n/,
    'fee',
    -1,
  ],
  [/调账|调整|差错|补款|补扣|追偿|adjust|correction/, 'adjustment', null],
  [/企业付款|付款到零钱|分账|分润|转账|红包|赞赏|转存|transfer|亲友代付/, 'transfer', null],
  [
    /提现|取现|提款|划款|结算|出款|代付|银联入账|清算入账|拨款|入金|振込|payout|settlement|withdraw|^auszahlung|^virement/,
    'settlement',
    null,
  ],
  [/充值|top-?up/, 'top-up', 1],
  [
    /期初余额|期末余额|承前|余额结转|^余额$|openingbalance|closingbalance|broughtforward|carriedforward/,
    'balance',
    null,
  ],
  [
    /预授权完成|消费|二维码收款|收款|收单|扫码|刷卡|刷脸|付款码|主扫|被扫|条码|(?:在线|网络|快捷|网关|手机|移动|线上|线下|网银)支付|交易付款|(?<![a-z])pos(?![a-z])|^交易|^支付|^付款|^进账|即时到账|分期|销售|售货|一般交易|授权交易|^授权成功|売上|sales?$|^sale|cardsale|purchase|^verkauf|^vente|^venta|payment|charge|capture|^settled|jsapi|native|micropay|mweb|facepay/,
    'sale',
    null,
  ],
  [/^(?:微信|支付宝|云闪付|银联二维码|银联扫码|数字人民币|数币)(?:支付)?$/, 'sale', null],
  [/^success$|^app$|^支付成功$|^普通交易$|代收/, 'sale', null],
];

/** The kind that one cell's words name, by the field's words; null if none is known. */
export const kindOfWords: (words: string) => KindWord | null = remembered((words) => {
  const text = plain(words);
  const first = text === '' ? undefined : RULES.find(([pattern]) => pattern.test(text));
  const folded = text === '' || first ? '' : unaccented(text);
  const rule = first ?? (folded === '' ? undefined : KINDS_ELSEWHERE.find(([pattern]) => pattern.test(folded)));
  if (rule) return { kind: rule[1], sign: rule[2] };
  // `Authorisation fees (212 × €0.03)`: what stands in brackets counts, and names nothing.
  const bare = withoutBrackets(text);
  return bare === text ? null : kindOfWords(bare);
});

/** `in` for money that comes to the merchant, `out` for money that leaves, from a direction cell; `neutral` for what moves neither. */
export const directionOf: (cell: string) => 'in' | 'out' | 'neutral' | null = remembered((cell) => {
  const text = plain(cell);
  if (
    /^(?:收入?|增加?|进账|入账|来账|贷方?(?:\(?cr\)?)?|k|inflow|存入?|转入|收款|in|income|moneyin|incoming|deposits?|credit|cr\.?|c|h|haben|bij|avere|abono|haber|credito?|入金|입금|приход|uznanie|\+)$/.test(
      text,
    )
  )
    return 'in';
  if (
    /^(?:支出?|减少?|出账|往账|借方?(?:\(?dr\)?)?|支取|转出|付款|out|expense|moneyout|outgoing|withdrawals?|outflow|debit|dr\.?|d|s|soll|af|dare|cargo|debe|debito|出金|출금|расход|obciazenie|-|付)$/.test(
      text,
    )
  )
    return 'out';
  if (/^(?:不计收支|中性交易|其他|\/|中性|memo)$/.test(text)) return 'neutral';
  return null;
});

const FAILED =
  /失败|关闭|取消|无效|未支付|未付款|不成功|未成功|拒绝|作废|fail|closed|cancel|declin|expired|^n$|error|reject|void|unsuccessful|incomplete|unpaid|timed?-?out|abandoned|denied|超时/;
const PENDING =
  /处理中|待|未结算|未清算|未到账|排队|进行中|审核|受理|在途|pending|processing|^change$|^未(?!知)|in_?transit|paying|unsettled|中$|inprogress|uncaptured|^authori[sz]ed$|queued|on-?hold|scheduled|needsresponse|underreview/;
const DONE =
  /成功|已|完成|(?:全额|部分|转入)退款|有效|正常|到账|succe|approved|accepted|captured|settled|complete|paid|posted|refund|revoked|available|deposited|等待确认收货|等待.*发货|交易结束|^y$|finished/;

/** How a row came out, by its state cell. `coded`: the column holds response codes or flags, where 00 (or 1, 是) means done. */
export const stateOfWords = (words: string, coded: boolean): State => (coded ? codedState(words) : wordedState(words));

const codedState = remembered((words) => stateOf(plain(words), true));
const wordedState = remembered((words) => stateOf(plain(words), false));

function stateOf(text: string, coded: boolean): State {
  if (coded) {
    if (/^(?:0{2,6}|1|是|y|true)$/.test(text)) return 'done';
    if (/^(?:0|否|n|false)$/.test(text)) return 'pending';
    if (/^[0-9a-z]{2,6}$/.test(text) && !/^[a-z]{3,}$/.test(text)) return 'failed';
  }
  if (FAILED.test(text)) return 'failed';
  if (/等待(?:确认收货|.*发货)/.test(text)) return 'done';
  if (PENDING.test(text)) return 'pending';
  if (DONE.test(text)) return 'done';
  const folded = unaccented(text);
  if (FAILED_ELSEWHERE.test(folded)) return 'failed';
  if (PENDING_ELSEWHERE.test(folded)) return 'pending';
  return DONE_ELSEWHERE.test(folded) ? 'done' : 'unknown';
}

/** How a row came out, by a remark in a list that has no column for it; null where the remark does not say, or tells of a later success. */
export const remarkedState: (words: string) => State | null = remembered((words) => {
  const text = plain(words);
  if (/成功|已(?:扣|补|完成|恢复)/.test(text.replaceAll('未成功', ''))) return null;
  if (/(?:扣款|代扣|扣费|扣收|交易|支付|划款|出款|提现|转账)(?:失败|未成功)/.test(text)) return 'failed';
  return /(?:扣款|代扣|扣费|扣收|交易|支付|划款|出款|提现|转账)(?:处理中|未完成)/.test(text) ? 'pending' : null;
});

const QR =
  /扫码|二维码|微信|支付宝|云闪付|条码|聚合|付款码|主扫|被扫|jsapi|native|micropay|花呗|wechat|weixin|alipay|qr/;
const FOREIGN = /外卡|境外|国际|visa|master|amex|jcb|diners|foreign/;
const CREDIT = /贷记|信用|^贷$|credit/;
const DEBIT = /借记|储蓄|^借$|debit/;

/** What the tariff depends on, from the card and payment words of a row: QR first, because a QR payment with a debit card is charged as QR. */
export const cardOf: (words: string) => 'debit' | 'credit' | 'qr' | 'foreign' | null = remembered((words) => {
  const text = plain(words);
  if (text === '') return null;
  if (QR.test(text)) return 'qr';
  if (FOREIGN.test(text)) return 'foreign';
  if (CREDIT.test(text)) return 'credit';
  return DEBIT.test(text) ? 'debit' : null;
});
