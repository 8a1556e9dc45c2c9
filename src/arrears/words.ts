import type { Code } from '#records/arrears.ts';

const MOST_REMEMBERED = 1000;

/**
 * Words that name a charge beyond doubt, as merchants and acquirers write them (domain.md §2.1). The order decides: `软件服务费` is no device fee.
 */
const NAMES: readonly (readonly [Code, RegExp])[] = [
  ['SIM_FEE', /流量(卡)?(服务)?费|流量卡|通[讯信](服务)?费|SIM\s*(卡)?(服务|流量)?费|\bSIM (card )?fee/i],
  ['TARGET_PENALTY', /未达标|考核|伪激活|最低消费/],
  ['VIP_FEE', /VIP|会员(服务)?费|保险附加|账户安全险/i],
  ['DORMANCY', /休眠|管理费|基础服务费|dormant|dormancy|inactivity fee|\baccount (?:\w+ )?(?:fee|charge)\b/i],
  ['SUBSCRIPTION', /(软件|系统)(服务|使用)费|年费|月费|短信(服务|通知)?费|subscription fee/i],
  ['RENTAL', /租金|租赁费|rental/i],
  ['PCI_FEE', /PCI/],
  ['DEPOSIT', /押金/],
  ['TERM_SERVICE_FEE', /(设备|终端|机具|POS机?|激活)(的)?服务费|激活费|terminal service fee/i],
  ['FAST_SETTLE', /秒到|D0手续费|D0\s*费|T0|垫资费|快速结算/i],
];

/** What the words name, or null. Plain `服务费` is null: on a bill it is the transaction fee (支付宝 服务费, domain.md §4.2). */
export const namedCode = remembered(
  (words): Code | null => NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null,
);

/** A bill has a million rows and a handful of wordings. Bounded, because a remark may differ in every row. */
function remembered<T>(answer: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const found = answer(words);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(words, found);
    return found;
  };
}

/** For a sum that is missing beside the transaction fee, plain `服务费` can only be the terminal's. */
export const deductionCode = (words: string): Code | null =>
  namedCode(words) ?? (/(?<!手续|交易)服务费/.test(words) ? 'TERM_SERVICE_FEE' : null);

/** For a sum that a portal states as owed. Nothing recognised: `STATED`. */
export function statedCode(words: string): Code {
  const named = deductionCode(words);
  if (named) return named;
  if (/拒付|退单|chargeback/i.test(words)) return 'CHARGEBACK';
  if (/负余额|欠款账户|negative balance/i.test(words)) return 'NEG_BALANCE';
  if (/退款垫资|垫付退款/.test(words)) return 'REFUND_ADVANCE';
  if (/代扣失败|扣款失败/.test(words)) return 'DD_FAILED';
  if (/保证金|预留金|准备金|reserve/i.test(words)) return 'RESERVE';
  if (/手续费/.test(words)) return 'MDR';
  return 'STATED';
}

/** The source says that money was short (微信支付 `NOTENOUGH`, domain.md §2.3). */
export const saysTooLow = (words: string): boolean => /余额不足|资金不足|NOTENOUGH|insufficient/i.test(words);

/** A fee for a chargeback, in a row of its own (PayPal `Chargeback Fee`). */
export const saysChargeback = remembered((words): boolean => /拒付|退单|chargeback|dispute/i.test(words));

/** A charge of an acquirer, also on the statement of a bank, where a rent or a membership may be anybody's. */
export const saysTerminal = (words: string): boolean => /\bpos\b|pos机|终端|机具|收单|刷卡|terminal/i.test(words);

export const saysDirectDebit = (words: string): boolean => /代扣|扣款失败|direct debit/i.test(words);

/** Frozen for risk control or by order: no deposit. */
export const saysRisk = (words: string): boolean => /风控|风险|止付|司法|可疑|调查|争议|投诉|risk/i.test(words);

/** The words give a charge back, and nothing says that it is the fee of a sale, or the sale. */
export const saysGivenBack = remembered(
  (words): boolean =>
    /(?:退|返还|冲正|冲回|冲销|撤销|解冻|释放).*[费扣押]|[费扣押].*(?:退|返还|冲正|冲回|冲销|撤销|解冻|释放)|重复扣|多扣|reversal|refund|release/i.test(
      words,
    ) && !/手续费|交易|消费/.test(words),
);

/** A transfer came back, or could not be made, because of whose account it was sent to. */
export const saysReturnedTransfer = remembered((words): boolean =>
  /退汇|退票|汇款退回|转账退回|(?:账号|账户|户名)(?:有误|错误|不符|不存在)|returned (?:transfer|payment)|wrong account|account (?:number|name) mismatch/i.test(
    words,
  ),
);

/** The acquirer asks for a sales slip. `调单扣款` is a chargeback already. */
export const saysRetrieval = remembered((words): boolean =>
  /调单(?!扣款)|调取(?:签购单|单据)|retrieval request|request for information|\binquiry\b/i.test(words),
);

/** The slip has been given. */
export const saysAnswered = (words: string): boolean =>
  /已回复|已提供|已上传|已答复|已处理|answered|responded/i.test(words);

export const saysMaintenance = remembered((words): boolean =>
  /系统(?:维护|升级)|(?:维护|升级)(?:中|期间)|maintenance(?! (?:fee|charge))/i.test(words),
);

/** What a list states as owed has been paid since. */
export const saysPaid = remembered((words): boolean =>
  /已(?:缴|交|付|还|补|结清|核销|扣款|支付|清偿)|缴费成功|扣款成功|\b(?:paid|settled|cleared)\b/i.test(words),
);
