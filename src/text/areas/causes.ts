import type { Phrase } from '../phrase.ts';

/**
 * Why something is owed: for each cause its name, one sentence with the facts, and the one step to take now.
 * Params: amounts as decimal strings, days as `YYYY-MM-DD`, counts as digits; `terminal` may be `—`.
 * `tests/unit/arrears-text.test.ts` holds these keys against the closed set of causes.
 */
export const causesText = {
  'group.transaction': { zh: '交易异常', en: 'Transaction' },
  'group.account': { zh: '账户管理', en: 'Account' },
  'group.system': { zh: '系统故障或维护', en: 'System' },
  'group.terms': { zh: '收费标准', en: 'Terms' },
  'group.none': { zh: '尚无解释', en: 'No explanation yet' },

  'confidence.high': { zh: '把握大', en: 'Confident' },
  'confidence.medium': { zh: '较有把握', en: 'Likely' },
  'confidence.low': { zh: '仅供参考', en: 'Possible' },

  'cause.learned': {
    zh: '这里的原标准是从您以往的流水推算的，不是合同约定；录入合同费率后可以确认。',
    en: 'The earlier rate was learned from your own rows, not from your contract; enter your contract rates to confirm it.',
  },

  'cause.part': {
    zh: '这能说明 {of} 里的 {amount}。',
    en: 'That explains {amount} of the {of}.',
  },
  'cause.rest': {
    zh: '其余 {rest}，已读到的资料里没有能说明原因的。',
    en: 'Nothing that was read explains the other {rest}.',
  },

  'cause.rest.advice': {
    zh: '请收单机构逐笔说明余额是怎么变成负数的。',
    en: 'Ask the acquirer for a statement that shows, row by row, how the balance came below zero.',
  },
  'cause.bound.orders': {
    zh: '这份明细里没有账户余额；余额够的话，这些退款可能已经付清。',
    en: 'This list shows no balance: the account itself may have paid these refunds.',
  },
  'cause.bound.later': {
    zh: '之后的流水还没有读到，后来的收款可能已经补上。',
    en: 'What came after has not been read; later sales may have covered it.',
  },
  'cause.bound.unproved': {
    zh: '还不能证明流水已经读全，这个差额不能确定。',
    en: 'It is not proved that all rows were read, so this figure is not certain.',
  },
  'cause.next.terms': {
    zh: '按约定，终端 {terminal} 下一次流量费 {amount} 在 {day} 扣。',
    en: 'By your terms, the next SIM (data) fee of {amount} for terminal {terminal} falls on {day}.',
  },
  'cause.next.yearly': {
    zh: '按前几次的间隔推算，终端 {terminal} 下一次流量费 {amount} 在 {day} 前后扣。',
    en: 'Going by the earlier ones, the next SIM (data) fee of {amount} for terminal {terminal} comes around {day}.',
  },
  'cause.next.learned': {
    zh: '前几次的间隔都一样，下一次 {amount} 预计在 {day} 前后扣。',
    en: 'It has come in equal steps; the next {amount} is expected around {day}.',
  },
  'cause.next.advice': {
    zh: '届时留够这笔钱；没有约定过就提前要求收单机构取消。',
    en: 'Have the sum ready by then; if it was never agreed, ask the acquirer to cancel it beforehand.',
  },
  'cause.why.short': {
    zh: '平台写明是余额不足。',
    en: 'The source says that the balance was too low.',
  },
  'cause.proof.yearly': {
    zh: '没有写名目；同一台终端隔整年扣过同样的金额，流量费就是这样扣的。',
    en: 'No row names it; the same sum was taken at this terminal whole years apart, as SIM fees are.',
  },
  'cause.proof.same-sum': {
    zh: '没有写名目；金额和这个账户另一笔流量费相同。',
    en: 'No row names it; the sum is that of another SIM fee of this account.',
  },
  'cause.proof.new-terminal': {
    zh: '这台终端的首笔交易被整笔扣下，没有写名目。',
    en: 'The first swipe of this terminal was kept whole; no row names the charge.',
  },
  'cause.proof.first-row': {
    zh: '这是读到的这台终端的第一笔交易，被整笔扣下，没有写名目；更早的流水没有读到，不能肯定。',
    en: 'It is the first swipe of this terminal that was read, kept whole and not named; earlier rows were not read, so this is not certain.',
  },
  'cause.proof.frozen': {
    zh: '这笔钱被冻结，没有写名目；金额像押金，不能肯定。',
    en: 'The money was frozen and not named; the sum is like a deposit’s, so this is not certain.',
  },

  'cause.amount-outlier.name': { zh: '金额异常', en: 'Unusual amount' },
  'cause.amount-outlier.sentence': {
    zh: '{day} 有一笔 {amount}，与平时的 {usual} 相差悬殊。',
    en: 'On {day} there is a row of {amount}, far from the usual {usual}.',
  },
  'cause.amount-outlier.step': {
    zh: '对照签购单核实这笔金额；不符就当天联系收单机构更正。',
    en: 'Compare it with the sales slip; if it differs, ask the acquirer today to correct it.',
  },

  'cause.time-outlier.name': { zh: '时间异常', en: 'Unusual time' },
  'cause.time-outlier.sentence': {
    zh: '{day} {time} 的交易不在您平时的营业时间内。',
    en: 'The row of {day} {time} lies outside your usual hours.',
  },
  'cause.time-outlier.step': {
    zh: '问清当时谁在用终端；无人使用就请收单机构核查这笔交易。',
    en: 'Find out who used the terminal then; if nobody did, ask the acquirer to examine the row.',
  },

  'cause.type-mismatch.name': { zh: '交易类型不符', en: 'Wrong transaction type' },
  'cause.type-mismatch.sentence': {
    zh: '{day} 的 {amount} 记成了“{type}”，与金额方向不符。',
    en: 'The {amount} of {day} is booked as “{type}”, which does not fit its direction.',
  },
  'cause.type-mismatch.step': {
    zh: '拿签购单和参考号联系收单机构，要求更正交易类型。',
    en: 'Give the acquirer the slip and the reference number and ask for the type to be corrected.',
  },

  'cause.payout.less': {
    zh: '{day} 到账比应结少 {amount}，没有任何说明（相符的批次 {whole} 个，少了的 {short} 个）。',
    en: 'What arrived on {day} was {amount} less than was to, and nothing says why (batches that agree: {whole}; short: {short}).',
  },
  'cause.payout.share': {
    zh: '自 {day} 起每批到账都少收款的 {share}，共少 {amount}（相符的批次 {whole} 个，少了的 {short} 个）。',
    en: 'Since {day} every short batch lacks {share} of its sales, {amount} in all (batches that agree: {whole}; short: {short}).',
  },
  'cause.payout.advice': {
    zh: '把这几批的应结和到账发给收单机构，请对方写明扣了什么；不是约定的就要求退回。',
    en: 'Send the acquirer what was to arrive and what did, ask what was kept, in writing, and ask for it back if it was not agreed.',
  },
  'cause.balance-too-low.said': {
    zh: '{day} 的 {amount} 没有成功，平台写明是余额不足。',
    en: 'The {amount} of {day} did not go through; the source says that the balance was too low.',
  },
  'cause.target-missed.said': {
    zh: '自 {day} 起以未达标为由共扣 {amount}。',
    en: 'Since {day}, {amount} was taken for a missed target.',
  },
  'cause.type-mismatch.card': {
    zh: '自 {day} 起有 {count} 笔按别的卡种收费（{to}），与明细上的卡种不符，多收 {amount}。',
    en: 'Since {day}, sales ({count}) were charged as another card type ({to}) than the list itself shows: {amount} too much.',
  },
  'cause.type-mismatch.card-step': {
    zh: '把这几笔的参考号和卡种发给收单机构，要求按正确的卡种重算并退回差额。',
    en: 'Send the acquirer the reference numbers and card types, and ask for the fee of the right type and the difference back.',
  },
  'cause.duplicate-charge.sale': {
    zh: '{day} 同一终端几秒到两分钟内有 {count} 笔相同的收款，每笔 {amount}，顾客可能被扣了两次。',
    en: 'On {day} one terminal took {amount} {count} times within seconds: a customer may have been charged twice.',
  },
  'cause.duplicate-charge.sale-step': {
    zh: '对照签购单：只卖了一次，就把多收的退给顾客，免得被拒付；确实卖了两次，就不用处理。',
    en: 'Compare the slips: if it was one sale, give the surplus back before it is charged back; if it was two, there is nothing to do.',
  },
  'cause.late.everywhere': {
    zh: '同一天这家机构的每个商户号都是这样，是对方系统的问题。',
    en: 'It was so for every merchant number with this provider: it was their system.',
  },

  'cause.duplicate-charge.name': { zh: '重复扣款', en: 'Charged twice' },
  'cause.duplicate-charge.sentence': {
    zh: '{day} 前后有 {count} 笔相同的扣款，每笔 {amount}。',
    en: 'Around {day} the same charge of {amount} was taken {count} times.',
  },
  'cause.duplicate-charge.step': {
    zh: '把这几笔的参考号发给收单机构，要求退回多扣的部分。',
    en: 'Send the reference numbers to the acquirer and ask for the surplus back.',
  },

  'cause.refund-exceeds-sales.name': { zh: '退款超过收款', en: 'Refunds exceed sales' },
  'cause.refund-exceeds-sales.sentence': {
    zh: '自 {day} 起退款共 {out}，能抵扣的只有 {in}，差 {amount}。',
    en: 'Since {day}, {out} went out in refunds; only {in} was there to cover it: {amount} is missing.',
  },
  'cause.refund-exceeds-sales.step': {
    zh: '先补足差额，或与收单机构确认从后续结算款中抵扣，并核对这几笔退款是否都是您发起的。',
    en: 'Pay in the difference or have the acquirer confirm that coming settlements will offset it, and check that every refund was yours.',
  },

  'cause.chargeback.name': { zh: '拒付（退单）', en: 'Chargeback' },
  'cause.chargeback.sentence': {
    zh: '{day} 有 {count} 笔交易被持卡人或发卡行退单，共扣回 {amount}。',
    en: 'On {day} cardholder or issuer had {amount} taken back (chargebacks: {count}).',
  },
  'cause.chargeback.step': {
    zh: '找出签购单和发货凭证，在收单机构给的期限内提出抗辩。',
    en: 'Find the slip and the proof of delivery and contest it within the acquirer’s deadline.',
  },

  'cause.retrieval-unanswered.name': { zh: '调单未回复', en: 'Retrieval request unanswered' },
  'cause.retrieval-unanswered.sentence': {
    zh: '收单机构要求在 {due} 前提供签购单，没有看到回复记录。',
    en: 'The acquirer asked for a slip by {due}; no answer was seen.',
  },
  'cause.retrieval-unanswered.step': {
    zh: '今天就把签购单发给收单机构，并要一个受理编号。',
    en: 'Send the slip to the acquirer today and ask for a ticket number.',
  },

  'cause.top-up-forgotten.name': { zh: '忘记充值', en: 'Top-up forgotten' },
  'cause.top-up-forgotten.sentence': {
    zh: '您平时定期充值，{day} 之后没有再充，之后的扣款还差 {amount}。',
    en: 'You top up regularly, but not since {day}; later charges lack {amount}.',
  },
  'cause.top-up-forgotten.step': {
    zh: '充值 {amount}，并设一个固定的充值日。',
    en: 'Top up {amount} and fix a regular day for it.',
  },

  'cause.balance-too-low.name': { zh: '余额不足', en: 'Balance too low' },
  'cause.balance-too-low.sentence': {
    zh: '{day} 要扣 {amount}，当时账户只有 {balance}，不够扣。',
    en: 'On {day} a charge of {amount} met a balance of {balance}, which was not enough.',
  },
  'cause.balance-too-low.step': {
    zh: '往账户里补足差额，并留一笔备用余额。',
    en: 'Pay in the difference and keep a small float in the account.',
  },

  'cause.wrong-transfer.name': { zh: '转账有误', en: 'Wrong transfer' },
  'cause.wrong-transfer.sentence': {
    zh: '{day} 转出的 {amount} 与应付金额或收款账户不符。',
    en: 'The {amount} transferred on {day} does not match the amount due or the right account.',
  },
  'cause.wrong-transfer.step': {
    zh: '拿转账回单联系银行和收单机构，要求退回或更正入账。',
    en: 'Take the transfer receipt to the bank and the acquirer and ask for return or correction.',
  },

  'cause.auto-withdrawal.name': { zh: '自动提现把余额提空了', en: 'Automatic withdrawal emptied the account' },
  'cause.auto-withdrawal.sentence': {
    zh: '{day} 提现 {amount} 之后账户只剩 {balance}，不够付随后的 {needed}。',
    en: 'After the withdrawal of {amount} on {day} only {balance} was left, too little for the {needed} that followed.',
  },
  'cause.auto-withdrawal.step': {
    zh: '在提现设置里加上留存额（或改为手动提现），再补足差额。',
    en: 'Set an amount to be kept in the withdrawal settings (or withdraw by hand), then pay in the difference.',
  },

  'cause.direct-debit-failed.name': { zh: '代扣失败', en: 'Direct debit failed' },
  'cause.direct-debit-failed.sentence': {
    zh: '{day} 从银行账户代扣 {amount} 没有成功。',
    en: 'The direct debit of {amount} on {day} did not go through.',
  },
  'cause.direct-debit-failed.step': {
    zh: '查一下扣款银行卡的余额和状态，再请收单机构重新代扣。',
    en: 'Check the balance and status of the bank account, then ask for the debit to be tried again.',
  },

  'cause.idle-terminal.name': { zh: '终端闲置', en: 'Idle terminal' },
  'cause.idle-terminal.sentence': {
    zh: '终端 {terminal} 自 {day} 起没有交易，仍被收费 {amount}。',
    en: 'Terminal {terminal} has had no sales since {day} and was still charged {amount}.',
  },
  'cause.idle-terminal.step': {
    zh: '不用的终端请向收单机构申请停机或注销，并问清是否还有未结费用。',
    en: 'Ask the acquirer to suspend or close a terminal you do not use, and whether anything is still owed on it.',
  },

  'cause.target-missed.name': { zh: '交易量未达标', en: 'Target missed' },
  'cause.target-missed.sentence': {
    zh: '约定到 {day} 达到 {target}，实际只有 {reached}。',
    en: 'The agreed target was {target} by {day}; {reached} was reached.',
  },
  'cause.target-missed.step': {
    zh: '核对协议里的考核条款和统计口径，不符就书面提出异议。',
    en: 'Check the target clause and how sales are counted; object in writing if they differ.',
  },

  'cause.maintenance.name': { zh: '系统维护', en: 'Maintenance' },
  'cause.maintenance.sentence': {
    zh: '{day} 平台公告系统维护，这段时间的结算可能推迟。',
    en: 'On {day} the portal announced maintenance; settlements of that time may come late.',
  },
  'cause.maintenance.page': {
    zh: '{day} 打开平台只看到系统维护的公告，没能读到账目。',
    en: 'On {day} the portal showed a notice of maintenance instead of the list; nothing could be read.',
  },
  'cause.maintenance.page-step': {
    zh: '维护结束后再查一次；急用就打客服电话问恢复时间。',
    en: 'Check again after the maintenance; if it is urgent, ask the service line when it ends.',
  },
  'cause.maintenance.step': {
    zh: '维护结束后再查一次；仍未到账就问收单机构补到账的日期。',
    en: 'Check again after the maintenance; if the money is still missing, ask for the date it will come.',
  },

  'cause.settlement-delayed.name': { zh: '结算延迟', en: 'Settlement late' },
  'cause.settlement-delayed.sentence': {
    zh: '自 {day} 起有 {count} 笔结算款共 {amount}，过了 {days} 天平台仍显示未结算。',
    en: 'Settlements since {day} ({count}, {amount} in all) were still shown as not settled {days} days later.',
  },
  'cause.settlement-delayed.step': {
    zh: '问收单机构为什么没有划款、哪天能到，并记下受理编号。',
    en: 'Ask the acquirer why it was not paid out and when it will be, and note the ticket number.',
  },

  'cause.late-batch.name': { zh: '批次迟到', en: 'Late batch' },
  'cause.late-batch.sentence': {
    zh: '{day} 的 {count} 笔收款到 {settled} 才清算，比之后几天的还晚；现在已经清算，不用付款。',
    en: 'Sales of {day} ({count}) were settled on {settled}, after those of later days. They are settled now; nothing is owed.',
  },
  'cause.late-batch.step': {
    zh: '核对这批的到账金额；终端要每天结算（签退），常常迟到就问收单机构原因。',
    en: 'Compare what arrived for this batch; settle the terminal every day, and if it happens often ask the acquirer why.',
  },

  'cause.double-posting-reversed.name': { zh: '重复入账后冲正', en: 'Double posting reversed' },
  'cause.double-posting-reversed.sentence': {
    zh: '{day} 的 {amount} 先重复入账、后被冲正，净额没有变化。',
    en: 'The {amount} of {day} was posted twice and then reversed; nothing changed on balance.',
  },
  'cause.double-posting-reversed.step': {
    zh: '无需付款，保留这几笔的参考号以备核对。',
    en: 'Nothing to pay; keep the reference numbers for your records.',
  },

  'cause.portal-unreachable.name': { zh: '平台打不开', en: 'Portal unreachable' },
  'cause.portal-unreachable.sentence': {
    zh: '自 {day} 起试了 {count} 次都没能打开平台，最近一次是 {last}；这之后的情况还不知道。',
    en: 'The portal has not answered since {day} (tries: {count}, the last on {last}); what happened since is not known.',
  },
  'cause.portal-unreachable.network': {
    zh: '同一天别的平台也打不开，可能是自己的网络。',
    en: 'Other portals did not answer on the same days either: it may be your own network.',
  },
  'cause.portal-unreachable.step': {
    zh: '换个网络稍后再查；一直打不开就打客服电话确认。',
    en: 'Try again later on another network; if it stays closed, call the service line.',
  },

  'cause.rate-rise.name': { zh: '费率上调', en: 'Rate rise' },
  'cause.rate-rise.sentence': {
    zh: '自 {day} 起有 {count} 笔按 {to} 收取手续费，原标准为 {from}，多收 {amount}。',
    en: 'Since {day} the fee was {to} instead of {from} (sales: {count}): {amount} more.',
  },
  'cause.rate-rise.step': {
    zh: '向收单机构要费率调整的书面通知；拿不出就要求恢复原费率并退还多收部分。',
    en: 'Ask the acquirer for the written notice of the change; without one, ask for the old rate and the surplus back.',
  },

  'cause.fixed-add-on.name': { zh: '每笔加收固定费用', en: 'Fixed amount added to each sale' },
  'cause.fixed-add-on.sentence': {
    zh: '自 {day} 起有 {count} 笔交易每笔另收 {fixed}，共 {amount}。',
    en: 'Since {day}, {fixed} was added to each sale (sales: {count}): {amount} in all.',
  },
  'cause.fixed-add-on.step': {
    zh: '问清是否开通了秒到等附加服务；不是您开通的就要求关闭并退费。',
    en: 'Ask whether an extra service such as instant settlement is switched on; if you did not order it, have it closed and refunded.',
  },

  'cause.cap-not-applied.name': { zh: '未按封顶收费', en: 'Cap not applied' },
  'cause.cap-not-applied.sentence': {
    zh: '有 {count} 笔交易的手续费超过封顶 {cap}，多收 {amount}（最早 {day}）。',
    en: 'The cap of {cap} was not applied (sales: {count}, first on {day}): {amount} too much.',
  },
  'cause.cap-not-applied.step': {
    zh: '把这几笔的参考号和协议的封顶条款发给收单机构，要求退回差额。',
    en: 'Send the reference numbers and the cap clause to the acquirer and ask for the difference back.',
  },

  'cause.sim-fee.name': { zh: '流量费周期扣费', en: 'Periodic SIM fee' },
  'cause.sim-fee.sentence': {
    zh: '终端 {terminal} 的流量费 {amount}，日期 {day}。',
    en: 'SIM (data) fee of {amount} for terminal {terminal}, dated {day}.',
  },
  'cause.sim-fee.step': {
    zh: '对照协议核对金额和周期；没有约定过就要求收单机构退还并取消。',
    en: 'Compare amount and cycle with your agreement; if it was never agreed, ask for it back and have it cancelled.',
  },

  'cause.service-fee.name': { zh: '设备服务费或押金', en: 'Terminal service fee or deposit' },
  'cause.service-fee.sentence': {
    zh: '终端 {terminal} 在 {day} 的设备服务费或押金 {amount}。',
    en: 'Service fee or deposit of {amount} for terminal {terminal} on {day}.',
  },
  'cause.service-fee.step': {
    zh: '查协议写的是服务费还是可退押金；属于押金就要一份退还条件的书面说明。',
    en: 'See in the agreement whether it is a fee or a refundable deposit; for a deposit, get the conditions of return in writing.',
  },

  'cause.undisclosed-fee.name': { zh: '协议之外的收费', en: 'Fee outside your terms' },
  'cause.undisclosed-fee.sentence': {
    zh: '自 {day} 起扣了 {count} 次，共 {amount}，没有看到约定过这一项的资料。',
    en: 'Since {day}, {amount} was taken (charges: {count}); nothing entered or read shows that you agreed to it.',
  },
  'cause.undisclosed-fee.step': {
    zh: '请收单机构说明收费项目和依据；没有公示、没有约定的要求退还。',
    en: 'Ask the acquirer what the charge is and on what ground; if it was neither published nor agreed, ask for it back.',
  },

  'cause.deposit-not-released.name': { zh: '押金达标未退', en: 'Deposit earned but not released' },
  'cause.deposit-not-released.sentence': {
    zh: '押金 {amount} 约定满 {target} 退还，到 {day} 已做到 {reached}，没有看到退还记录。',
    en: 'The deposit of {amount} was to be released at {target}; by {day}, {reached} was reached, and no release was seen.',
  },
  'cause.deposit-not-released.step': {
    zh: '带上达标流水向收单机构申请退还押金，并要一个到账日期。',
    en: 'Send the acquirer the rows that reach the target, ask for the deposit back and for a date.',
  },

  'cause.monthly-fee.name': { zh: '手续费月结', en: 'Monthly fees' },
  'cause.monthly-fee.sentence': {
    zh: '按约定月结：{month} 的 {count} 笔收款手续费共 {amount}，{day} 一次收取。',
    en: 'By your terms fees are taken monthly: {amount} for the sales of {month} ({count}), on {day}.',
  },
  'cause.monthly-fee.step': {
    zh: '届时在扣款账户里留够这笔钱，扣了以后核对金额。',
    en: 'Have the sum ready in the account by then, and compare what is taken.',
  },
  'cause.monthly-fee.missed': {
    zh: '{month} 的 {count} 笔收款手续费共 {amount}，约定 {day} 收取，到现在没有看到扣款。',
    en: 'The fees for the sales of {month} ({count}), {amount}, were to be taken on {day}; no debit has been seen.',
  },
  'cause.monthly-fee.missed-step': {
    zh: '先看是不是从别的账户扣了；没有扣就问收单机构怎么补缴，免得停机。',
    en: 'See whether another account was debited; if not, ask the acquirer how to pay, so that the terminal is not stopped.',
  },

  'cause.unexplained.name': { zh: '原因不明', en: 'Unexplained' },
  'cause.unexplained.sentence': {
    zh: '{day} 的 {amount}，已读到的资料里没有能说明它的原因。',
    en: 'Nothing that was read explains the {amount} of {day}.',
  },
  'cause.unexplained.step': {
    zh: '把这一笔的日期和参考号报给收单机构，请对方书面说明。',
    en: 'Give the acquirer the day and the reference of this row and ask for a written explanation.',
  },
} as const satisfies Record<string, Phrase>;

type Part = 'name' | 'sentence' | 'step';
type KeyedCause<K> = K extends `cause.${infer Id}.${Part}` ? Id : never;

/** Every cause that has words here. */
export type SpokenCause = KeyedCause<keyof typeof causesText>;
/** The keys that must exist for one cause. */
export type CauseKey<Id extends string> = `cause.${Id}.${Part}`;
