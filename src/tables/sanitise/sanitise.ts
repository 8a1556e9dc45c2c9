import { type AttributeFate, fateOf, fateOfAttribute, plainStyle } from './allowed.ts';
import { type Columns, columnsOf } from './columns.ts';
import { isUnsure, MOST_WEEKS, moveDays, yearIn } from './dates.ts';
import { FACTORS, timesFigure } from './money.ts';
import { Pseudonyms, type Random, Shunned } from './pseudonyms.ts';
import { type Role, roleOf } from './roles.ts';
import { type Deal, dealTokens } from './tokens.ts';
import { type Branch, isLeaf, type Leaf, leavesOf, shownIn, type Twig, textOf } from './tree.ts';
import { isCommon } from './vocabulary.ts';

export interface Sanitised {
  readonly root: Branch;
  readonly title: string;
  /** Words that stayed as they were, each once: what a person should look through before giving the page away. */
  readonly kept: readonly string[];
}

const MOST_KEPT = 1000;
const MOST_NAMES = 2000;
const LONGEST_TEXT = 4000;
const MOST_FACTOR = 400;

/**
 * A page that says the same of its tables and nothing of the merchant: see docs/new-page.md for what becomes of what.
 * Pure but for `random`, which must be cryptographic where the page is given away.
 */
export function sanitise(page: { readonly root: Branch; readonly title: string }, random: Random): Sanitised {
  const columns = columnsOf(page.root);
  const notes = new Notes();
  const first = new Pass(columns, notes.deal, { weeks: 0, year: 2000, names: null });
  first.through(page.root);
  first.text(page.title, 'none');
  for (const name of first.names) notes.names.add(name);
  const shunned = notes.shunned;
  const pseudonyms = new Pseudonyms(random, shunned);
  const factor = factorFor(notes.figures, shunned, random);
  const second = new Pass(
    columns,
    {
      number: (text) => pseudonyms.number(text),
      words: (text) => pseudonyms.words(text),
      money: (figure) => timesFigure(figure, factor),
    },
    {
      weeks: first.unsure ? 0 : 1 + Math.floor(random() * MOST_WEEKS),
      year: first.year ?? new Date().getUTCFullYear(),
      names: anyOf([...notes.names]),
    },
  );
  const root = second.through(page.root);
  return { root, title: second.text(page.title, 'none'), kept: [...second.kept] };
}

/** What the first pass learns, without changing anything. */
class Notes {
  readonly shunned = new Shunned();
  readonly figures = new Set<string>();
  readonly names = new Set<string>();
  readonly deal: Deal = {
    number: (text) => {
      this.shunned.add(text);
      return text;
    },
    words: (text) => text,
    money: (figure) => {
      this.shunned.add(figure);
      this.figures.add(figure);
      return figure;
    },
  };
}

/** A factor that makes none of the page's own long numbers out of its money. */
function factorFor(figures: ReadonlySet<string>, shunned: Shunned, random: Random): number {
  const start = Math.floor(random() * FACTORS.length);
  const factors: number[] = FACTORS.map((_, at) => FACTORS[(start + at) % FACTORS.length] ?? 2);
  for (let factor = 11; factor < MOST_FACTOR; factor += 1) if (factor % 5 !== 0) factors.push(factor);
  const fits = (factor: number) => ![...figures].some((figure) => shunned.hits(timesFigure(figure, factor)));
  return factors.find(fits) ?? factors[0] ?? 2;
}

function anyOf(names: readonly string[]): RegExp | null {
  const known = names.filter((name) => name.length >= 2 && !isCommon(name)).sort((a, b) => b.length - a.length);
  if (known.length === 0) return null;
  const escaped = known.slice(0, MOST_NAMES).map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return new RegExp(`(${escaped.join('|')})`, 'g');
}

interface Settled {
  readonly weeks: number;
  readonly year: number;
  /** Names that the page gives somewhere: replaced wherever they stand. */
  readonly names: RegExp | null;
}

/** Where a text stands. */
interface Place {
  /** By the header of its column; null outside of columns. */
  readonly role: Role | null;
  readonly header: boolean;
}

const LABELLED = /([^\s:：;；,，|。、()（）0-9]{1,20})\s*[:：]/g;
const WHOLE_DAY = /^\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[\sT]+\d{1,2}:\d\d(?::\d\d)?)?\s*$/;

/** One pass over the page, in reading order. */
class Pass {
  readonly names = new Set<string>();
  readonly kept = new Set<string>();
  unsure = false;
  year: number | null = null;
  private readonly columns: Columns;
  private readonly deal: Deal;
  private readonly settled: Settled;
  /** The words right before, which may be the label of what comes. */
  private before = '';

