import type { Cue } from '#records/sighting.ts';
import type { Found } from './found.ts';
import { is } from './safe.ts';
import { isSeen } from './show.ts';
import type { Survey } from './survey.ts';
import { EMPTY_WORDS, LOADING_WORDS } from './words.ts';

/** What table and component libraries lay over a table while it loads. */
const LOADING =
  '[class*=loading-mask], [class*=skeleton], .layui-layer-loading, .layui-table-init, .layui-table-loading, .ant-spin-spinning, .ivu-spin-fix, .fixed-table-loading:is(.open, [style*="display: block"]), [class*=datagrid-mask], .ui-jqgrid .loading, .dataTables_processing, .dt-processing, .blockUI.blockOverlay, .arco-spin-loading, .t-loading__overlay, .t-table--loading, :is(.vxe-loading, .vxe-table--loading).is--visible, .tabulator-alert, [class*=loading-wrapper], .p-datatable-mask, .p-datatable-loading-overlay, [aria-busy=true]';

const EXPIRED =
  /(?:登录(?:状态)?|会话|session|身份(?:验证|认证)?)\s*(?:已|has)?\s*(?:过期|超时|失效|expired|timed out)|(?:请|需要?)重新登[录陆]|尚未登录|please (?:log|sign) ?in again/i;
const LOGIN = /登\s*录|登陆|短信验证码|忘记密码|\b(?:log|sign) ?in\b|forgot (?:your )?password/i;
const MAINTENANCE =
  /(?:维护|維護|升级|升級)(?:中|期|公告|通知|作业|作業)|系[统統](?:正在)?(?:[进進]行)?(?:维护|維護|升级|升級)|[暂暫]停服|(?:under|undergoing|scheduled) (?:\w+ )?maintenance|service (?:is )?(?:temporarily )?unavailable/i;
const THROTTLED =
  /(?:请求|操作|访问|查询|提交)(?:次数)?(?:过|太|超)[于过度]?\s*(?:频|限制|多)|频率(?:过高|超限)|too many requests|rate limit(?:ed)?|slow down/i;

const isShortNotice = (text: string): boolean => text.length <= 120;

/** True while a loading mask or spinner can be seen. */
export function isLoading(roots: readonly ParentNode[]): boolean {
  return roots.some((root) => [...root.querySelectorAll(LOADING)].some(isLoadingShown));
}

const isLoadingShown = (el: Element): boolean =>
  isSeen(el) && (el.getAttribute('aria-busy') !== 'true' || el.tagName !== 'BODY');

/** Vuetify's bar, drawn in the table's own head. By the bar's class first: that is quick in a table of any size. */
function isLoadingInside(table: Element): boolean {
  const [bar] = table.getElementsByClassName('v-progress-linear');
  return bar !== undefined && bar.closest('thead') !== null && isSeen(bar);
}

function outOfReach(frame: Element): boolean {
  const box = frame.getBoundingClientRect();
  if (box.width < 300 || box.height < 150 || !isSeen(frame)) return false;
  try {
    return (frame as HTMLIFrameElement).contentDocument === null;
  } catch {
    return true;
  }
}

/** What the page says besides its tables. Cues about the whole page need that no table with data contradicts them. */
export function findCues(survey: Survey, found: readonly Found[]): Cue[] {
  const cues = new Set<Cue>();
  const data = found.some(
    (one) => one.table.rows.length > 0 && one.table.way !== 'key-value' && one.table.way !== 'vertical-table',
  );
  const said = (pattern: RegExp): boolean =>
    survey.lines.some((line) => isShortNotice(line.text) && pattern.test(line.text));

  if (said(EXPIRED)) cues.add('session-expired');
  if (said(THROTTLED)) cues.add('throttled');
  if (!data) {
    if (survey.passwords || (found.length === 0 && looksLikeLogin(survey))) cues.add('signed-out');
    if (said(MAINTENANCE)) cues.add('maintenance');
    const anyEmpty = found.some((one) => one.saysEmpty);
    if (anyEmpty || said(EMPTY_WORDS)) cues.add('no-records');
  } else if (found.some((one) => one.saysEmpty)) cues.add('no-records');
  if (
    survey.outside.some((el) => is(el, LOADING) && isLoadingShown(el)) ||
    found.some((one) => one.saysLoading || isLoadingInside(one.element)) ||
    (!data && said(LOADING_WORDS))
  )
    cues.add('loading');
  if (survey.cut || found.some((one) => one.pictures)) cues.add('unreadable');
  if (survey.frames.some(outOfReach)) cues.add('frame-out-of-reach');
  return [...cues];
}

/** A page of few lines that ask to sign in, with or without a password field (QR codes have none). */
function looksLikeLogin(survey: Survey): boolean {
  if (survey.lines.length > 60) return false;
  const asks = survey.lines.filter((line) => line.text.length <= 20 && LOGIN.test(line.text)).length;
  return asks >= 2 || survey.lines.some((line) => /扫码登录|请(?:先)?登录/.test(line.text));
}
