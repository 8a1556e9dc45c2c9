import type { Day } from '../../../src/money/day.ts';
import { escapeHtml } from '../portal.ts';
import { RECORDER } from '../recorder.ts';
import { type Truth, yuan } from './bill.ts';
import { COLUMNS, MERCHANT, type Merchant, SECOND_MERCHANT } from './columns.ts';
import { STYLES } from './styles.ts';

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${STYLES}</style>${RECORDER.tag}</head><body>${body}</body></html>`;
}

export function loginPage(): string {
  return page(
    '银联商务 - 用户登录',
    `<form class="login" method="post" action="/uisportal/login"><h2>用户登录</h2>
<input name="userName" placeholder="请输入用户名"><input name="passWord" type="password" placeholder="请输入密码">
<button type="submit" id="login">登录</button><p>请登录后使用商户服务</p></form>`,
  );
}

export function maintenancePage(): string {
  return page(
    '系统维护',
    '<div class="login"><h2>系统维护公告</h2><p>系统正在维护中，暂停服务，预计 06:00 恢复，请稍后再试。</p></div>',
  );
}

const MENU = [
  ['首页', '/uisportal/home'],
  ['账务中心', '/uisportal/accountingCenter'],
  ['对账明细查询', '/uisportal/accountCheckDetailQry/toDetail'],
  ['交易对账（新）', '/uisportalfront/#/auditOfTrade2026'],
  ['数据中心', '/uisportal/transactionData'],
] as const;
const OPEN: Readonly<Record<string, string>> = { detail: MENU[2][1], audit: MENU[3][1] };

/** A true minus sign and thousands separators, as cards are printed. */
function cardAmount(cents: number): string {
  const [whole = '', fraction = ''] = yuan(Math.abs(cents)).split('.');
  return `${cents < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

/** The top document: menu, current merchant, account home; the pages themselves stand in the iframe. `open` says with which one it begins. */
export function indexPage(merchant: Merchant, balance: number, open: string | null): string {
  const other = merchant === MERCHANT ? SECOND_MERCHANT : MERCHANT;
  const menu = MENU.map(([name, path]) => `<a href="${path}" target="mainFrame">${name}</a>`).join('');
  return page(
    '银联商务商户服务平台',
    `<div class="top"><span class="brand">银联商务</span>${menu}
<div class="usersImg"><span class="userInfo">当前商户：${escapeHtml(merchant.name)}（${merchant.number}）</span>
<a id="switchMerchant" href="/uisportal/switchMerchant?merNo=${other.number}">切换商户</a></div></div>
<div class="account-card"><div class="item"><span class="label">账户余额（元）</span><span class="value">${cardAmount(balance)}</span></div></div>
<iframe name="mainFrame" id="mainFrame" src="${OPEN[open ?? ''] ?? MENU[0][1]}"></iframe>`,
  );
}

export function homePage(): string {
  return page('首页', '<div class="page"><h3>欢迎使用银联商务商户服务平台</h3><p>请从上方菜单选择功能。</p></div>');
}

export function otherPage(): string {
  return page('功能建设中', '<div class="page"><p>请从上方菜单选择功能。</p></div>');
}

const slashed = (day: Day): string => day.replaceAll('-', '/');

export function detailPage(truth: Truth): string {
  const headers = COLUMNS.map((column) => `<th>${column}</th>`).join('');
  const terminals = truth.merchant.terminals.map((terminal) => `<option>${terminal}</option>`).join('');
  return page(
    '对账明细查询',
    `<div class="page"><div class="filters"><label>清算时间 <input id="settDate" value="${slashed(truth.from)} ~ ${slashed(truth.to)}"></label>
<label>终端 <select id="zdCode"><option value="">全部</option>${terminals}</select></label>
<button id="d_search">查询</button> <button id="crtt_download_xlsx">导出XLSX</button> <button id="download">下载</button></div>
<p id="count"></p>
<div class="scroll"><table id="detail"><thead><tr>${headers}</tr></thead><tbody></tbody></table></div>
<div class="bar"><div class="layui-laypage" id="pager"></div> <button id="export_page">导出</button> <button id="refund_apply">退款</button></div>
<div class="loadSave-row"><h4>下载暂存列表</h4><table id="downloadList"><thead><tr><th>请求时间</th><th>文件名</th><th>下载状态</th><th>操作</th></tr></thead>
<tbody><tr><td>${truth.to} 09:12:44</td><td>${truth.merchant.number}_MX_${truth.to.replaceAll('-', '')}091244.xlsx</td><td>已生成</td><td><div class="pwedDown">下载</div></td></tr></tbody></table></div></div>
<script src="/uisportal/accountCheckDetailQry/detail.js"></script>`,
  );
}

/** The newer page: Element-UI's document shape, drawn by its script. */
export function auditPage(truth: Truth): string {
  return page(
    '交易对账',
    `<div class="page" id="app" data-from="${slashed(truth.from)}" data-to="${slashed(truth.to)}" data-columns="${COLUMNS.join(',')}"></div>
<script src="/uisportalfront/audit.js"></script>`,
  );
}
