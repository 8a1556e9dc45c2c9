import type { Section, Sections } from './sections.ts';

const COUNT_LINE = /(?:^|[\s,，。#])共\s*[:：]?\s*(\d{1,9})\s*[笔条](?:交易)?(?:记录|明细)?(?=$|[\s,，。;；])/;
const COUNT_LABEL = /(?:总笔数|总记录数|记录总数|总条数|交易笔数合计|records?|rows?)\s*[:：]\s*(\d{1,9})(?!\d*[.,]\d)/i;
const SIDE_LINE = /^#?\s*(支出|收入)合计\s*[:：]\s*(\d{1,9})\s*笔/;

/**
 * How many rows the file says its list has: `共18笔记录` on a line of its own, Alipay's two lines `#支出合计：0笔…` and `#收入合计：18笔…` together,
 * or a trailer's `总交易单数` / `资金流水总笔数` (domain.md §4.1–4.2). Null if it does not say, or if there are several lists to count.
 */
export function statedRows({ tables, texts }: Sections): number | null {
  const lists = tables.filter((table) => !table.trailer);
  if (lists.length !== 1) return null;
  for (const trailer of tables) {
    const count = trailer.trailer ? trailerCount(trailer) : null;
    if (count !== null) return count;
  }
  const sides = new Map<string, number>();
  // A line that states a count is short; patterns are not let loose on what is not.
  const lines = texts.filter((text) => text.length <= 300);
  for (const text of lines) {
    const side = SIDE_LINE.exec(text);
    if (side?.[1] && side[2]) sides.set(side[1], Number(side[2]));
  }
  const [out, into] = [sides.get('支出'), sides.get('收入')];
  if (out !== undefined && into !== undefined) return out + into;
  for (const text of lines) {
    const count = COUNT_LINE.exec(text) ?? COUNT_LABEL.exec(text);
    if (count?.[1]) return Number(count[1]);
  }
  return null;
}

function trailerCount(trailer: Section): number | null {
  const at = trailer.header.findIndex((title) => /^(?:总交易单数|资金流水总笔数|总笔数|交易总笔数)$/.test(title));
  const cell = at < 0 ? undefined : trailer.rows[0]?.[at];
  const count = cell === undefined ? null : /^(\d{1,9})(?:\.0+)?$/.exec(cell);
  return count?.[1] ? Number(count[1]) : null;
}
