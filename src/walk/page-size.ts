import type { Eyes } from '#look/eyes.ts';
import type { FoundPager } from '#look/pager.ts';

/** `10`, `10 条/页`, `10 rows / page`. */
const SIZE = /^\s*(\d+)\s*(?:条|條|項|项|笔|行|rows|items)?\s*(?:\/\s*(?:页|頁|page))?\s*$/i;
/** A list shorter than this is not worth changing what the merchant chose. */
const FEWEST_PAGES = 5;
const LARGEST = 500;

export interface PageSize {
  readonly select: HTMLSelectElement;
  readonly largest: string;
}

/**
 * The choice of a page's size in a pager of many pages, where it is a list of sizes and of nothing else; null where there is none that could be
 * larger, or where it would load another document.
 */
export function pageSizeOf({ root, state }: FoundPager, { all, isForSize, isSeen }: Eyes): PageSize | null {
  if ((state.pages ?? 0) < FEWEST_PAGES) return null;
  for (const el of all(root, 'select:enabled')) {
    const select = el as HTMLSelectElement;
    const sizes = [...select.options].map(({ text }) => Number(SIZE.exec(text)?.[1]));
    // Not a number where one option is no size: then nothing is larger.
    const largest = Math.max(...sizes.map((size) => (size > LARGEST ? 0 : size)));
    const isSize = /[页頁]|page/i.test(select.textContent ?? '') || isForSize(select);
    const loads = /submit|location|href/i.test(select.getAttribute('onchange') ?? '');
    const option = select.options[sizes.indexOf(largest)];
    if (isSize && !loads && isSeen(select) && option && largest > (sizes[select.selectedIndex] ?? 0))
      return { select, largest: option.value };
  }
  return null;
}

/** Chooses as a person does. */
export function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
}
