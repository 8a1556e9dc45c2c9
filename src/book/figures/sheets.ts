import type { Day } from '#money/day.ts';
import type { Ledger } from '#records/entry.ts';
import { ByteReader, ByteWriter } from '../codec/bytes.ts';
import { readNumbers, writeNumbers } from '../codec/numbers.ts';
import { readTexts, writeTexts } from '../codec/texts.ts';
import { dateOf, dayIn, monthOf } from '../identity/id-index.ts';
import { addTotals, type TerminalTotal, type Total } from './totals.ts';

/** What one day of an account comes to. */
export interface DayFigures {
  readonly day: Day;
  /** All rows kept under this day, superseded and ignored ones among them: what a list of rows scrolls over. */
  readonly rows: number;
  /** By terminal, of the rows that count. */
  readonly totals: readonly TerminalTotal[];
}

/** The figures of one account and month beside its day books, so that no question about sums reads a row. */
export interface Sheet {
  readonly account: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** All rows kept under its days. */
  readonly rows: number;
  /** The month as a whole, all terminals together. */
  readonly totals: readonly Total[];
  readonly codec: 1;
  /** The figures of each day. */
  readonly days: Uint8Array;
}

const NUMBERS = ['count', 'amount', 'fee', 'net'] as const;
const SILENT = ['amount', 'fee', 'net'] as const;

/** Throws `Damaged`. */
export function daysIn({ month, days }: Sheet): DayFigures[] {
  const from = new ByteReader(days);
  const length = from.count();
  const dates = readNumbers(from, length);
  const rows = readNumbers(from, length);
  const lines = readNumbers(from, length);
  const all = lines.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const [ledger, kind, currency, terminal] = [0, 1, 2, 3].map(() => readTexts(from, all));
  const [count, amount, fee, net] = NUMBERS.map(() => readNumbers(from, all));
  const silent = SILENT.map(() => readNumbers(from, all));
  let at = 0;
  return Array.from({ length }, (_, n) => {
    const totals: TerminalTotal[] = [];
    for (const end = at + (lines[n] ?? 0); at < end; at += 1) {
      totals.push({
        ledger: ledger?.[at] as Ledger,
        kind: kind?.[at] as Total['kind'],
        currency: currency?.[at] ?? '',
        terminal: terminal?.[at] ?? null,
        count: count?.[at] ?? 0,
        amount: amount?.[at] ?? 0,
        fee: fee?.[at] ?? 0,
        net: net?.[at] ?? 0,
        silent: { amount: silent[0]?.[at] ?? 0, fee: silent[1]?.[at] ?? 0, net: silent[2]?.[at] ?? 0 },
      });
    }
    return { day: dayIn(month, dates[n] ?? 1), rows: rows[n] ?? 0, totals };
  });
}

function sheetOf(account: string, month: string, figures: readonly DayFigures[]): Sheet {
  const lines = figures.flatMap(({ totals }) => totals);
  const to = new ByteWriter();
  to.count(figures.length);
  writeNumbers(
    to,
    figures.map(({ day }) => dateOf(day)),
  );
  writeNumbers(
    to,
    figures.map(({ rows }) => rows),
  );
  writeNumbers(
    to,
    figures.map(({ totals }) => totals.length),
  );
  for (const field of ['ledger', 'kind', 'currency', 'terminal'] as const) {
    writeTexts(
      to,
      lines.map((line) => line[field]),
    );
  }
  for (const field of NUMBERS) {
    writeNumbers(
      to,
      lines.map((line) => line[field]),
    );
  }
  for (const field of SILENT) {
    writeNumbers(
      to,
      lines.map(({ silent }) => silent[field]),
    );
  }
  const totals = addTotals<Total>(lines.map(({ terminal: _, ...total }) => total));
  return {
    account,
    month,
    rows: figures.reduce((sum, { rows }) => sum + rows, 0),
    totals,
    codec: 1,
    days: to.sealed(),
  };
}

/** The months that change when these days have these figures; a day without rows leaves its sheet, and a sheet may be left without any. */
export function withFigures(
  sheets: readonly Sheet[],
  changed: readonly (DayFigures & { readonly account: string })[],
): Sheet[] {
  const nameOf = (account: string, month: string): string => `${month}|${account}`;
  const known = new Map(sheets.map((sheet) => [nameOf(sheet.account, sheet.month), sheet]));
  const work = new Map<string, { account: string; month: string; days: Map<Day, DayFigures> }>();
  for (const { account, ...figures } of changed) {
    const month = monthOf(figures.day);
    const name = nameOf(account, month);
    let open = work.get(name);
    if (!open) {
      const sheet = known.get(name);
      open = { account, month, days: new Map((sheet ? daysIn(sheet) : []).map((of) => [of.day, of])) };
      work.set(name, open);
    }
    if (figures.rows === 0) open.days.delete(figures.day);
    else open.days.set(figures.day, figures);
  }
  return [...work.values()].map(({ account, month, days }) =>
    sheetOf(
      account,
      month,
      [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    ),
  );
}
