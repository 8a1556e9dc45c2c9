/** What is beside the text of each cell: its spans; null for a cell that must be read closely; undefined for nothing. */
export type Beside = readonly ({ readonly colSpan: number; readonly rowSpan: number } | null | undefined)[];

/** One way in which rows are written: the same tags, with other texts between them. */
export interface Way {
  /** Takes the texts that stand in cells out of a row's markup. A word where others have none but blanks is another way of writing a row. */
  readonly row: RegExp;
  /** The cell of each of these texts. */
  readonly cells: readonly number[];
  readonly beside: Beside;
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
/** Characters: no pattern is made of a longer row. */
const LONGEST = 20_000;

/** Keeps how this row is written. False where it cannot be told for certain. */
export function learn(ways: Way[], html: string, beside: Beside): boolean {
  const cells: number[] = [];
  let pattern = '^';
  let cell = -1;
  let count = 0;
  let end = 0;
  if (html.length > LONGEST) return false;
  for (const { 0: tags, index } of html.matchAll(TAGS)) {
    if (index !== end) return false;
    for (const [, closing] of tags.matchAll(CELL)) cell = closing === '' ? count++ : -1;
    const from = index + tags.length;
    const to = html.indexOf('<', from);
    end = to < 0 ? html.length : to;
    const text = html.slice(from, end);
    const blank = text.trim() === '';
    if (text.includes('>') || (!blank && (cell < 0 || !SEEN.test(text.replace(SIGN, ''))))) return false;
    pattern += tags.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    if (text === '') continue;
    pattern += blank ? '(\\s+)' : '(\\s*[^<\\s][^<]*)';
    cells.push(cell);
  }
  if (count !== beside.length || end !== html.length) return false;
  ways.push({ row: new RegExp(`${pattern}$`), cells, beside });
  return true;
}

/** The texts of the cells, as they stand in the source, of a row that is written in a way that was learned; null for any other. */
export function textsIn(ways: Way[], html: string): { texts: string[]; beside: Beside } | null {
  for (let at = 0; at < ways.length; at += 1) {
    const { row, cells, beside } = ways[at] as Way;
    const found = row.exec(html);
    if (found === null) continue;
    // What was met last is asked first: rows of one kind stand together.
    if (at > 0) ways.unshift(...ways.splice(at, 1));
    const texts = beside.map(() => '');
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] as number;
      if (cell >= 0) texts[cell] += found[i + 1] as string;
    }
    for (let cell = 0; cell < texts.length; cell += 1) texts[cell] = own(texts[cell] as string);
    return { texts, beside };
  }
  return null;
}

function own(text: string): string {
  const read = text.includes('&') ? text.replace(SIGN, (sign) => WRITTEN[sign] ?? sign) : text;
  return read.length < NOT_COPIED ? read : ` ${read}`.slice(1);
}
