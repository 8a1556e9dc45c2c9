/** What can go wrong at the portal. Pages count from 1; one trouble at a time. */
export type Trouble =
  /** Every page of the portal says that it is being maintained. */
  | { readonly kind: 'maintenance' }
  /** The session ends when this page is asked for; the page says so in a box, or the frame is sent to the sign-in form. */
  | { readonly kind: 'expires'; readonly atPage: number; readonly how: 'box' | 'redirect' }
  /** 操作过于频繁 when this page is asked for. */
  | { readonly kind: 'throttled'; readonly atPage: number }
  /** The query finds nothing. */
  | { readonly kind: 'empty' }
  /** From this page on one more row stands at the head of the list, so that everything has moved by one. */
  | { readonly kind: 'shifts'; readonly atPage: number }
  /** The page states all rows but the last `short` are never given. */
  | { readonly kind: 'count-lies'; readonly short: number }
  /** This page comes with fewer rows than it should. */
  | { readonly kind: 'half'; readonly atPage: number }
  /** On this page one 交易金额 is no number. */
  | { readonly kind: 'bad-cell'; readonly atPage: number }
  /** This page is not answered until the trouble is taken back. */
  | { readonly kind: 'hangs'; readonly atPage: number };

/** What a page of the list says when asked for. */
export type PageAnswer<Row> =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly total: number }
  | { readonly ok: false; readonly why: 'signed-out' | 'signed-out-redirect' | 'throttled' };

export const BAD_CELL = '12O.5O';

/** One page of `rows` under a trouble. */
export function pageUnder<Row extends { readonly 交易金额: string; readonly 参考号: string }>(
  rows: readonly Row[],
  page: number,
  size: number,
  trouble: Trouble | null,
): PageAnswer<Row> {
  const slice = (from: readonly Row[]): readonly Row[] => from.slice((page - 1) * size, page * size);
  const whole = { ok: true, rows: slice(rows), total: rows.length } as const;
  switch (trouble?.kind) {
    case 'expires':
      if (page < trouble.atPage) return whole;
      return { ok: false, why: trouble.how === 'box' ? 'signed-out' : 'signed-out-redirect' };
    case 'throttled':
      return page < trouble.atPage ? whole : { ok: false, why: 'throttled' };
    case 'empty':
      return { ok: true, rows: [], total: 0 };
    case 'shifts': {
      const first = rows[0];
      if (page < trouble.atPage || !first) return whole;
      const moved = [{ ...first, 参考号: '000000000001' }, ...rows];
      return { ok: true, rows: slice(moved), total: moved.length };
    }
    case 'count-lies':
      return { ok: true, rows: slice(rows.slice(0, -trouble.short)), total: rows.length };
    case 'half':
      return page === trouble.atPage ? { ...whole, rows: whole.rows.slice(0, 37) } : whole;
    case 'bad-cell':
      if (page !== trouble.atPage) return whole;
      return { ...whole, rows: whole.rows.map((row, index) => (index === 4 ? { ...row, 交易金额: BAD_CELL } : row)) };
    default:
      return whole;
  }
}
