import { tagOf } from '#tables/dom/safe.ts';
import { loadsDocument } from './links.ts';

/** What a pressable thing in a pager does. Only these are ever pressed, and only by the walk. */
export type Move = 'next' | 'previous' | 'first' | 'last' | 'number';

export interface Control {
  readonly element: HTMLElement;
  readonly move: Move;
  /** For `number`. */
  readonly page: number | null;
  readonly disabled: boolean;
  readonly current: boolean;
}

/** Words that must not stand on anything we press, whatever else says that it is a pager. */
const DANGER =
  /支付|付款|缴费|缴纳|充值|转账|提现|退款|退货|撤销|冲正|确认|确定|删除|移除|提交|保存|修改|导出|下载|注销|登录|退出|pay|refund|delete|remove|submit|confirm|export|download|save|(?:log|sign) ?(?:in|out)|transfer|withdraw/i;

/** The same in what a press runs. Old portals turn pages by submitting their query form. */
const DANGEROUS_CODE = /pay|refund|delete|remove|export|download|save|(?:log|sign)_?out|transfer|withdraw|cancel/i;

/** Alone, with the word for a page before or after, and after a few short ones (`Go to next page`, `Página siguiente`). */
const PAGE = '(?:page|seite|p[áa]gina)';
const turning = (words: string): RegExp =>
  new RegExp(
    `^(?:[‹«<←›»>→] ?)?(?:(?:\\p{L}{1,4}|aller|${PAGE}) ){0,4}(?:${words})(?: ?[页頁]| ${PAGE})?(?: ?[›»>→])?$`,
    'iu',
  );
