// Parts of column titles, as portals, banks and payment companies print them (domain.md §4). Only used to tell a header row from
// other rows; what a column means is decided by the interpreter.
const CHINESE =
  /时间|日期|金额|单号|编号|流水|商户|交易|类型|类别|状态|备注|附言|余额|结余|手续费|费率|收入|支出|收\/支|摘要|币种|币别|货币|对方|对手|账号|账户|帐号|帐户|卡号|终端|订单|名称|渠道|方式|说明|描述|笔数|合计|凭证|批次|参考号|服务费|分类|户名|网点|地点|场所|存入|支取|借方|贷方|发生额|商品|序号|号$|清算|结算|退款|优惠|门店|操作员|红包|分润|记账|入账|起息|标识|银行|机构|日$|方向|用途|时刻|数量|单价/;
const TRADITIONAL = /時間|金額|餘額|帳號|帳戶|幣別|備註|類型|狀態|摘要|編號|單號|商戶|戶名|提款|存款|支出|收入/;
const WESTERN =
  /\b(?:date|time|timezone|amount|balance|description|currency|type|status|fees?|net|gross|debit|credit|ids?|reference|ref|account|details?|payee|name|category|memo|number|item|card|merchant|transaction|txn|value|posting|posted|post|created|updated|available|source|order|payment|payout|charge|refund|dispute|customer|method|country|region|total|count|quantity|tax|tip|notes?|batch|terminal|withdrawals?|deposits?|money|paid|in|out|code|title|location|area|message|reason|email|address|rate|settled|settlement|processed|index|description|metadata|mode|bank|destination|arrival|synced|fivetran|datum|betrag|bedrag|saldo|w[aä]hrung|buchung\w*|wertstellung|valuta\w*|verwendungszweck|empf[aä]nger|beg[uü]nstigter|konto\w*|umsatz\w*|auftrag\w*|blz|bic|iban|bban|munt|rekening\w*|tegenrekening|naam|omschrijving|rubriek\w*|credit|debet|kosten|land|koers|beleg\w*|bankleitzahl\w*|kategorie|d[aá]tum\w*|[cč][aá]stka|[uú][cč]\w*|n[aá]zev|zpr[aá]va|pozn[aá]mka|m[eě]na|kwota|waluta|opis|rachunek|[oö]sszeg\w*|deviza\w*|k[oö]zlem[eé]ny|partner|fecha|importe|concepto|montant|libell[eé]|belopp|text|inflow|outflow|record|doc|client|originator|beneficiary|transactie|transaktion\w*)\b/iu;

/** Does this cell hold a word that columns of statements are titled with? */
export function isHeaderWord(cell: string): boolean {
  if (cell.length > 60) return false;
  return CHINESE.test(cell) || TRADITIONAL.test(cell) || WESTERN.test(cell.replace(/[_\-/().#:]+/g, ' '));
}

/** Words that a summary's columns are titled with: counts and totals of what stands above. */
export function isTotalsWord(cell: string): boolean {
  return /总|合计|笔数|共计|小计|\btotals?\b|\bcount\b|\bsum\b/i.test(cell);
}

/** First cell of a row that adds up others. */
export function isTotalsLabel(cell: string): boolean {
  if (cell.length > 20) return false;
  return /^[#*]?\s*(?:[\u4e00-\u9fff]{0,4}(?:合\s*计|总\s*计|小\s*计|共\s*计)(?:金额)?|(?:sub|grand )?totals?|sum)\s*[:：]?$/i.test(
    cell,
  );
}
