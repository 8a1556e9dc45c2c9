/**
 * A form's named inputs shadow the form's own properties (`<input name="tagName">`), in an extension's world too.
 * These ask the prototype instead, so that whatever a page calls its inputs, an element says what it is.
 */
function getter<T>(owner: object | undefined, name: string): (of: Node) => T {
  // Outside a browser there is no such prototype, and nothing to ask.
  const get = owner && Object.getOwnPropertyDescriptor(owner, name)?.get;
  return (of) => get?.call(of) as T;
}

const node: object | undefined = globalThis.Node?.prototype;
const element: object | undefined = globalThis.Element?.prototype;

export const firstOf = getter<ChildNode | null>(node, 'firstChild');
export const nextOf = getter<ChildNode | null>(node, 'nextSibling');
export const parentOf = getter<Element | null>(node, 'parentElement');
export const kindOf = getter<number>(node, 'nodeType');
export const isIn = getter<boolean>(node, 'isConnected');
export const tagOf = getter<string>(element, 'tagName');
export const childCountOf = getter<number>(element, 'childElementCount');
export const openShadowOf = getter<ShadowRoot | null>(element, 'shadowRoot');

export const hasAttributes = (el: Element): boolean => Element.prototype.hasAttributes.call(el);
export const attr = (el: Element, name: string): string | null => Element.prototype.getAttribute.call(el, name);
export const classOf = (el: Element): string => attr(el, 'class') ?? '';
export const holds = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);
export const is = (el: Element, selector: string): boolean => Element.prototype.matches.call(el, selector);
export const all = (el: Element, selector: string): NodeListOf<Element> =>
  Element.prototype.querySelectorAll.call(el, selector);
export const boxOf = (el: Element): DOMRect => Element.prototype.getBoundingClientRect.call(el);
export const rootOf = (el: Node): Node => Node.prototype.getRootNode.call(el);

/** What an element stands in: its parent, or the host of its shadow tree. */
export function aroundOf(el: Element): Element | null {
  const root = rootOf(el);
  return parentOf(el) ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The browser's own answer whether an element is displayed. */
export const isVisible = (el: Element, options?: CheckVisibilityOptions): boolean =>
  Element.prototype.checkVisibility.call(el, options);