const NEXT = turning('向?[下后][一翻]?[页頁]|next|older|nächsten?|suivante?|siguiente|seguinte|próxima|successiv[ao]');
const PREVIOUS = turning('向?[上前][一翻]?[页頁]|prev(?:ious)?|newer');
const FIRST = turning('[首第最][一前]?[页頁]|first');
const ARROWS: readonly (readonly [string, Move])[] = [
  ['› > → 〉 ⟩ ▶', 'next'],
  ['‹ < ← 〈 ⟨ ◀', 'previous'],
  ['» >> >|', 'last'],
  ['« << |<', 'first'],
];
const CLASSES: readonly (readonly [RegExp, Move])[] = [
  [/(?:^|[\s_-])next(?:$|[\s_]|-page)/i, 'next'],
  [/(?:^|[\s_-])(?:prev(?:ious)?|page-pre)(?:$|[\s_]|-page)/i, 'previous'],
  [/(?:^|[\s_-])first(?:$|\s)/i, 'first'],
];
const DISABLED = /(?:^|[\s_-])(?:disabled|gr[ae]y|unable|noclick|events-none)(?:$|\s)/i;
export const CURRENT = /(?:^|[\s_-])(?:active|curr?(?:ent)?|selected|on)(?:$|\s)/i;
const NUMBER = /^[[(]?\s?(\d{1,6})\s?(?:[\])]|\(cur.*)?$/;
/** More of the same list, below what is shown. */
const MORE =
  /^(?:点击)?(?:加载|显示|载入|載入|顯示)(?:更多|下一页)(?:数据|记录|交易|明细|账单)?\s*[.…]*$|^(?:load|show) more(?: \w{1,14})?\s*[.…]*$/i;
/** What is said of turning pages. There is no room here for the words of all languages: the walker brings more of them (src/walk/abroad.ts). */
export const WORDS = { next: NEXT, previous: PREVIOUS, more: MORE };
/** What may as well lead elsewhere: it says that there is more, and is not pressed. */
export const ELSEWHERE =
  /^(?:查看|浏览)(?:更多|全部|所有)(?:数据|记录|交易|交易记录|明细|账单|流水)?\s*[>›»]*$|^(?:view|see) (?:all|more)(?: \w{1,14})?\s*[>›»→]*$/i;

const trimmed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Asked of the element: what stands in another frame is of another `HTMLInputElement`. */
export const isInput = (el: Element): el is HTMLInputElement => tagOf(el) === 'INPUT';

/** Everything a control says of itself: its text, or for icons its label and title. */
function saysOf(el: Element): string[] {
  const text = isInput(el) ? el.value : trimmed(el.textContent);
  return [text, trimmed(el.getAttribute('aria-label')), trimmed(el.getAttribute('title'))].filter((one) => one !== '');
}

const codeOf = (el: Element): string => {
  const href = el.getAttribute('href') ?? '';
  return `${el.getAttribute('onclick') ?? ''} ${/^\s*javascript:/i.test(href) ? href : ''}`;
};

const isPressable = (el: Element): boolean =>
  isInput(el) ? el.type === 'button' || el.type === 'submit' || el.type === 'image' : true;

function flagged(el: Element, pattern: RegExp, up: Element | null): boolean {
  if (pattern.test(el.getAttribute('class') ?? '')) return true;
  return up !== null && pattern.test(up.getAttribute('class') ?? '');
}

function moveOf(
  el: Element,
  holder: Element | null,
  says: readonly string[],
): { move: Move; page: number | null } | null {
  if (el.getAttribute('rel') === 'next') return { move: 'next', page: null };
  for (const word of says) {
    const number = NUMBER.exec(word)?.[1];
    if (number !== undefined) return { move: 'number', page: Number(number) };
    if (WORDS.next.test(word) || (WORDS.more.test(word) && !loadsDocument(el))) return { move: 'next', page: null };
    if (WORDS.previous.test(word)) return { move: 'previous', page: null };
    if (FIRST.test(word)) return { move: 'first', page: null };
    for (const [arrows, move] of ARROWS) if (arrows.split(' ').includes(word)) return { move, page: null };
  }
  if (trimmed(el.textContent).length > 12) return null;
  const names = [
    el.getAttribute('class'),
    holder?.getAttribute('class'),
    el.id,
    ...[...el.querySelectorAll('[class]')].slice(0, 4).map((inner) => inner.getAttribute('class')),
  ];
  for (const name of names) {
    for (const [pattern, move] of CLASSES)
      if (name !== null && name !== undefined && pattern.test(name)) return { move, page: null };
  }
  return null;
}

/** Reads one element as a pager's control; null where it is not one for certain, or where it says anything dangerous. */
export function readControl(el: Element): Control | null {
  if (!('click' in el) || !isPressable(el)) return null;
  const says = saysOf(el);
  if (says.some((word) => word.length > 30 || DANGER.test(word)) || DANGEROUS_CODE.test(codeOf(el))) return null;
  const up = el.parentElement;
  const holder =
    up !== null &&
    (((up.tagName === 'LI' || up.tagName === 'TD' || up.tagName === 'SPAN') && up.childElementCount <= 1) ||
      up.classList.contains('ag-paging-button'))
      ? up
      : null;
  const found = moveOf(el, holder, says);
  if (found === null) return null;
  const disabled =
    el.hasAttribute('disabled') ||
    el.getAttribute('aria-disabled') === 'true' ||
    holder?.getAttribute('aria-disabled') === 'true' ||
    flagged(el, DISABLED, holder);
  const current =
    el.getAttribute('aria-current') === 'page' ||
    el.getAttribute('aria-current') === 'true' ||
    flagged(el, CURRENT, holder);
  return { element: el as HTMLElement, ...found, disabled, current };
}

/** False where it was taken out, or its frame holds another document now. */
export const isThere = (el: Element): boolean => el.isConnected && el.ownerDocument.defaultView !== null;

/** Whether a control found earlier is still there, and still the same. */
export function isStill(control: Control): boolean {
  const again = readControl(control.element);
  return again !== null && !again.disabled && again.move === control.move && isThere(control.element);
}
