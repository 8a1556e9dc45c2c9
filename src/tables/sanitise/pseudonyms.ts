import { luhn } from '../mask.ts';

/** A number from 0 up to, not including, 1. Cryptographic where a page is really given away. */
export type Random = () => number;

/** Characters that nobody takes for a real name, and that no portal's word begins with. */
const CHINESE = '甲乙丙丁戊己庚辛壬癸卯辰巳酉戌亥';
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
const TRIES = 400;

/**
 * Other words and digits for what names somebody. Each is drawn at random when it is first needed and remembered for this one run: equal stays equal,
 * and nothing links a pseudonym to what it stands for once the run is over. None of the numbers that `shunned` holds ever comes out.
 */
export class Pseudonyms {
  private readonly random: Random;
  private readonly shunned: Shunned;
  private readonly given = new Map<string, string>();
  private readonly used = new Set<string>();

  constructor(random: Random, shunned: Shunned) {
    this.random = random;
    this.shunned = shunned;
  }

  /** Words: Chinese characters and Latin letters become others, as many; capitals stay capitals. Everything else stays. */
  words(text: string): string {
    return this.once(`w${text}`, () =>
      [...text]
        .map((c) => {
          if (/[A-Z]/.test(c)) return this.pick(CONSONANTS).toUpperCase();
          if (/[a-z]/.test(c)) return this.pick(CONSONANTS);
          if (/\p{L}/u.test(c)) return this.pick(CHINESE);
          return c;
        })
        .join(''),
    );
  }

  /**
   * A number, with or without letters, stars and separators in it: other digits and letters, as many, in the same places. A number of card length never
   * passes Luhn, a leading zero stays one, and no other number begins with one, or as a year does.
   */
  number(text: string): string {
    return this.once(`n${text}`, () => this.draw(text));
  }

  private draw(text: string): string {
    let first = true;
    return text.replace(/[0-9A-Za-z]/g, (c) => {
      const leads = first;
      first = false;
      if (/[A-Z]/.test(c)) return this.pick(CONSONANTS).toUpperCase();
      if (/[a-z]/.test(c)) return this.pick(CONSONANTS);
      if (!leads) return this.pick('0123456789');
      return c === '0' ? '0' : this.pick('3456789');
    });
  }

  private once(key: string, draw: () => string): string {
    const before = this.given.get(key);
    if (before !== undefined) return before;
    const text = key.slice(1);
    let drawn = draw();
    for (let tries = 0; tries < TRIES && !this.fits(text, drawn, tries); tries += 1) drawn = draw();
    this.given.set(key, drawn);
    this.used.add(drawn);
    return drawn;
  }

  /** After many tries two names may share a pseudonym (there are few of one character); a forbidden number is never let through. */
  private fits(text: string, drawn: string, tries: number): boolean {
    if (this.shunned.hits(drawn)) return false;
    const digits = drawn.replace(/\D/g, '');
    if (digits.length >= 12 && digits.length <= 19 && luhn(digits)) return false;
    return tries > TRIES / 2 || (drawn !== text && !this.used.has(drawn));
  }

  private pick(from: string): string {
    return from.charAt(Math.floor(this.random() * from.length));
  }
}

const SHORTEST = 6;

/** Long digit runs of the original, none of which may stand in what is given away. */
export class Shunned {
  private readonly byLength = new Map<number, Set<string>>();

  add(text: string): void {
    for (const [run] of ascii(text).matchAll(/\d{6,}/g)) {
      const same = this.byLength.get(run.length) ?? new Set();
      same.add(run);
      this.byLength.set(run.length, same);
    }
  }

  /** Whether one of the runs stands anywhere in the text. */
  hits(text: string): boolean {
    for (const [run] of ascii(text).matchAll(/\d{6,}/g)) {
      for (const [length, runs] of this.byLength) {
        for (let at = 0; at + length <= run.length; at += 1) if (runs.has(run.slice(at, at + length))) return true;
      }
    }
    return false;
  }
}

/** Full-width digits as ASCII. */
export const ascii = (text: string): string =>
  text.replace(/[\uFF10-\uFF19]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0));

export const isLongRun = (digits: string): boolean => digits.length >= SHORTEST;