  constructor(columns: Columns, deal: Deal, settled: Settled) {
    this.columns = columns;
    this.deal = deal;
    this.settled = settled;
  }

  through(root: Branch): Branch {
    return this.branch(root, { role: null, header: false }) ?? { tag: 'body', attrs: new Map(), children: [] };
  }

  private branch(branch: Branch, outer: Place): Branch | null {
    const fate = fateOf(branch.tag);
    if (fate === 'drop' || (branch.tag === 'input' && branch.attrs.get('type')?.toLowerCase() === 'hidden'))
      return null;
    const label = this.columns.above.get(branch);
    const place: Place = {
      role: label === undefined ? outer.role : roleOf(label),
      header: outer.header || this.columns.headers.has(branch),
    };
    const attrs = this.attributes(branch, place);
    const tag = fate === 'as-div' ? 'div' : branch.tag;
    if (fate === 'empty') return { tag, attrs, children: [] };
    const joined = this.joined(branch, place);
    const twigs = (list: readonly Twig[]) => list.flatMap((twig) => this.twig(twig, place, joined));
    const shadow = branch.shadow === undefined ? undefined : twigs(branch.shadow);
    return { tag, attrs, children: twigs(branch.children), ...(shadow === undefined ? {} : { shadow }) };
  }

  private twig(twig: Twig, place: Place, joined: ReadonlyMap<Leaf, string> | null): Twig[] {
    if (isLeaf(twig)) return [{ text: joined?.get(twig) ?? this.leaf(twig.text, place) }];
    if (joined !== null) return [this.parts(twig, joined)];
    const branch = this.branch(twig, place);
    return branch === null ? [] : [branch];
  }

  /** An element whose texts are parts of one figure, which was dealt with whole. */
  private parts(branch: Branch, joined: ReadonlyMap<Leaf, string>): Branch {
    const place: Place = { role: null, header: false };
    const children = shownIn(branch).map(
      (twig): Twig => (isLeaf(twig) ? { text: joined.get(twig) ?? '' } : this.parts(twig, joined)),
    );
    return { tag: branch.tag, attrs: this.attributes(branch, place), children };
  }

  /** `<b>1,234</b><i>.56</i>` is one figure: what becomes of it is laid over its parts again from the right. */
  private joined(branch: Branch, place: Place): Map<Leaf, string> | null {
    if (place.header || branch.children.length < 2 || !isSplitFigure(branch)) return null;
    const leaves = [...leavesOf(branch)];
    let rest = this.leaf(leaves.map(({ text }) => text).join(''), place);
    const out = new Map<Leaf, string>();
    for (const [at, leaf] of [...leaves.entries()].reverse()) {
      const from = at === 0 ? 0 : Math.max(0, rest.length - leaf.text.length);
      out.set(leaf, rest.slice(from));
      rest = rest.slice(0, from);
    }
    return out;
  }

  private leaf(raw: string, place: Place): string {
    const text = raw.slice(0, LONGEST_TEXT).replace(/[\p{Cf}\p{Cc}]/gu, (c) => (/\s/.test(c) ? c : ''));
    if (text.trim() === '') return text;
    if (place.header) return this.header(text);
    const label = this.before;
    const bare = text.trim();
    if (/[\p{L}\p{N}]/u.test(bare))
      this.before = bare.length <= 20 && /\p{L}/u.test(bare) && !/\d/.test(bare) ? bare : '';
    const said = place.role ?? roleOf(label);
    const out = this.text(text, said === 'name' && place.role === null && isCommon(text) ? 'none' : said);
    if (out === text && /\p{L}/u.test(text) && this.kept.size < MOST_KEPT) this.kept.add(bare.slice(0, 200));
    return out;
  }

  /** A header's words stay: they are what a page that was not understood is looked at for. */
  private header(text: string): string {
    const { names } = this.settled;
    const bare = names === null ? text : text.replace(names, (name) => this.deal.words(name));
    const out = bare.replace(/[0-9０-９]{6,}/g, (run) => this.deal.number(run));
    if (out === text && this.kept.size < MOST_KEPT) this.kept.add(text.trim().slice(0, 200));
    return out;
  }

