import type { Field } from '#records/provider.ts';

type Rule = readonly [Field, number, RegExp];

const is = (words: string): RegExp => new RegExp(`^(?:${words})$`);

/** Asked first, with the brackets still there: what stands in them decides. */
export const BRACKETED: readonly Rule[] = [
  ['income', 105, /^记账金额\(收入\)$/],
  ['expense', 105, /^记账金额\(支出\)$/],
  ['income', 100, /^(?:交易)?金额\(?收入\)?$|^贷方发生额.*$|^grosscredit\b/],
  ['expense', 100, /^(?:交易)?金额\(?支出\)?$|^借方发生额.*$|^grossdebit\b/],
  ['net-income', 100, /^netcredit\b/],
  ['net-expense', 100, /^netdebit\b/],
  ['net', 90, /^应收款项\(净额\)$/],
];

/**
 * The words of the field (domain.md §4.1–4.11) and of English bills, on headers without brackets.
 * A header may stand in several rules; which one holds is decided over the whole table.
 */
export const RULES: readonly Rule[] = [
  ['day', 100, is('交易日期|交易日|日期|date|transactiondate|发生日期|业务日期')],
  [
    'day',
    104,
    is('chargebackdate|disputedate|disputedon|disputeopened|openedon|opened|dateopened|调单日期|拒付日期|退单日期'),
  ],
  ['day', 95, is('系统交易日期|记账日期|记账日|账务日期|入账日')],
  ['day', 95, is('postingdate|bookingdate')],
  ['day', 60, is('入账日期|支付日期|创建日期|付款日期|valuedate|posted|posteddate|postdate|bookeddate')],
  [
    'day',
    90,
    is(
      'trans\\.?date|tra?ns?date|txndate|processedon|processingdate|processeddate|createdat|createdon|createddate|saledate|取引日|取引日付|datum|buchungsdatum|fecha',
    ),
  ],
  ['time', 60, is('交易时间|系统交易时间|时间|time|记账时间|交易发生时间')],
  ['at', 103, is('退款时间|退款申请时间')],
  ['at', 100, is('交易时间|交易日期时间|datetime|date/time|date&time|transactiontime|transactiondatetime')],
  ['at', 90, is('取引日时|txntime|timestamp')],
  ['at', 98, is('记账时间|发生时间|付款完成时间|交易完成时间|入账时间|收款时间')],
  ['at', 95, is('消费时间|支付时间|系统交易时间|付款时间|完成时间|交易发生时间|时间|created|createdutc|time')],
  ['at', 80, is('创建时间|交易创建时间|下单时间')],
  ['at', 50, is('退款成功时间|退款完成时间|申请时间|扣费时间|扣款时间|日期|交易日期|date')],
  ['settle-day', 100, is('清算日期|结算日期|清分日期|划账日期|划款日期|到账日期|settlementdate|settledate|清算日')],
  [
    'settle-day',
    90,
    is(
      '清算时间|结算时间|到账时间|划款时间|拨款日期?|打款时间|打款日期|出款时间|出款日期|预计拨款日期?|入金日|availableon|payoutdate|settledon|depositdate|depositedon',
    ),
  ],
  ['settle-day', 50, is('入账日期')],
  ['day', 40, is('结算周期|账单周期|账单日期|对账日期')],
  ['amount', 102, is('商户交易金额')],
  ['amount', 100, is('交易金额|金额|发生额|交易额|发生金额|transactionamount|gross|grossamount')],
  ['amount', 98, is('应结订单金额|收支金额|变动金额|amount')],
  [
    'amount',
    94,
    is(
      'transactionamt|grossamt|gross(?:transaction)?value|grosssales|sales?amount|sales?amt|amt|paymentamount|chargeamount|取引金額|取引金额|売上金額|売上金额|betrag|bruttobetrag|brutto|montant|importe',
    ),
  ],
  ['amount', 96, is('收款金额|支付金额|付款金额|消费金额|扣费金额|扣款金额|提现金额|交易金额元')],
  ['amount', 95, is('交易本金|付款总金额|本金')],
  ['amount', 92, is('总金额|交易总金额|交易总额|total')],
  // A count of sales as often as their sum.
  ['amount', 60, is('sales')],
  ['amount', 90, is('订单金额|订单总金额|记账金额')],
  ['amount', 75, is('收单交易金额|商家实收')],
  ['amount', 50, is('实际支付金额|实收金额')],
  ['amount', 30, is('清算金额|商家实收金额|原始金额')],
  ['amount', 40, is('subtotal')],
  ['fee', 102, is('商户手续费|商户手续费金额')],
  ['fee', 100, is('手续费|交易手续费|手续费金额|交易手续费金额|结算手续费')],
  ['fee', 90, is('服务费|fee|fees|commission|手续费用|手续费总额|merchantfee')],
  [
    'fee',
    88,
    is(
      'merchantservicecharge|servicecharge|msc|mdr|mdramount|feeamount|feeamt|totalfees?|processingfees?|discountfee|merchantdiscount|transactionfees?|servicefees?|charges|手数料|決済手数料|决済手数料|gebühr(?:en)?|frais|comisi[oó]n',
    ),
  ],
  ['fee', 60, is('charge')],
  ['fee', 85, is('清算手续费|平台服务费|技术服务费|交易服务费|费用|扣率手续费')],
  ['fee', 75, is('收单手续费')],
  ['net', 102, is('商户清算金额|商户结算金额|结算总金额')],
  ['net', 100, is('结算金额|清算金额|到账金额|入账金额|应结金额|应结算金额|实收净额|清算净额|净收金额|净清算金额')],
  [
    'net',
    100,
    is('交易结算资金|清分金额|划款金额|结算净额|净额|到账净额|实际结算金额|实际到账金额|net|netamount|nettotal'),
  ],
  [
    'net',
    95,
    is(
      '拨款金额|实拨金额|商户到账金额|商户实收|settlementamount|settlementamt|settledamount|netsettlement|netsettlementamount|netsettled|netamt|netvalue|netpayout|payout|netproceeds|netsales\\(afterfees\\)|youreceive|amountreceived|payoutamount|depositamount|netdeposits?|amountsettled|netpayable|入金額|入金额|振込金額|振込金额|netto|nettobetrag|montantnet|neto',
    ),
  ],
  ['net', 60, is('实际到账|实收金额')],
  ['net', 28, is('商家实收金额|商家实收|应收金额')],
  [
    'balance',
    100,
    is(
      '余额|账户余额|账户结余|结余|本次余额|交易后余额|当前余额|账面余额|balance|accountbalance|currentbalance|runningbalance|ledgerbalance|closingbalance|balanceafter|商户余额|总余额',
    ),
  ],
  ['balance', 100, is('(?:变动|交易|操作)后余额|变动后金额|本期余额')],
  ['ignore', 101, /^(?:变动|交易|操作)前(?:余额|金额)$/],
  ['balance', 90, is('可用余额|可用金额|可提现余额|可提现金额|availablebalance')],
  ['net', 30, is('结余金额')],
  ['balance', 25, is('结余金额')],
  [
    'income',
    100,
    is(
      '收入金额|收入|贷|贷方|贷方发生额|贷方金额|转入金额|存入金额|存入|存款|贷记金额|进账金额|来账金额|credit|credits|creditamt|creditamount|moneyin|paidin|deposits?|inflow',
    ),
  ],
  [
    'expense',
    100,
    is(
      '支出金额|支出|借|借方|借方发生额|借方金额|转出金额|支取金额|支取|提取|提取金额|取款|提款|借记金额|出账金额|往账金额|debit|debits|debitamt|debitamount|moneyout|paidout|withdrawals?|outflow',
    ),
  ],
  [
    'direction',
    100,
    is(
      'd/k|s/h|soll/haben|af/bij|bij/af|dare/avere|debe/haber|cargo/abono|bevétel/kiadás|收支类型|收/支|收支|资金流向|借贷标志|借贷方向|借/贷|借贷|收支方向|资金方向|出入账|收付标志|收付|增减|增/减|变动方向|balanceimpact|dr/cr|cr/dr|drcr|crdr|dc|d/c|c/d|debit/credit|credit/debit|in/out|direction',
    ),
  ],
  ['rate', 100, is('费率|费率%|手续费率|结算手续费率|扣率|签约费率|商户费率|交易费率|手续费费率|rate|feerate')],
  ['kind', 100, is('交易类型|transactiontype')],
  [
    'kind',
    95,
    is(
      '业务类型|记账类型|账务类型|journaltype|reportingcategory|交易名称|功能名称|业务功能|业务种类|资金类型|流水类型',
    ),
  ],
  [
    'kind',
    90,
    is(
      'trans\\.?type|tra?ns?type|txntype|transactioncategory|entrytype|eventtype|transactionkind|取引種別|取引种别|取引区分|種別|种别|art|vorgang|tipo|paymenttype|消费类型',
    ),
  ],
  [
    'kind',
    90,
    is(
      '扣款项目|扣费项目|变动类型|变动原因|feetype|feename|feedescription|chargetype|chargedescription|movement|movementtype|operation|operationtype',
    ),
  ],
  ['kind', 90, is('交易类别|交易种类|类型|type|费用类型|费用名称|收费项目|扣费类型|扣款类型')],
  ['kind', 75, is('业务名称')],
  ['kind', 70, is('交易分类|费用项目|项目|category')],
  [
    'kind',
    65,
    is(
      '摘要|用途|交易摘要|交易描述|摘要说明|事由|款项|款项类型|description|details|narrative|narration|particulars|transaction|transactiondetails|paymenttypeanddetails|业务|activity|event',
    ),
  ],
  ['kind', 40, is('交易代码|业务码|交易码')],
  ['state', 100, is('交易状态|transactionstatus')],
  ['state', 95, is('支付状态|当前状态|订单状态')],
  ['state', 90, is('状态|status|扣款状态|扣费状态|缴费状态')],
  ['state', 85, is('扣款结果|扣费结果|交易结果|支付结果|处理结果|结果|result|outcome|提现状态|充值状态|拨款状态')],
  ['state', 70, is('退款状态')],
  ['state', 60, is('结算状态|划款状态|清算状态|到账状态|资金状态')],
  ['state', 50, is('是否已结算|是否结算')],
  ['state', 40, is('应答码|响应码')],
  [
    'remark',
    100,
    is('备注|交易备注|附言|付款附言|备注说明|商户备注|订单备注|说明|备考|note|notes|memo|remark|remarks'),
  ],
  [
    'remark',
    60,
    is('业务描述|交易详情|交易说明|扣费说明|费用说明|description|details|narrative|narration|particulars'),
  ],
  [
    'account',
    100,
    is('商户号|商户编号|商户编码|商户代码|商户id|merchantid|merchantno|merchantnumber|mid|merno|mer_no'),
  ],
  ['account', 95, is('交易商户编号|商户账号|merchantaccount|cusid')],
  ['account', 50, is('特约商户号|子商户号|客户代码')],
  [
    'own-account',
    60,
    is(
      '账户号|账户号码|本方账号|本方账户|本方卡号|自己账号|accountnumber|accountno|account|ownaccount|iban|iban/bban|auftragskonto|auftraggeberkonto|ibanauftragskonto|ibanauftraggeberkonto|rekeningnummer|rekening',
    ),
  ],
  ['account-name', 100, is('商户名称|商户名|商户简称|交易商户名称|merchantname')],
  [
    'terminal',
    100,
    is('终端号|终端编号|终端编码|终端id|pos终端号|pos终端编号|tid|terminal|terminalid|term_no|posid|pos号'),
  ],
  ['terminal', 90, is('terminalno|terminalnumber|端末番号')],
  ['terminal', 70, is('终端序列号|机具编号|机身号|机具号|pos机号')],
  ['terminal', 60, is('设备号|设备编号|sn|终端sn')],
  ['reference', 100, is('账务流水号|资金流水单号|拉卡拉流水号|balancetransactionid')],
  ['reference', 99, is('退款订单号')],
  [
    'reference',
    98,
    is(
      '微信订单号|支付宝交易号|交易单号|交易订单号|支付集订单号|支付单号|平台订单号|交易号|transactionid|pspreference',
    ),
  ],
  ['reference', 85, is('交易流水号|系统流水号|银联交易流水号|银联交易流水|交易流水|记录编号')],
  [
    'reference',
    80,
    is(
      'reference|referenceno|referencenumber|ref|refno|transactionno|transactionref(?:erence)?|paymentid|txnid|取引番号|取引id',
    ),
  ],
  ['reference', 70, is('交易键值|清算主键|id')],
  ['reference', 50, is('渠道订单号|业务流水号|编号|网关流水号')],
  [
    'order',
    100,
    is(
      '商户订单号|商户单号|商家订单号|outtradeno|merchantreference|ordernumber|orderid|orderno|ordernr|orderref|orderreference',
    ),
  ],
  ['order', 90, is('订单号|微信支付业务单号|业务单号|订单编号')],
  ['order', 40, is('order|order#|订单')],
  ['order', 60, is('第三方订单号|外部流水号|外部订单号|支付订单号|渠道订单号|业务流水号|支付集订单号')],
  ['rrn', 100, is('参考号|检索参考号|系统参考号|银联参考号|交易参考号|rrn|检索号')],
  ['rrn', 80, is('通道参考号|查询流水号')],
  ['trace', 100, is('流水号|系统跟踪号|凭证号|终端流水号|跟踪号|pos流水号|trace|stan|traceno')],
  ['trace', 60, is('交易流水号|系统流水号')],
  ['batch', 100, is('批次号|交易批次号|结算批次号|终端批次号|batchnumber|batch|batchno')],
  ['batch', 60, is('退款批次号/请求号|退款批次号')],
  ['original', 100, /^原.*号$/],
  ['original', 95, is('退款原单号|原始单号|退货订单号|referencetxnid')],
  ['card-type', 100, is('卡类型|卡种|卡类别|银行卡类型|支付卡类型|卡性质|cardtype')],
  [
    'card-type',
    80,
    is('支付方式|支付渠道|支付产品|支付类型|产品类型|交易渠道|支付平台|付款方式|交易方式|paymentmethod|cardbrand'),
  ],
  ['card-type', 60, is('卡域|卡组织')],
  ['card-number', 100, is('卡号|交易卡号|银行卡号|账户号|付款账号|账号|cardnumber|pan')],
  ['counterparty', 100, /^(?:交易对方|对方.*|付款人.*|用户标识|消费者标识)$/],
  [
    'counterparty',
    90,
    is(
      'counterparty|counterpartyname|counteraccountname|beneficiary|beneficiaryparty|payee|tegenrekening|naamtegenpartij',
    ),
  ],
  ['currency', 105, is('记账币种')],
  ['currency', 102, is('商户币种')],
  ['currency', 100, is('币种|货币种类|货币|币别|交易币种|currency|netcurrency')],
  ['currency', 60, is('收单币种|grosscurrency')],
  ['refund-amount', 100, is('退款金额|退货金额|refundamount')],
  [
    'other-deduction',
    101,
    /^(?:[is]?gst|vat|tax|iva|tva|ppn|kdv)(?:amount)?(?:on|sur|de|sobre)(?:mdr|fee|comm|charge|service|frais)/,
  ],
  [
    'other-deduction',
    100,
    is(
      'd0手续费|秒到费|d0手续费金额|流量费|通讯费|流量卡费|sim服务费|垫资费|其他扣费|其他费用|附加费|单笔费用|单笔手续费|附加手续费|垫资服务费',
    ),
  ],
  ['arrears', 100, is('欠费金额|欠款金额|欠费|欠款|待缴金额|待缴费用|未缴金额|欠缴金额|待缴|当前欠费|欠费总额')],
  ['arrears', 100, /^(?:当前|目前|总|本期|本月)(?:欠费|欠款|待缴|未缴|欠缴|待补缴)(?:总?金额|总额|合计|费用)?$/],
  ['arrears', 95, is('应缴金额|应缴')],
  ['arrears', 95, /^(?:待缴|应缴|欠缴|未缴|待补缴|待扣|欠)(?:的)?(?!纳).{1,6}(?:费|费用|租金|押金)$/],
  [
    'arrears',
    100,
    is(
      '待补缴金额|应补金额|应缴费用|待缴纳金额|amountdue|balancedue|totaldue|outstanding(?:balance|amount)?|pastdue(?:amount|balance)?|overdue(?:amount|balance)|应还金额|待扣金额|待扣款金额',
    ),
  ],
  [
    'due',
    100,
    is(
      '到期日|到期日期|到期时间|缴费截止日|缴费截止日期|最晚缴费日|应缴日期|截止日期|缴费期限|最后缴费日|回复截止日期?|回复期限|答复截止日期?|答复期限|duedate',
    ),
  ],
  // When a copying program took the row, which is no day of its own.
  ['ignore', 101, /^_?(?:fivetran|airbyte|stitch|sdc|dbt)_/],
  ['ignore', 55, /^原(?!.*号$)/],
  // A day that is still to come, or the one before, beside the row's own.
  ['ignore', 101, /^(?:预计)?[上下]一?[次期笔个]|^next(?!gen)|^previous/],
  ['ignore', 55, /^已(?:缴|交|付|扣)(?:金额|费用|款)?$/],
  ['ignore', 55, /优惠|红包|集分宝|立减|代金券|抹零|小费|发票|积分|营销|返佣|分账|每期|充值券|核销/],
  ['ignore', 55, /^(?:今日|昨日|本日|当日|本周|上周|本月|上月|累计|近\d+[日天])/],
  ['ignore', 55, /笔数|条数|件数|期数|^序号$|率备注$|^是否|名称\(|机构|代理/],
];

/** Tried only if no rule above knows the header: how such headers usually end. */
export const TAILS: readonly Rule[] = [
  [
    'fee',
    35,
    /手续费(?:金额|合计|总额)?$|服务费(?:金额)?$|(?:交易|处理|支付|通道|收单|结算|平台|技术|渠道|刷卡|扣除)费用?$|佣金$|(?:fees?|servicecharges?|commission)(?:amount|amt)?$/,
  ],
  [
    'net',
    34,
    /(?:结算|清算|到账|入账|拨款|净)[^率]{0,4}额$|(?:商家|商户)应[收得]$|实际到账$|^net(?:to)?|(?:settle(?:d|ment)|payout)(?:amount|amt|value)$/,
  ],
  ['refund-amount', 33, /(?:退款|退货)[^率]{0,3}额$/],
  ['balance', 33, /(?:余额|结余)$|balance$/],
  [
    'amount',
    30,
    /金额$|(?:交易|收款|消费|销售|流水|发生|商品|订单)[总款]?额$|(?:总|售|成交)价$|^finalprice$|^(?:amount|total)(?:charged|paid|collected|received|billed|debited|credited|disputed|refunded)?$|(?:amount|amt|value)$/,
  ],
  ['settle-day', 32, /(?:结算|清算|到账)(?:日期?|时间)$/],
  ['at', 25, /时间$/],
  ['day', 25, /日期$|date$/],
  ['terminal', 30, /终端(?:编?号|编码)$/],
  ['order', 25, /订单(?:编?号)$/],
  ['trace', 22, /流水号?$/],
  ['rrn', 25, /参考号$/],
  ['state', 25, /状态$|status$/],
  ['kind', 22, /description$|details$/],
  ['kind', 20, /(?:交易|业务|费用)类[型别]$|(?:transaction|trans|txn)type$/],
  ['card-type', 20, /卡片?[种类]/],
  ['remark', 20, /备注$|附言$/],
];
