/** Invisible characters that could hide, split or reorder a figure: format and bidi controls, fillers, variation selectors. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const CONTROL = /\p{Cc}/gu;
/** ASCII, Han and the signs that stand beside them, with single blanks between: nearly all texts. */
const IS_CLEAN = /^(?:[!-~¥×–—…、-〗\u4E00-\u9FFF！-～￥] ?)*(?<! )$/;
const NEEDS_CLEANING =
  /^\s|\s$|\s\s|[\p{Cf}\p{Cc}\u00A0\u3000\u2000-\u200A\u2028\u2029\u202F\u205F\p{Default_Ignorable_Code_Point}]/u;

const LONGEST_CELL = 4000;

/** Text of a usual length in which there is nothing to clean. */
export const isClean = (text: string): boolean => text.length <= LONGEST_CELL && IS_CLEAN.test(text);

/** Text as a person sees it: invisible characters gone, runs of blanks one blank, no blanks at the ends, at most `longest` characters. */
export function cleanText(text: string, longest = LONGEST_CELL): string {
  const short = text.length > longest * 4 ? text.slice(0, longest * 4) : text;
  if (IS_CLEAN.test(short) || !NEEDS_CLEANING.test(short))
    return short.length > longest ? short.slice(0, longest) : short;
  const clean = short.replace(INVISIBLE, '').replace(/\s+/g, ' ').replace(CONTROL, '').trim();
  return clean.length > longest ? clean.slice(0, longest) : clean;
}
