/** Factors by which a page's money may be multiplied. None is 5: a page of 0.20 would lose its cents. */
export const FACTORS = [2, 3, 4, 6, 7, 8, 9] as const;

/**
 * A printed figure times a whole number, printed the same way: same decimals, same separators, at least as many digits. A figure is digits with points
 * and commas between them; which of these is the decimal sign does not matter, because whole multiples are the same either way. So every sum, difference and
 * balance that held on the page holds exactly, without knowing which those are.
 */
export function timesFigure(figure: string, factor: number): string {
  const digits = figure.replace(/\D/g, '');
  const times = String(BigInt(digits) * BigInt(factor)).padStart(digits.length, '0');
  const marks: (readonly [fromRight: number, mark: string])[] = [];
  let right = digits.length;
  for (const c of figure) {
    if (/\d/.test(c)) right -= 1;
    else marks.push([right, c]);
  }
  const first = marks[0];
  // `999,000.00` grown by a digit is grouped once more, as the page would.
  if (first !== undefined && marks.length > 0 && groups(figure)) {
    for (let at = first[0] + 3; at < times.length; at += 3) marks.unshift([at, first[1]]);
  }
  let out = times;
  for (const [at, mark] of marks) out = `${out.slice(0, tailAt(out, at))}${mark}${out.slice(tailAt(out, at))}`;
  return out;
}

/** Where the last `digits` digits of a text begin. */
function tailAt(text: string, digits: number): number {
  let left = digits;
  for (let at = text.length; at >= 0; at -= 1) {
    if (left === 0) return at;
    if (/\d/.test(text.charAt(at - 1))) left -= 1;
  }
  return 0;
}

const groups = (figure: string): boolean =>
  /^\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?$|^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(figure);
