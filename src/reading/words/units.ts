import type { Denomination } from '#money/amount.ts';
import { plain } from './plain.ts';

/** The unit that a header states: `交易金额(分)` → minor, `（元）` and `(+元)` → major, `万元` → wan, otherwise null. */
export function unitOfHeader(header: string): Denomination | null {
  const text = plain(header);
  const inBrackets = /\((?:单位:?)?[+-]?(?:人民币)?(万元|元|分|角|cny|rmb|yuan|cents?|fen)\)/.exec(text)?.[1];
  const found = inBrackets ?? /[/:](万元|元|分)(?:\(|$)/.exec(text)?.[1];
  if (found === undefined || found === '角') return null;
  if (found === '万元') return 'wan';
  if (found === '分' || found.startsWith('cent') || found === 'fen') return 'minor';
  return 'major';
}

const STRANGE = '千元|百元|百万元?|千万元?|亿元?|角|厘|毫|thousands?|millions?|k';
const STRANGE_HEADER = new RegExp(`\\((?:单位:?)?(?:人民币|in|¥|\\$|usd|cny)?(?:${STRANGE})\\)`);
const STRANGE_TEXT = new RegExp(
  `单位[:为是]?(?:人民币)?(?:${STRANGE})(?![\u4e00-\u9fff])|\\bin(?:thousands|millions)\\b`,
);

/** A unit is stated, and it is none that figures are read in here (千元, 角, thousands): such figures must not be taken for 元. */
export const isStrangeUnit = (text: string): boolean => {
  const words = plain(text);
  return STRANGE_HEADER.test(words) || (words.length <= 300 && STRANGE_TEXT.test(words));
};

/** The unit that a whole list states beside itself: `单位：元`. */
export function unitOfTexts(texts: readonly string[]): Denomination | null {
  for (const text of texts) {
    const words = plain(text);
    const found = /单位[:为是]?(?:人民币)?(万元|元|分)|以(?:人民币)?(万元|元|分)(?:为单位|计)/.exec(words);
    const unit = found?.[1] ?? found?.[2];
    if (unit) return unit === '分' ? 'minor' : unit === '元' ? 'major' : 'wan';
    if (
      words.length <= 300 &&
      /(?:amounts?|figures?|values?)(?:are|is|shown|stated|displayed)*in(?:minorunits|cents|fen|pence)(?![a-z])/.test(
        words,
      )
    )
      return 'minor';
  }
  return null;
}

/** What a bare number in a rate column means, where its header says so: `费率%`, `费率(万分之一)`. */
export function bareRateOfHeader(header: string): 'percent' | 'per-10000' | null {
  const text = plain(header);
  if (/万分|‱/.test(text)) return 'per-10000';
  return /%|百分/.test(text) ? 'percent' : null;
}

/** Whether this printed figure has decimals that an amount in 分 cannot have. `500` and `500.0` can; `100.00` and `0.5` cannot. */
export function contradictsMinor(cell: string): boolean {
  const text = plain(cell);
  if (/^[-+¥]*[\d,]+(?:\.\d+)?(?:元|万元?)$/.test(text)) return true;
  const decimals = /^[-+]?[\d,]+\.(\d+)$/.exec(text)?.[1];
  return decimals !== undefined && decimals !== '0';
}
