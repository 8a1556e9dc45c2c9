import type { Control } from '#records/reading.ts';
import { cellText, plain } from '../words/plain.ts';
import type { RowRecord } from './record.ts';
import { columnSum, compare } from './sums.ts';

const FIGURE = '[:：为是]?\\s*(?:人民币)?[¥￥$]?\\s*(-?[¥￥]?\\d[\\d,]*(?:\\.\\d{1,2})?)(?:元|(?![\\d万%‰]))';
const SUM = '(?:合计|总计|共计|总额|总金额|总和)';
/** What a line beside a list says of its sums. The words before it must not limit it to a day, a page or another list. */
const SAYINGS = [
  [
    'amount',
    `(?:交易|消费|收款)?总金额|(?:交易|消费|收款)总额|(?:交易|消费|收款)金额${SUM}|${SUM}(?:交易)?金额|(?:[笔条条]|${SUM})[,，、;；:：]*(?:交易|消费)?金额`,
  ],
  ['fee', `总手续费|手续费${SUM}|${SUM}手续费`],
  ['net', `(?:总(?:结算|清算|到账)金额|(?:结算|清算|到账)金额${SUM}|(?:结算|清算|到账)${SUM})`],
] as const;
const PATTERNS = SAYINGS.map(([field, words]) => [field, new RegExp(`(.*?)(?:${words})${FIGURE}`, 'u')] as const);
const LIMITED = /今日|昨日|本日|当日|本[周月页年]|当[周月页年]|上[周月年]|累计|近\d|历史|可|待|成功|失败|退款|未|欠/;

/**
 * Sums that a line of text states beside the one list of a page (`总笔数：6 总金额：1,476.10 元`). A line speaks about the rows as printed, or
 * with the merchant's signs, or about those that came in.
 */
export function sumsInLines(
  texts: readonly string[],
  records: readonly RowRecord[],
  column: (field: 'amount' | 'fee' | 'net') => { readonly index: number; readonly header: string } | null,
): Control[] {
  return [...new Set(texts)].flatMap((text) => {
    if (text.length > 200) return [];
    const line = plain(cellText(text));
    return PATTERNS.flatMap(([field, pattern]) => {
      const found = pattern.exec(line);
      const summed = column(field);
      if (!found?.[2] || !summed || LIMITED.test(found[1] ?? '')) return [];
      const stated = found[2].replace(/[¥￥]/g, '');
      const tries = [
        columnSum(records, summed.index, summed.header),
        ...[() => true, (units: number) => units > 0].map((counts) =>
          records.reduce((sum, { entry }) => {
            const units = entry?.state === 'failed' ? 0 : (entry?.[field] ?? 0);
            return sum + (counts(units) ? units : 0);
          }, 0),
        ),
      ].flatMap((sum) => compare(field, text, stated, sum, 'sum') ?? []);
      return tries.find(({ agrees }) => agrees) ?? tries[0] ?? [];
    });
  });
}
