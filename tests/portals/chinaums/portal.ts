import { randomUUID } from 'node:crypto';
import type { Day } from '../../../src/money/day.ts';
import { type Answer, type Ask, html, json, type Portal, redirect, script } from '../portal.ts';
import { AUDIT_SCRIPT } from './audit-script.ts';
import { type Bill, quietBill, storyBill } from './bill.ts';
import { type Column, MERCHANT, type Merchant, PAGE_SIZE, SECOND_MERCHANT } from './columns.ts';
import { DETAIL_SCRIPT } from './detail-script.ts';
import { auditPage, detailPage, homePage, indexPage, loginPage, maintenancePage, otherPage } from './pages.ts';
import { pageUnder, type Trouble } from './trouble.ts';

const COOKIE = 'JSESSIONID';
const SECOND_ROWS = 18;

/** Stands in for service.chinaums.com; what is documented of the real one and what is invented says README.md. */
export class ChinaumsPortal implements Portal {
  readonly hosts = ['service.chinaums.com'];
  readonly bill: Bill;
  readonly secondBill: Bill;
  /** How long an answer with rows takes. */
  latencyMs: number;
  readonly #usualLatencyMs: number;
  #trouble: Trouble | null = null;
  #release: (() => void)[] = [];
  /** Session → number of the merchant it shows. */
  readonly #sessions = new Map<string, string>();

  constructor(options: { today: Day; seed: number; latencyMs: number; rows: number }) {
    const { today, seed } = options;
    this.bill = storyBill({ today, seed, merchant: MERCHANT, count: options.rows });
    this.secondBill = quietBill({ today, seed: seed + 1, merchant: SECOND_MERCHANT, count: SECOND_ROWS });
    this.latencyMs = options.latencyMs;
    this.#usualLatencyMs = options.latencyMs;
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }
  /** Setting it also lets go of every page that hangs. */
  set trouble(trouble: Trouble | null) {
    this.#trouble = trouble;
    for (const release of this.#release.splice(0)) release();
  }

  reset(): void {
    this.trouble = null;
    this.latencyMs = this.#usualLatencyMs;
    this.#sessions.clear();
  }

  async answer(ask: Ask): Promise<Answer | null> {
    if (this.#trouble?.kind === 'maintenance') return html(maintenancePage(), 503);
    if (ask.path === '/uisportal/login') return this.#login(ask);
    const merchant = this.#merchantOf(ask);
    if (merchant === null) return this.#signedOut(ask);
    const own = merchant === MERCHANT ? this.bill : this.secondBill;
    switch (ask.path) {
      case '/':
      case '/uisportal':
      case '/uisportal/':
        return redirect('/uisportal/index_r');
      case '/uisportal/index_r':
        return html(indexPage(merchant, own.truth.balance, ask.query.get('open')));
      case '/uisportal/home':
        return html(homePage());
      case '/uisportal/switchMerchant':
        this.#sessions.set(ask.cookies.get(COOKIE) ?? '', ask.query.get('merNo') ?? '');
        return redirect('/uisportal/index_r');
      case '/uisportal/accountCheckDetailQry/toDetail':
        return html(detailPage(own.truth));
      case '/uisportal/accountCheckDetailQry/detail.js':
        return script(DETAIL_SCRIPT);
      case '/uisportalfront/':
        return html(auditPage(own.truth));
      case '/uisportalfront/audit.js':
        return script(AUDIT_SCRIPT);
      case '/uisportal/accountCheckDetailQry/qryAccountCheck':
      case '/uisportalfront/api/auditOfTrade':
        return this.#query(ask, own);
      default:
        return ask.path.startsWith('/uisportal/') ? html(otherPage()) : null;
    }
  }

  #login(ask: Ask): Answer {
    if (ask.method !== 'POST') return html(loginPage());
    const session = randomUUID();
    this.#sessions.set(session, MERCHANT.number);
    return redirect('/uisportal/index_r', { 'set-cookie': `${COOKIE}=${session}; Path=/; HttpOnly` });
  }

  #merchantOf(ask: Ask): Merchant | null {
    if (ask.plain) return MERCHANT;
    const number = this.#sessions.get(ask.cookies.get(COOKIE) ?? '');
    if (number === undefined) return null;
    return number === SECOND_MERCHANT.number ? SECOND_MERCHANT : MERCHANT;
  }

  #signedOut(ask: Ask): Answer {
    return ask.method === 'POST' ? json({ respCode: '100099', respMsg: '登录超时' }) : redirect('/uisportal/login');
  }

  async #query(ask: Ask, bill: Bill): Promise<Answer> {
    const form = new URLSearchParams(ask.body);
    const page = Math.max(1, Number(form.get('page')) || 1);
    const size = Number(form.get('size')) || PAGE_SIZE;
    const terminal = form.get('zdCode') ?? '';
    await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    if (this.#trouble?.kind === 'hangs' && page >= this.#trouble.atPage) {
      await new Promise<void>((resolve) => this.#release.push(resolve));
    }
    const rows = terminal === '' ? bill.rows : bill.rows.filter((row) => row.终端号 === terminal);
    const answer = pageUnder(rows, page, size, this.#trouble);
    if (!answer.ok) {
      if (answer.why !== 'throttled') this.#sessions.delete(ask.cookies.get(COOKIE) ?? '');
      return json({ respCode: answer.why });
    }
    return json({
      respCode: '000000',
      pageObj: {
        content: answer.rows.map((row) => Object.values<string>(row satisfies Record<Column, string>)),
        totalPages: Math.ceil(answer.total / size),
        totalElements: answer.total,
        number: page,
        size,
      },
      regularFee: bill.truth.fee / 100,
      d1Fee: 0,
    });
  }
}
