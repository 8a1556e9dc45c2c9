import { concernOf } from '../sensitive.ts';

/** What the words above or before a value say that it is, as far as it matters for what may be told of it. */
export type Role = 'number' | 'name' | 'money' | 'rate' | 'date' | 'count' | 'none';

const KIND_NAME = /(?:交易|费用|收费|业务|产品|项目|商品|类型|活动|银行|渠道)名称?$|file ?name|column/i;
const NAME =
  /名称|简称|户名|姓名|名字|昵称|对方|付款人|收款人|持卡人|联系人|经办人|操作员|法人|门店|分店|店名|店铺|商户$|商家$|当前商户|用户|客户|会员|地址|邮箱|\bname\b|payee|payer|counterparty|customer|cardholder|address|e-?mail|\bstore\b|\buser\b|\bshop\b|^merchant$/i;
const NUMBERED = /(?:号|编号|编码|代码|单号|number|\bno\.?|\bid)\s*[:：]?$/i;
const RATE = /费率|扣率|比例|汇率|利率|%|％|\brate\b/i;
const COUNT = /笔数|条数|件数|数量|次数|期数|天数|页|^序号|^行号|^#$|^no\.?$|\bcount\b|\bquantity\b|\bqty\b/i;
const DATE = /日期|时间|日$|期限|期间|账期|\bdate|\btime|\bday\b|\bwhen\b|created|posted/i;
const MONEY =
  /金额|金額|发生额|交易额|营业额|销售额|总额|限额|额度|手续费|服务费|流量费|费用|(?:^|[^扣])费(?:[（(/]|$)|余额|餘額|结余|净额|本金|资金|押金|保证金|欠费|欠款|应缴|应收|应付|实收|实付|待缴|待结算|收入|支出|合计|总计|小计|优惠|佣金|款$|\bamount|\bfees?\b|\bbalance|\bnet\b|\bgross\b|\btotal|\bcharges?\b|\bdebit\b|\bcredit\b|\bincome\b|\bexpense\b|\bpaid (?:in|out)\b|\bmoney\b|\bowed\b|\bdue\b|\bprice|\breserves?\b/i;

/** Reads a header or a label. What must not be told wins over what must add up. */
export function roleOf(label: string): Role {
  const words = label.replace(/\s+/g, ' ').trim();
  if (words === '') return 'none';
  const last = (words.split(' / ').at(-1) ?? words).replace(/\s*[(（][^)）]*[)）]\s*$/, '').replace(/\s*[:：]$/, '');
  if (COUNT.test(last)) return 'count';
  if (NAME.test(last) && !KIND_NAME.test(last) && !NUMBERED.test(last)) return 'name';
  if (concernOf(last) !== 'none') return 'number';
  if (RATE.test(words)) return 'rate';
  if (MONEY.test(last) && !NUMBERED.test(last)) return 'money';
  if (DATE.test(last)) return 'date';
  return MONEY.test(words) ? 'money' : 'none';
}
