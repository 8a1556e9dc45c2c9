import { isVoid } from './allowed.ts';
import { type Branch, isLeaf, type Twig } from './tree.ts';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** A sanitised tree as a page of its own: nothing in it runs, and nothing is fetched. `note` stands in its head, for people. */
export function renderPage(page: { readonly root: Branch; readonly title: string }, note: string): string {
  const parts: string[] = [
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta name="arrears-radar" content="${escapeValue(note)}">`,
    `<title>${escapeText(page.title)}</title></head>\n`,
  ];
  render({ ...page.root, tag: 'body' }, parts);
  parts.push('</html>\n');
  return parts.join('');
}

function render(twig: Twig, out: string[]): void {
  if (isLeaf(twig)) {
    out.push(escapeText(twig.text));
    return;
  }
  const { tag, attrs, children, shadow } = twig;
  out.push(`<${tag}`);
  for (const [name, value] of attrs) out.push(value === '' ? ` ${name}` : ` ${name}="${escapeValue(value)}"`);
  out.push('>');
  if (isVoid(tag)) return;
  if (shadow !== undefined) {
    out.push('<template shadowrootmode="open">');
    for (const child of shadow) render(child, out);
    out.push('</template>');
  }
  for (const child of children) render(child, out);
  out.push(`</${tag}>`);
  if (tag === 'tr' || tag === 'div') out.push('\n');
}