  /** One text, part by part: what stands behind a label in it is what that label says. */
  text(text: string, role: Role): string {
    if (isUnsure(text) && role !== 'number' && role !== 'name' && role !== 'money') this.unsure = true;
    this.year ??= yearIn(text);
    let out = '';
    let from = 0;
    let now = role;
    for (const found of text.matchAll(LABELLED)) {
      const label = found[1] ?? '';
      const said = roleOf(label);
      if (!/\p{L}/u.test(label)) continue;
      out +=
        this.part(text.slice(from, found.index), now) +
        this.part(found[0], role === 'name' && said === 'none' ? 'name' : 'none');
      from = found.index + found[0].length;
      now = said === 'none' ? role : said;
    }
    return out + this.part(text.slice(from), now);
  }

  private part(text: string, role: Role): string {
    if (text === '') return '';
    if (role === 'name') this.noteNames(text);
    const { names } = this.settled;
    if (names === null) return this.plain(text, role);
    // `split` with a group leaves the names at the odd places.
    return text
      .split(names)
      .map((piece, at) =>
        at % 2 === 1 ? this.deal.words(piece).replace(/\d+/g, (run) => this.deal.number(run)) : this.plain(piece, role),
      )
      .join('');
  }

  private plain(text: string, role: Role): string {
    if (text === '') return '';
    const days = (role !== 'number' && role !== 'name') || WHOLE_DAY.test(text);
    if (!days) return dealTokens(text, role, this.deal);
    const { weeks, year } = this.settled;
    return moveDays(text, weeks, year, role === 'date' || role === 'none')
      .map((stretch) => (stretch.done ? stretch.text : dealTokens(stretch.text, role, this.deal)))
      .join('');
  }

  private noteNames(text: string): void {
    const name = text.trim();
    if (this.names.size >= MOST_NAMES || name.length > 60 || !/\p{L}/u.test(name)) return;
    this.names.add(name);
    for (const [run] of name.matchAll(/\p{L}{2,}/gu)) this.names.add(run);
  }

  private attributes({ tag, attrs }: Branch, place: Place): Map<string, string> {
    const out = new Map<string, string>();
    const secret = tag === 'input' && attrs.get('type')?.toLowerCase() === 'password';
    for (const [name, value] of attrs) {
      const kept = this.attribute(fateOfAttribute(name, tag), value, place);
      if (kept !== null && !(secret && name === 'value')) out.set(name, kept);
    }
    return out;
  }

  private attribute(fate: AttributeFate, value: string, place: Place): string | null {
    switch (fate) {
      case 'drop':
        return null;
      case 'number':
        return /^-?\d{1,5}$/.test(value.trim()) ? value.trim() : null;
      case 'flag':
        return '';
      case 'word':
        return /^[a-z_-]{1,30}$/i.test(value) ? value : null;
      case 'name':
        return this.programmersNames(value);
      case 'said':
        return this.leaf(value, { ...place, header: false });
      case 'style':
        return plainStyle(value) || null;
      case 'address':
        return '#';
    }
  }

  private programmersNames(value: string): string | null {
    const { names } = this.settled;
    const kept = value
      .slice(0, 2000)
      .split(/\s+/)
      .filter((word) => /^[A-Za-z_][\w:-]{0,60}$/.test(word))
      .map((word) => (names === null ? word : word.replace(names, (name) => this.deal.words(name))))
      .map((word) => word.replace(/\d{6,}/g, (run) => this.deal.number(run)));
    return kept.length === 0 ? null : kept.join(' ');
  }
}

const INLINE = /^(?:span|b|i|em|strong|small|sup|sub|font|data|label|u)$/;
const SIGN = /^[\s+\-−(¥￥$€£)元]*$/;

/** Whether an element's inline parts make one figure: a sign and a number, a number and its decimals, a card number in fours. */
function isSplitFigure(branch: Branch): boolean {
  if (textOf(branch, 60).length > 40 || !onlyInline(branch)) return false;
  const texts = [...leavesOf(branch)].map(({ text }) => text.trim()).filter((text) => text !== '');
  const numbers = texts.filter((text) => !SIGN.test(text));
  if (texts.length < 2 || numbers.length === 0 || !numbers.every((text) => /^[-+−]?[¥￥$€£]?[\d,.*]+元?$/.test(text)))
    return false;
  const [one = '', two = ''] = numbers;
  if (numbers.length === 1) return true;
  if (numbers.length === 2) return /^[.,]/.test(two) || /[.,]$/.test(one);
  return numbers.slice(0, -1).every((text) => /^[\d*]{4}$/.test(text)) && numbers.join('').length >= 12;
}

const onlyInline = (branch: Branch): boolean =>
  shownIn(branch).every(
    (twig) => isLeaf(twig) || (INLINE.test(twig.tag) && twig.shadow === undefined && onlyInline(twig)),
  );
