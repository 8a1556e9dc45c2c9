import type { Sighting, Table } from '#records/sighting.ts';

const COUNT =
  /[共全]\s*(?:查询到|查詢到|找到|有|计|計)?\s*([\d,]{1,11})\s*(?:条|條|笔|筆|件)(?:记录|记錄|数据|資料|交易|明细)?|(?:总记录数|總記錄數|记录总数|总条数|總筆數|總條數)\s*[:：]?\s*([\d,]{1,11})|(?:\b(?:total|of)|\b\d+\s*(?:bis|-|–|à)\s*\d+\s+(?:von|sur))\s+([\d,]{1,11})\s+(?:records|entries|results|rows|items|transactions|payments|eintr|éléments)/iu;

export interface StatedCount {
  readonly count: number;
  readonly words: string;
}

/** How many rows a page or file says its list has, all pages together: on the table, or in a line beside it. Null if it does not say. */
export function statedCount(sighting: Sighting, table: Table | null): StatedCount | null {
  const lines = sighting.texts.flatMap((text) => {
    const match = text.length <= 300 ? COUNT.exec(text) : null;
    const digits = match?.[1] ?? match?.[2] ?? match?.[3];
    return digits === undefined
      ? []
      : [{ count: Number(digits.replaceAll(',', '')), words: text.trim().slice(0, 300) }];
  });
  if (table?.stated != null) {
    const stated = table.stated;
    return lines.find(({ count }) => count === stated) ?? { count: stated, words: `共 ${stated} 条` };
  }
  // Lines with several different counts may speak about several lists.
  return new Set(lines.map(({ count }) => count)).size === 1 ? (lines[0] ?? null) : null;
}

/** Words of a list that has nothing to show: `您还没有提现记录`, `No transactions yet`. */
export const saysNone = (text: string): boolean =>
  text.length <= 80 &&
  /(?:没有|沒有|暂无|暫無|尚无|尚無|查无|查無|未找到|无).{0,8}(?:记录|記錄|紀錄|数据|資料|交易|订单|明细|結果|结果)|\bno (?:matching |recent )?(?:transactions?|records?|results?|data|payouts?|payments?|entries|items)\b|ありません|없습니다|keine (?:transaktionen|daten|eintr)|aucun|sin (?:datos|resultados|movimientos)|nenhum|nessun/i.test(
    text,
  );
