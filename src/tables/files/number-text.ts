/** What a number cell shows: the value, its display text, its number format, and how to take a serial apart. */
export interface NumberCell {
  readonly value: number;
  readonly shown: string;
  readonly format: string;
}

export interface CivilTime {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

/**
 * A number of a spreadsheet as text, without losing what the file holds: the display text where it is the whole value; the exact digits where the display
 * rounds or shows an exponent; an exponent (`2.02003E+27`) where the program itself has lost digits (more than 15), so that nobody takes it for an order number.
 */
export function numberText({ value, shown, format }: NumberCell): string {
  if (!Number.isFinite(value)) return shown;
  if (Math.abs(value) >= 1e15) return exponent(value);
  const plain = shown.replace(/[,\s\u00a0]/g, '');
  if (/%/.test(format) && /%$/.test(plain)) {
    return Math.abs(Number(plain.slice(0, -1)) / 100 - value) < 1e-12 ? shown : `${digits(value * 100)}%`;
  }
  const figure = /^\(.*\)$/.test(plain) ? `-${plain}` : plain;
  const read = Number(figure.replace(/[^\d.eE+-]/g, ''));
  const scaled = /\d,+(?:[^\d0#?]|$)/.test(format.replace(/"[^"]*"/g, ''));
  if (/\d/.test(plain) && !/\dE[+-]?\d/i.test(plain) && !scaled && read === Number(digits(value))) return shown;
  return digits(value);
}

/** Fifteen digits are what a spreadsheet keeps; more would show the noise of binary fractions. */
function digits(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /e/.test(text) ? value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
}

function exponent(value: number): string {
  const [mantissa = '', power = ''] = value.toExponential(14).split('e');
  return `${mantissa.replace(/\.?0+$/, '')}E${power}`;
}

/** A date serial as `YYYY-MM-DD`, with ` HH:MM:SS` if it has a time of day; a bare time of day as `HH:MM:SS`. */
export function dateText(time: CivilTime, value: number, format: string): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(time.H)}:${two(time.M)}:${two(time.S)}`;
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (value < 1 && value >= 0 && !/[yd]/i.test(bare)) return clock;
  const day = `${String(time.y).padStart(4, '0')}-${two(time.m)}-${two(time.d)}`;
  const hasClock = time.H !== 0 || time.M !== 0 || time.S !== 0 || /[hs]/i.test(bare);
  return hasClock ? `${day} ${clock}` : day;
}
