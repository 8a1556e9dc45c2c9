/** Words by which a reader tells a header from data, and a labelled figure from prose. Shared by all ways. */

const HEADER_WORDS =
  /费率|商户|商戶|终端|終端|交易|流水|订单|訂單|参考|类型|類型|状态|狀態|餘額|卡号|备注|備註|清算|结算|摘要|币种|序号|编号|名称|手續費|type|status|order|reference|description|currency|merchant|terminal|name/i;

/** Names of columns of money, and of days. */
export const MONEY_NAME = /金额|金額|手续费|余额|净额|收入|支出|amount|fee|balance|total|\bnet\b|gross|debit|credit/i;
export const DAY_NAME = /日期|时间|時間|date|time/i;

/** Labels of figures that a portal states by themselves. */
export const FIGURE_LABEL =
  /余额|餘額|欠费|欠費|欠款|应缴|應繳|应付|待缴|待扣|待结算|待清算|未结算|可用|可提现|冻结|保证金|押金|逾期|到期日|缴费|流量费|服务费|\b(?:balance|owed|owing|arrears|outstanding|amount due|due date|overdue|reserves?|available|pending)\b/i;

/** Labels that say whose figures they are. */
export const IDENTITY_LABEL =
  /商户(?:编?号|代码|名|简称)|当前商户|我的商户|终端编?号|(?:merchant|terminal) (?:id|no|number|name)|\bmid\b/i;

export const EMPTY_WORDS =
  /[暂暫尚][无無]|(?:[没沒]有?|[无無]|未)(?:查询到|找到|查到|符合|相关|任何|数据|資料|记录|匹配|查询结果)|查[无無]|(?:数据|记录|列表|结果)(?:为|是)空|共(?:查询到)?\s*0\s*[条笔项]|no (?:data|records?|results?|rows|matching|entries|transactions)|nothing found|\b0 (?:records|results|entries|rows)|empty/i;

export const LOADING_WORDS = /加载中|载入中|正在(?:努力地?)?加载|数据加载|请稍候|\bloading\b|please wait/i;

const FIGURE =
  /^[-+−–(]?\s*(?:\p{Sc}|[A-Z]{3})?\s*[-+−]?\s*[\d０-９][\d０-９,，.．]*\s*(?:万?元|[分%％‰笔条]|\p{Sc}|[A-Z]{3})*\)?$/u;
/** Begins like a day or a time. */
export const DATE = /^(?:\d{4}[-/.年]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}:\d{2})/;
const LONG_NUMBER = /\d{6,}|\d\*{2,}/;

/** Reads like a value: a figure, a day, a time, a long number. */
export const isFigure = (text: string): boolean => FIGURE.test(text) || DATE.test(text) || LONG_NUMBER.test(text);

/** Reads like a name of something: short, with letters, and no figure. */
export const isLabel = (text: string): boolean =>
  text !== '' && text.length <= 40 && /\p{L}/u.test(text) && !isFigure(text);

export const isHeaderWord = (text: string): boolean =>
  text.length <= 40 && [HEADER_WORDS, MONEY_NAME, DAY_NAME].some((words) => words.test(text));

/** `账户余额（元）：` → `账户余额（元）`. */
export const bareLabel = (text: string): string => text.replace(/\s*[:：]\s*$/, '');
