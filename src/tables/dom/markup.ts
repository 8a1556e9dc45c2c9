/** What is beside the text of each cell: its spans; null for a cell that must be read closely; undefined for nothing. */
export type Beside = readonly ({ readonly colSpan: number; readonly rowSpan: number } | null | undefined)[];

/** Tags of a row that stand side by side, and what text follows. The rows of a list begin alike: together they are a tree. */
export interface Step {
  readonly tags: string;
  /** Nothing but blanks follows: another row with a word in this place is another way of writing a row. */
  readonly blank: boolean;
  /** The cell in which the text stands; −1 for between the cells. */
  readonly cell: number;
  readonly next: Step[];
  /** Where a row ends: what was learned from it. */
  beside?: Beside;
}

/** A browser writes every value of an attribute between double quotes. */
const TAGS = /(?:<(?:[^<>"]|"[^<>"]*")*>)+/g;
const CELL = /<(\/?)t[dh]\b/g;
/** Signs that a person sees wherever they are shown: of others nothing can be learned. */
const SEEN = /[!-~¥￥\u4E00-\u9FFF]/;
/** What a browser writes otherwise in a text. */
const SIGN = /&\w+;/g;
const WRITTEN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00A0' };
/** From this length on an engine does not copy a part of a text: it would keep the whole row's markup in memory. */
const NOT_COPIED = 13;
const TAG = '<'.charCodeAt(0);

/** Keeps how this row is written. False where it cannot be told for certain. */
export function learn(ways: Step[], html: string, beside: Beside): boolean {
  let steps = ways;
  let last: Step | undefined;
  let cell = -1;
  let cells = 0;
  let end = 0;
  for (const { 0: tags, index } of html.matchAll(TAGS)) {
    if (index !== end) return false;
    for (const [, closing] of tags.matchAll(CELL)) cell = closing === '' ? cells++ : -1;
    const from = index + tags.length;
    const to = html.indexOf('<', from);
    end = to < 0 ? html.length : to;
    const text = html.slice(from, end);
    const blank = text.trim() === '';
    if (text.includes('>') || (!blank && (cell < 0 || !SEEN.test(text.replace(SIGN, ''))))) return false;
    last = steps.find((step) => step.tags === tags && step.blank === blank);
    if (last === undefined) {
      last = { tags, blank, cell, next: [] };
      steps.push(last);
    }
    steps = last.next;
  }
  if (last === undefined || cells !== beside.length || end !== html.length) return false;
  last.beside = beside;
  return true;
}

/** The texts of the cells, as they stand in the source, of a row that is written in a way that was learned; null for any other. */
export function textsIn(ways: readonly Step[], html: string): { texts: string[]; beside: Beside } | null {
  const texts: string[] = [];
  let steps = ways;
  for (let at = 0; ; ) {
    const step = stepAt(steps, html, at);
    if (step === undefined) return null;
    const from = at + step.tags.length;
    at = html.indexOf('<', from);
    if (at < 0) {
      const { beside } = step;
      if (beside === undefined) return null;
      for (let cell = 0; cell < beside.length; cell += 1) texts[cell] = own(texts[cell] ?? '');
      return { texts, beside };
    }
    if (step.cell >= 0) {
      const before = texts[step.cell];
      const text = html.slice(from, at);
      texts[step.cell] = before === undefined ? text : before + text;
    }
    steps = step.next;
  }
}

function stepAt(steps: readonly Step[], html: string, at: number): Step | undefined {
  for (const step of steps) {
    if (!html.startsWith(step.tags, at)) continue;
    const from = at + step.tags.length;
    const first = html.charCodeAt(from);
    if (first !== TAG && (!isInk(first) && isBlankAt(html, from)) === step.blank) return step;
  }
  return undefined;
}

/** Nearly all texts tell by their first sign that they are not blank. */
const isInk = (code: number): boolean => code > 0x20 && code < 0xa0;

/** Nothing but blanks stands here before the next tag. */
function isBlankAt(html: string, from: number): boolean {
  const to = html.indexOf('<', from);
  return html.slice(from, to < 0 ? from : to).trim() === '';
}

function own(text: string): string {
  const read = text.includes('&') ? text.replace(SIGN, (sign) => WRITTEN[sign] ?? sign) : text;
  return read.length < NOT_COPIED ? read : ` ${read}`.slice(1);
}
