import { cardAsRead, money, type Trade, trades } from './data.ts';

/** What a scene shows besides the plain list. */
export type Variant =
  | 'plain'
  | 'actions'
  | 'fixed-columns'
  | 'fixed-header'
  | 'grouped-header'
  | 'expanded'
  | 'summary'
  | 'loading'
  | 'empty'
  | 'first-page'
  | 'middle-page'
  | 'last-page'
  | 'hidden-column'
  | 'tree'
  | 'virtual'
  | 'virtual-fixed-columns'
  | 'everything';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  readonly kind?: 'select' | 'expand' | 'actions';
  readonly group?: string;
  readonly fixed?: 'left' | 'right';
  readonly sortable?: true;
  readonly hidden?: true;
  readonly align?: 'right';
}

export interface Row {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
  /** What opens below the row. */
  readonly details?: string;
  readonly children?: readonly Row[];
}

/** Everything that a mount script needs to draw one table; plain data. */
export interface Scene {
  readonly variant: Variant;
  readonly columns: readonly Column[];
  /** The rows of the page that is shown. */
  readonly rows: readonly Row[];
  /** The rows of all pages. */
  readonly all: readonly Row[];
  readonly summary: Readonly<Record<string, string>> | null;
  readonly page: { readonly current: number; readonly size: number; readonly total: number } | null;
  /** Identities of the rows whose details or children are open. */
  readonly open: readonly string[];
  readonly loading: boolean;
  /** Pixels the table may take; what is beyond scrolls. */
  readonly width: number | null;
  readonly height: number | null;
  /** Rows come and go while the list is scrolled. */
  readonly virtual: boolean;
}

const SELECT: Column = { key: 'select', title: '', width: 50, kind: 'select' };
const EXPAND: Column = { key: 'expand', title: '', width: 50, kind: 'expand' };
const ACTIONS: Column = { key: 'actions', title: '操作', width: 140, kind: 'actions' };

const COLUMNS = {
  time: { key: 'time', title: '交易时间', width: 165 },
  settle: { key: 'settle', title: '清算日期', width: 110 },
  merchant: { key: 'merchant', title: '商户号', width: 150 },
  terminal: { key: 'terminal', title: '终端号', width: 100 },
  order: { key: 'order', title: '商户订单号', width: 250 },
  refer: { key: 'refer', title: '检索参考号', width: 130 },
  type: { key: 'type', title: '交易类型', width: 100 },
  card: { key: 'card', title: '卡号', width: 180 },
  amount: { key: 'amount', title: '交易金额(元)', width: 120, align: 'right' },
  fee: { key: 'fee', title: '手续费(元)', width: 110, align: 'right' },
  net: { key: 'net', title: '清算金额(元)', width: 120, align: 'right' },
  status: { key: 'status', title: '交易状态', width: 100 },
} as const satisfies Record<string, Column>;

const { time, settle, merchant, terminal, order, refer, type, card, amount, fee, net, status } = COLUMNS;
const PLAIN: readonly Column[] = [time, order, type, card, amount, fee, net, status];
const PAGES = { size: 10, total: 47 };

const grouped = (group: string, columns: readonly Column[]): Column[] => columns.map((one) => ({ ...one, group }));

const columnsOf: Record<Variant, readonly Column[]> = {
  plain: PLAIN,
  loading: PLAIN,
  empty: PLAIN,
  'fixed-header': PLAIN,
  'first-page': PLAIN,
  'middle-page': PLAIN,
  'last-page': PLAIN,
  actions: [SELECT, { ...time, sortable: true }, order, card, { ...amount, sortable: true }, net, status, ACTIONS],
  'fixed-columns': [
    { ...time, fixed: 'left' },
    merchant,
    terminal,
    refer,
    order,
    type,
    card,
    amount,
    fee,
    net,
    settle,
    { ...ACTIONS, fixed: 'right' },
  ],
  virtual: PLAIN,
  'virtual-fixed-columns': [
    { ...time, fixed: 'left' },
    merchant,
    order,
    type,
    card,
    amount,
    fee,
    net,
    { ...status, fixed: 'right' },
  ],
  'grouped-header': [
    time,
    ...grouped('交易信息', [order, type, card]),
    ...grouped('金额(元)', [
      { ...amount, title: '交易金额' },
      { ...fee, title: '手续费' },
      { ...net, title: '清算金额' },
    ]),
    status,
  ],
  expanded: [EXPAND, time, order, type, amount, fee, net],
  summary: [time, order, type, amount, fee, net],
  'hidden-column': [time, order, { ...refer, hidden: true }, type, card, amount, fee, { ...net, hidden: true }, status],
  everything: [
    { ...SELECT, fixed: 'left' },
    { ...time, fixed: 'left', sortable: true },
    merchant,
    terminal,
    order,
    type,
    card,
    { ...amount, sortable: true },
    fee,
    net,
    status,
    { ...ACTIONS, fixed: 'right' },
  ],
  tree: [
    { key: 'batch', title: '结算批次号', width: 260 },
    settle,
    { key: 'count', title: '交易笔数', width: 100 },
    amount,
    fee,
    net,
  ],
};

const rowOf = (trade: Trade): Row => ({
  id: trade.id,
  cells: {
    time: trade.time,
    settle: trade.settle,
    merchant: trade.merchant,
    terminal: trade.terminal,
    order: trade.order,
    refer: trade.refer,
    type: trade.type,
    card: trade.card,
    status: trade.status,
    amount: money(trade.cents.amount),
    fee: money(trade.cents.fee),
    net: money(trade.cents.net),
  },
  details: `终端 ${trade.terminal} 受理，检索参考号 ${trade.refer}，预计 ${trade.settle} 清算到账。`,
});

