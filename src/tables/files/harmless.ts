import { concernOf } from '../sensitive.ts';

/** No number that is masked by its shape has fewer digits: a mobile number. */
const SHORTEST_BY_SHAPE = 11;
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
    if (text.length - at >= SHORTEST_BY_SHAPE) return false;
    for (let before = 0; before < at; before += 1)
      if (!isBetween(text.charCodeAt(before) | 0x20, 0x61, 0x7a)) return false;
    const label = text.slice(Math.max(0, at - LABEL), at);
    if (label !== lastLabel) isSafe = concernOf(label) === 'none';
    lastLabel = label;
    return isSafe;
  };
}

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;
