import { concernOf } from '../sensitive.ts';

/** No number that is masked by its shape has fewer digits: a mobile number. */
const SHORTEST_BY_SHAPE = 11;
/** No label makes a number of fewer digits one that is masked. */
const SHORTEST_BY_LABEL = 6;
/** As far as `maskText` looks back for a label. */
const LABEL = 16;

/**
 * Tells ids that masking free text leaves as they are: letters, then fewer digits than any number has that is masked by its shape, and no letters that say
 * what the digits are. For columns with millions of ids, each of which `maskText` would search many times.
 */
export function harmlessIds(): (text: string) => boolean {
  let lastLabel = '';
  let isSafe = true;
  return (text) => {
    let at = text.length;
    while (at > 0 && isBetween(text.charCodeAt(at - 1), 0x30, 0x39)) at -= 1;
    const digits = text.length - at;
    if (digits >= SHORTEST_BY_SHAPE) return false;
    for (let before = 0; before < at; before += 1)
      if (!isBetween(text.charCodeAt(before) | 0x20, 0x61, 0x7a)) return false;
    if (digits < SHORTEST_BY_LABEL) return true;
    const label = text.slice(Math.max(0, at - LABEL), at);
    if (label !== lastLabel) isSafe = concernOf(label) === 'none';
    lastLabel = label;
    return isSafe;
  };
}

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;
