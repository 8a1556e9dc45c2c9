/** What a header or label says its numbers are. `keep`: a business number that must stay whole; `none`: it says nothing. */
export type Concern = 'card' | 'account' | 'identity' | 'phone' | 'keep' | 'none';

const CARD = /卡片?[号號]|(?:银行|銀行|结算|結算)卡$|\bcard\s*(?:no|num|number|#)|\bcardno|\bpan\b|primary account/i;
const IDENTITY = /身[份分][证證]|[证證]件[号號]|\bhkid\b|\bid\s*card|identity\s*(?:no|num|card)|passport/i;
const ACCOUNT =
  /(?:账|帐|賬|帳)(?:号|號)|(?:账|帐|賬|帳)(?:户|戶)(?:号|號|$)|(?:结算|收款|付款|入账|到账|对方|開戶|开户|银行)(?:账|帐|賬|帳)(?:户|戶)(?!名|类|余|餘)|\baccount\s*(?:no|num|number|#)|\bacct\b|\biban\b|(?:bank|counterparty) account/i;
const PHONE = /手[机機]|[联聯][系繫絡络]|(?:^|[^服])[电電][话話]|\bmobile|\bphone|\btel\b/i;
const KEEP =
  /商户(?:号|编号|代码|单号)|商戶|订单|訂單|单号|單號|流水|参考|參考|终端|終端|批次|凭证|憑證|授权|授權|序号|交易号|编号|編號|机身|店号|merchant|\bmid\b|\btid\b|terminal|order|refer|\brrn\b|trace|batch|\bserial|\bsn\b|transaction\s*(?:id|no)|\bid\b/i;

/** Reads a header or label. Card and account words win over business words (`交易卡号`, `商户结算账户`), because a leak is worse than a star too many. */
export function concernOf(label: string): Concern {
  if (label === '') return 'none';
  // `卡 号` is how old pages stretch a label.
  const words = label
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim();
  const bare = words.replace(/[ :：()]+$/u, '');
  if (CARD.test(bare)) return 'card';
  if (IDENTITY.test(bare)) return 'identity';
  if (ACCOUNT.test(bare)) return 'account';
  if (PHONE.test(bare)) return 'phone';
  if (KEEP.test(bare)) return 'keep';
  return 'none';
}