const sum = (list: readonly Trade[]): { amount: string; fee: string; net: string } => {
  const of = (key: 'amount' | 'fee' | 'net'): string => money(list.reduce((all, one) => all + one.cents[key], 0));
  return { amount: of('amount'), fee: of('fee'), net: of('net') };
};

/** Settlement batches, each with its parts by terminal: the parts add up to the batch. */
function batches(seed: string): Row[] {
  return [1, 2, 3].map((number) => {
    const list = trades(`${seed} ${number}`, 14);
    const of = (id: string, batch: string, part: readonly Trade[]): Row => ({
      id,
      cells: { batch, settle: `2026-10-2${9 - number}`, count: String(part.length), ...sum(part) },
    });
    const parts = ['10020001', '10020002'].map((one, at) =>
      of(
        `${number}${at + 1}`,
        `JS202610${29 - number}-${one}`,
        list.filter((trade) => trade.terminal === one),
      ),
    );
    return { ...of(String(number), `JS202610${29 - number}0001`, list), children: parts };
  });
}

const COUNTS: Partial<Record<Variant, number>> = { empty: 0, 'fixed-header': 12, 'fixed-columns': 5, loading: 4 };

const CURRENT: Partial<Record<Variant, number>> = {
  'first-page': 1,
  'middle-page': 3,
  'last-page': 5,
  everything: 2,
};

const isVirtual = (variant: Variant): boolean => variant.startsWith('virtual');

/** The scene of a variant; the same for the same seed. */
export function sceneOf(variant: Variant, seed: string): Scene {
  const current = CURRENT[variant];
  const list = trades(seed, current === undefined ? (COUNTS[variant] ?? 6) : PAGES.total);
  const all = variant === 'tree' ? batches(seed) : list.map(rowOf);
  const from = ((current ?? 1) - 1) * PAGES.size;
  const shown = current === undefined ? list : list.slice(from, from + PAGES.size);
  return {
    variant,
    columns: columnsOf[variant],
    rows: current === undefined ? all : all.slice(from, from + PAGES.size),
    all,
    summary: variant === 'summary' || variant === 'everything' ? { time: '合计', ...sum(shown) } : null,
    page: current === undefined ? null : { current, ...PAGES },
    open: variant === 'tree' ? ['1'] : variant === 'expanded' ? [all[1]?.id ?? ''] : [],
    loading: variant === 'loading',
    width: /^(?:virtual-)?fixed-columns$|^everything$/.test(variant) ? 900 : null,
    // A list that keeps only the rows in view is as high as its rows: what it draws is then all that there is.
    height: isVirtual(variant) ? 600 : variant === 'fixed-header' || variant === 'everything' ? 260 : null,
    virtual: isVirtual(variant),
  };
}

/** What the libraries themselves decide about a scene, and a person sees. */
export interface Manner {
  /** Children of closed rows are in the page, but not shown; otherwise they are not there. */
  readonly keepsClosed?: boolean;
  /** The pager does not tell how many rows there are. */
  readonly noTotal?: boolean;
  /** An empty list has a line that counts 0 rows. */
  readonly countsNone?: boolean;
  /** A short list has a line that counts its rows. */
  readonly countsAll?: boolean;
  /** An empty list has a pager that stands at the first page, of none. */
  readonly pagesNone?: boolean;
  /** The pager says which rows are shown, and no page number. */
  readonly rangeOnly?: boolean;
}

/** What a person reads in a scene: made of the data, not of what a reader made of the page. */
export interface Told {
  readonly tables: readonly {
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly hiddenRows: number;
    readonly stated: number | null;
  }[];
  readonly cues: readonly string[];
  readonly pager: { readonly page: number | null; readonly pages: number | null; readonly hasNext: boolean } | null;
}

export function told(scene: Scene, manner: Manner): Told {
  const columns = scene.columns.filter((column) => column.hidden !== true);
  const read = (cells: Readonly<Record<string, string>>): string[] =>
    columns.map(({ key, kind }) => {
      const text = kind === undefined ? (cells[key] ?? '') : '';
      return key === 'card' && text !== '' ? cardAsRead(text) : text;
    });
  const shown: string[][] = [];
  let closed = 0;
  for (const row of scene.rows) {
    shown.push(read(row.cells));
    if (scene.open.includes(row.id)) for (const child of row.children ?? []) shown.push(read(child.cells));
    else closed += row.children?.length ?? 0;
  }
  if (scene.summary !== null) shown.push(read(scene.summary));
  return {
    tables: [
      {
        header: columns.map((column) =>
          column.group === undefined ? column.title : `${column.group} / ${column.title}`,
        ),
        rows: shown,
        hiddenRows: manner.keepsClosed === true ? closed : 0,
        stated: statedOf(scene, manner),
      },
    ],
    cues: [...(scene.loading ? ['loading'] : []), ...(scene.rows.length === 0 ? ['no-records'] : [])],
    pager: pagerOf(scene, manner),
  };
}

function statedOf(scene: Scene, manner: Manner): number | null {
  if (scene.page !== null) return manner.noTotal === true ? null : scene.page.total;
  if (scene.rows.length === 0) return manner.countsNone === true ? 0 : null;
  return manner.countsAll === true ? scene.rows.length : null;
}

function pagerOf(scene: Scene, manner: Manner): Told['pager'] {
  if (scene.page === null) {
    return manner.pagesNone === true && scene.rows.length === 0 ? { page: 1, pages: null, hasNext: false } : null;
  }
  const { current, size, total } = scene.page;
  const pages = Math.ceil(total / size);
  const hasNext = current < pages;
  return manner.rangeOnly === true ? { page: null, pages: null, hasNext } : { page: current, pages, hasNext };
}
