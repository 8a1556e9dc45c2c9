import { attr, boxOf, firstOf, kindOf, nextOf, tagOf } from '../dom/safe.ts';
import { isDisplayed, isUnveiled, shadowOf } from '../dom/show.ts';
import { fateOf, fateOfAttribute } from './allowed.ts';
import type { Branch, Twig } from './tree.ts';

/** A page is looked at up to here; what is beyond is left out, and said. */
const MOST_NODES = 120_000;
const MOST_LETTERS = 3_000_000;
const DEEPEST = 300;
const LONGEST_TEXT = 4000;
const MOST_OPTIONS = 60;

export interface Copied {
  readonly root: Branch;
  readonly title: string;
  /** The page is larger than a report may be. */
  readonly cut: boolean;
}

/** How each element is displayed if nobody says otherwise; what differs came from a style sheet, which is left out, and is noted. */
const BLOCKS =
  /^(?:body|div|p|form|fieldset|ul|ol|dl|dt|dd|h[1-6]|header|footer|main|nav|section|article|aside|details|summary|center|pre|address|blockquote|figure|figcaption|menu|legend|optgroup|option)$/;
const BY_TAG: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'table-header-group',
  tbody: 'table-row-group',
  tfoot: 'table-footer-group',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
  caption: 'table-caption',
  colgroup: 'table-column-group',
  col: 'table-column',
  li: 'list-item',
  button: 'inline-block',
  select: 'inline-block',
  input: 'inline-block',
  textarea: 'inline-block',
};
const usual = (tag: string): string => BY_TAG[tag] ?? (BLOCKS.test(tag) ? 'block' : 'inline');

/** Copies what a document shows into a small tree: open and closed shadow roots, what stands in inputs, and what style sheets hide. Changes nothing. */
export function copyDocument(doc: Document): Copied {
  const copy = new Copy();
  const root = doc.body === null ? null : copy.element(doc.body, 0, true);
  return {
    root: root ?? { tag: 'body', attrs: new Map(), children: [] },
    title: doc.title.slice(0, 300),
    cut: copy.cut,
  };
}

class Copy {
  cut = false;
  private nodes = 0;
  private letters = 0;

  element(el: Element, depth: number, parentShown: boolean): Branch | null {
    const tag = tagOf(el).toLowerCase();
    const fate = fateOf(tag);
    if (fate === 'drop') return null;
    this.nodes += 1;
    if (this.nodes > MOST_NODES || depth > DEEPEST) {
      this.cut = true;
      return null;
    }
    const attrs = this.attributes(el, tag);
    const shown = parentShown && isDisplayed(el);
    const style = this.style(el, tag, attrs.get('style') ?? '', parentShown, shown);
    if (style === '') attrs.delete('style');
    else attrs.set('style', style);
    if (fate === 'empty') return { tag, attrs, children: [] };
    if (tag === 'textarea') return { tag, attrs, children: this.leaf((el as HTMLTextAreaElement).value) };
    const shadow = shadowOf(el);
    const children = this.children(el, depth, shown);
    return shadow === null
      ? { tag, attrs, children }
      : { tag, attrs, children, shadow: this.children(shadow, depth, shown) };
  }

  private children(parent: ParentNode, depth: number, shown: boolean): Twig[] {
    const twigs: Twig[] = [];
    let options = 0;
    for (let node: Node | null = firstOf(parent); node !== null && !this.cut; node = nextOf(node)) {
      if (kindOf(node) === 3) twigs.push(...this.leaf((node as Text).data));
      else if (kindOf(node) === 1) {
        const el = node as Element;
        if (tagOf(el) === 'OPTION') {
          options += 1;
          if (options > MOST_OPTIONS && !(el as HTMLOptionElement).selected) continue;
        }
        const branch = this.element(el, depth + 1, shown);
        if (branch !== null) twigs.push(branch);
      }
    }
    return twigs;
  }

  private leaf(text: string): Twig[] {
    const short = text.slice(0, LONGEST_TEXT);
    this.letters += short.length;
    if (this.letters > MOST_LETTERS) {
      this.cut = true;
      return [];
    }
    return short === '' ? [] : [{ text: short }];
  }

  private attributes(el: Element, tag: string): Map<string, string> {
    const attrs = new Map<string, string>();
    for (const name of Element.prototype.getAttributeNames.call(el).slice(0, 100)) {
      if (fateOfAttribute(name, tag) !== 'drop') attrs.set(name, (attr(el, name) ?? '').slice(0, LONGEST_TEXT));
    }
    if (tag === 'input') {
      const input = el as HTMLInputElement;
      const value = input.value;
      if (typeof value === 'string' && value !== '' && input.type !== 'password')
        attrs.set('value', value.slice(0, 500));
      if (input.checked === true) attrs.set('checked', '');
    }
    if (tag === 'option') {
      attrs.delete('value');
      if ((el as HTMLOptionElement).selected) attrs.set('selected', '');
      else attrs.delete('selected');
    }
    // A frame that may not be looked into stays one: a sandbox without an address is as closed.
    attrs.delete('sandbox');
    if (/^i?frame$/.test(tag) && !isOpen(el)) attrs.set('sandbox', '');
    return attrs;
  }

  private style(el: Element, tag: string, own: string, parentShown: boolean, shown: boolean): string {
    if (!parentShown) return own;
    if (!shown) return 'display:none';
    if (tag === 'tr' && isFlat(el)) return 'display:none';
    const { display, visibility, opacity } = getComputedStyle(el);
    const parts = [own.replace(/(?:^|;)\s*(?:display|visibility|opacity)\s*:[^;]*/gi, '')];
    if (display !== usual(tag)) parts.push(`display:${display}`);
    if (!isUnveiled(el) && visibility !== 'visible') parts.push(`visibility:${visibility}`);
    if (opacity === '0') parts.push('opacity:0');
    if (firstOf(el) === null && !/^(?:input|textarea|select|br|hr|wbr|col|td|th)$/.test(tag))
      parts.push(sizeOf(el, display));
    return parts.filter((part) => part.trim() !== '').join(';');
  }
}

/** What has no text has its size from a style sheet or a font: an icon, a mask, a frame. Without one nobody would see it. */
function sizeOf(el: Element, display: string): string {
  const { width, height } = boxOf(el);
  if (width <= 1 || height <= 1) return '';
  return `${display === 'inline' ? 'display:inline-block;' : ''}width:${Math.round(width)}px;height:${Math.round(height)}px`;
}

/** A row that style sheets have folded away. */
const isFlat = (row: Element): boolean => {
  if (boxOf(row).height > 0) return false;
  for (let cell = row.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    if (boxOf(cell).height > 0) return false;
  }
  return true;
};

function isOpen(frame: Element): boolean {
  try {
    return (frame as HTMLIFrameElement).contentDocument !== null;
  } catch {
    return false;
  }
}
