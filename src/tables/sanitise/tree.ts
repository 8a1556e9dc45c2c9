/** The small tree that is sanitised: of a page only tags, attributes and texts, so that nothing here needs a document. */
export interface Leaf {
  readonly text: string;
}

export interface Branch {
  /** Lower case. */
  readonly tag: string;
  readonly attrs: ReadonlyMap<string, string>;
  readonly children: readonly Twig[];
  /** What the element shows instead of its children, where it has a shadow root. */
  readonly shadow?: readonly Twig[];
}

export type Twig = Leaf | Branch;

export const isLeaf = (twig: Twig): twig is Leaf => 'text' in twig;

/** What an element shows, in order: its shadow root's content first, where it has one. */
export const shownIn = (branch: Branch): readonly Twig[] =>
  branch.shadow === undefined ? branch.children : [...branch.shadow, ...branch.children];

/** The element's whole text, at most about `longest` characters of it. */
export function textOf(twig: Twig, longest = 4000): string {
  if (isLeaf(twig)) return twig.text.slice(0, longest);
  let out = '';
  for (const child of shownIn(twig)) {
    if (out.length >= longest) break;
    out += textOf(child, longest - out.length);
  }
  return out;
}

/** Every text leaf below, in order. */
export function* leavesOf(twig: Twig): Generator<Leaf> {
  if (isLeaf(twig)) yield twig;
  else for (const child of shownIn(twig)) yield* leavesOf(child);
}
