import { boxOf, isIn, isVisible, openShadowOf, parentOf, tagOf } from './safe.ts';

/** The shadow root that a script of the extension may see: open ones everywhere, closed ones where the browser offers them to extensions. */
export function shadowOf(el: Element): ShadowRoot | null {
  const open = openShadowOf(el);
  if (open !== null) return open;
  if (!mayHostShadow(el)) return null;
  const opener = closedRootOpener();
  if (opener === null) return null;
  try {
    return opener(el as HTMLElement);
  } catch {
    return null;
  }
}

type Opener = (el: HTMLElement) => ShadowRoot | null;
interface Openers {
  readonly chrome?: { readonly dom?: { readonly openOrClosedShadowRoot?: Opener } };
  readonly browser?: { readonly dom?: { readonly openOrClosedShadowRoot?: Opener } };
}

function closedRootOpener(): Opener | null {
  const world = globalThis as Openers;
  const dom = world.chrome?.dom ?? world.browser?.dom;
  if (typeof dom?.openOrClosedShadowRoot === 'function') return (el) => dom.openOrClosedShadowRoot?.(el) ?? null;
  // Firefox gives it to extensions as a property of the element.
  if ('openOrClosedShadowRoot' in Element.prototype) {
    return (el) => (el as unknown as { openOrClosedShadowRoot: ShadowRoot | null }).openOrClosedShadowRoot;
  }
  return null;
}

/** Only custom elements and the few elements of the DOM standard's list can have a shadow root; asking for others is wasted time. */
const HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);
const mayHostShadow = (el: Element): boolean => HOSTS.has(tagOf(el)) || tagOf(el).includes('-');

/** False where an element or what it stands in is not displayed. `visibility` is asked for separately, because fixed columns are hidden that way in the original and shown in a clone. */
export function isDisplayed(el: Element): boolean {
  // An element of `display: contents` has no box of its own, and still shows what it holds.
  return isVisible(el) || (isIn(el) && getComputedStyle(el).display === 'contents' && parentDisplayed(el));
}

function parentDisplayed(el: Element): boolean {
  const parent = parentOf(el);
  return parent === null || isDisplayed(parent);
}

/** True where a person can see the element: displayed, not `visibility: hidden`, not wholly transparent, with a size. */
export function isSeen(el: Element): boolean {
  if (!isDisplayed(el)) return false;
  if (!isVisible(el, { visibilityProperty: true, opacityProperty: true })) {
    if (getComputedStyle(el).display !== 'contents') return false;
  }
  const box = boxOf(el);
  return box.width > 1 && box.height > 1;
}

const byVisibility = { visibilityProperty: true } as const;

/** True where `visibility` lets the element be seen. */
export const isUnveiled = (el: Element): boolean => isVisible(el, byVisibility);
