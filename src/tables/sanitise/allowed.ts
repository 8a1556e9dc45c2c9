/** What of a page's markup is kept. Everything that is not named here is left out. */

/** Elements left out with all that is in them. */
const DROPPED = new Set(
  'script style link meta base noscript template object embed applet param svg math video audio source track portal dialog-polyfill head title frameset noframes xmp plaintext listing'.split(
    ' ',
  ),
);

/** Elements kept without what is in them: that they stand there matters to a reader, their content does not. */
const EMPTIED = new Set(['iframe', 'frame', 'canvas', 'img', 'br', 'hr', 'wbr', 'col', 'input']);

const KEPT = new Set(
  (
    'html body div span p a b i u s em strong small sub sup del ins mark code pre label form fieldset legend button select option optgroup textarea ' +
    'table caption colgroup thead tbody tfoot tr th td ul ol li dl dt dd h1 h2 h3 h4 h5 h6 header footer main nav section article aside details summary ' +
    'center font nobr strike tt address blockquote figure figcaption time data output slot menu dialog'
  ).split(' '),
);

const CUSTOM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+){1,6}$/;

export type Fate = 'drop' | 'empty' | 'keep' | 'as-div';

export function fateOf(tag: string): Fate {
  if (DROPPED.has(tag)) return 'drop';
  if (EMPTIED.has(tag)) return 'empty';
  if (KEPT.has(tag)) return 'keep';
  // A library's own element; one that no library would name so becomes a plain one.
  return CUSTOM.test(tag) && tag.length <= 40 ? 'keep' : 'as-div';
}

export const isVoid = (tag: string): boolean => ['img', 'br', 'hr', 'wbr', 'col', 'input', 'frame'].includes(tag);

const NUMERIC = new Set(
  'colspan rowspan span tabindex aria-rowindex aria-colindex aria-rowcount aria-colcount aria-colspan aria-rowspan aria-level aria-posinset aria-setsize row-index'.split(
    ' ',
  ),
);
/** Kept without their values. `onclick`: that an element listens makes a cell a page's number; what it does is left out. */
const FLAGS = new Set('hidden disabled checked selected readonly multiple open inert sandbox onclick'.split(' '));
const WORDS = new Set(
  'role scope type dir align valign aria-hidden aria-busy aria-current aria-disabled aria-sort aria-selected aria-expanded rel shadowrootmode'.split(
    ' ',
  ),
);
/** Their values are names that a programmer gave: kept where they look like it, figures in them replaced. */
const NAMES = new Set(
  'class id for headers aria-owns aria-labelledby aria-controls col-id data-field data-key lay-id slot'.split(' '),
);
/** Their values are read by people: sanitised as text. */
const SAID = new Set(['title', 'aria-label', 'placeholder', 'value', 'label', 'alt']);

export type AttributeFate = 'drop' | 'number' | 'flag' | 'word' | 'name' | 'said' | 'style' | 'address';

/** All other `on…`, `src`, `action`, `srcdoc`, `data-…` and all else that is not named is left out. */
export function fateOfAttribute(name: string, tag: string): AttributeFate {
  // By its name a slot shows what of its host bears that name.
  if (tag === 'slot' && name === 'name') return 'name';
  if (NUMERIC.has(name)) return 'number';
  if (FLAGS.has(name)) return 'flag';
  if (WORDS.has(name)) return 'word';
  if (NAMES.has(name)) return 'name';
  if (SAID.has(name)) return 'said';
  if (name === 'style') return 'style';
  return name === 'href' ? 'address' : 'drop';
}

const STYLE = /^(?:display|visibility|opacity|position|top|left|width|height|transform)$/;
const PLAIN_VALUE = /^(?:[-a-z0-9.% ]{1,40}|translate(?:x|y|3d)?\([-a-z0-9.,% ]{1,60}\))$/;

/** Of a style only where and whether an element is shown; no address can stand in it. */
export function plainStyle(style: string): string {
  const kept: string[] = [];
  for (const part of style.slice(0, 2000).toLowerCase().split(';').slice(0, 60)) {
    const [name = '', value = ''] = part.split(':').map((word) => word.replace('!important', '').trim());
    if (STYLE.test(name) && PLAIN_VALUE.test(value)) kept.push(`${name}:${value}`);
  }
  return kept.join(';');
}
