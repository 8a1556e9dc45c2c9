/** A link to another document, as far as its address tells. */
export const loadsDocument = (el: Element): boolean =>
  !/^(?:#|\s*javascript:|$)/i.test(el.closest('a')?.getAttribute('href') ?? '');

/** The page around a frame, and all frames of that page; nothing for a page that is in no frame. */
export function viewsAround({ defaultView: view }: Document): Window[] {
  const around = view?.parent;
  return !around || around === view ? [] : [around, ...Array.from(around, (_, at) => around[at] as Window)];
}
