import type { Sighting, Table } from '#records/sighting.ts';

const COUNT =
  /共\s*(?:查询到|找到|有|计)?\s*([\d,]{1,11})\s*(?:条|笔)(?:记录|数据|交易|明细)?|(?:总记录数|记录总数|总条数)\s*[:：]?\s*([\d,]{1,11})|\b(?:total|of)\s+([\d,]{1,11})\s+(?:records|entries|results|rows|items)\b/i;

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
