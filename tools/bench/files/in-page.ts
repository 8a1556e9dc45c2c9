import * as XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/browser/esm/sync';
import Papa from 'papaparse';
import { readInTurns } from '#reading/read.ts';
import type { Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import { takeTurns } from '#tables/dom/slice.ts';
import { openFile } from '#tables/files/open.ts';
import { wechatTrade } from '../../../tests/bills/make.ts';

/** What runs in the page: the same file, by three ways. Making it counts for nobody. */

export interface Done {
  readonly ms: number;
  readonly rows: number;
  /** Of all cells: what two ways must agree on. */
  readonly digest: number;
  /** Most JavaScript memory seen, bytes. */
  readonly memory: number;
}

export interface Read extends Done {
  readonly outcome: string;
  readonly entries: number;
  /** Whether every total that the file states agrees with its rows. */
  readonly agrees: boolean;
}

let file: Uint8Array<ArrayBuffer> = new Uint8Array();

/** 微信支付 交易账单 of successful payments: 20 columns, every cell behind a back-tick, UTF-8 with BOM. Answers its bytes. */
export function makeCsv(count: number): number {
  file = Uint8Array.from(wechatTrade('SUCCESS', { count }).bytes);
  return file.length;
}

const TITLES = [
  ...['商户号', '终端号', '交易日期', '交易时间', '交易类型', '交易金额(元)', '手续费(元)', '结算金额(元)'],
  ...['参考号', '卡类型', '交易状态', '备注'],
];

/** A workbook of twelve columns as acquirers export it, texts and numbers. Answers its bytes. */
export function makeXlsx(count: number): number {
  const rows = Array.from({ length: count }, (_, n) => {
    const cents = 1000 + ((n * 7919) % 900_000);
    const fee = Math.round(cents * 0.006);
    const two = (of: number): string => String(of).padStart(2, '0');
    return [
      '898310148160568',
      `1002000${n % 8}`,
      `2026-${two(1 + (n % 10))}-${two(1 + (n % 28))}`,
      `${two(n % 24)}:${two(n % 60)}:${two((n * 7) % 60)}`,
      '消费',
      cents / 100,
      fee / 100,
      (cents - fee) / 100,
      String(202_600_000_000 + n),
      n % 2 === 0 ? '贷记卡' : '借记卡',
      '成功',
      '',
    ];
  });
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([TITLES, ...rows]), '交易明细');
  file = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
  return file.length;
}

/** Header and rows as text, without back-ticks and what is left empty at the end. */
const digestOf = (rows: readonly (readonly unknown[])[]): number => {
  let digest = 0;
  for (const row of rows) {
    for (const cell of row) {
      const text = String(cell).replace(/^`/, '');
      for (let at = 0; at < text.length; at += 1) digest = (Math.imul(digest, 31) + text.charCodeAt(at)) | 0;
      digest = (Math.imul(digest, 31) + 7) | 0;
    }
  }
  return digest;
};

const done = (from: number, rows: readonly (readonly unknown[])[]): Done => {
  const ms = performance.now() - from;
  return { ms, rows: rows.length, digest: digestOf(rows), memory: memory() };
};

/** The rows between the header and the trailer, which has its own. */
const listed = <T extends readonly unknown[]>(rows: readonly T[], width: number): T[] => {
  const end = rows.findIndex((row, at) => at > 0 && row.length !== width);
  return rows.slice(1, end < 0 ? rows.length : end);
};

const textOf = (): string => new TextDecoder().decode(file);

export function papa(width: number): Done {
  const from = performance.now();
  const { data } = Papa.parse<string[]>(textOf(), { header: false });
  return done(from, listed(data, width));
}

export function csvParse(width: number): Done {
  const from = performance.now();
  const rows = parse(textOf(), { relax_column_count: true, relax_quotes: true, bom: true }) as string[][];
  return done(from, listed(rows, width));
}

export function sheetRows(width: number): Done {
  const from = performance.now();
  const book = XLSX.read(file, { dense: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const rows = sheet ? XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '' }) : [];
  return done(from, listed(rows, width));
}

/** The product's own way from bytes to entries that are checked against the file's totals. */
export async function ours(name: string): Promise<Read> {
  const from = performance.now();
  const opened = await openFile(name, file, { at: '2026-11-23T08:00:00Z' });
  if (!opened.ok) throw new Error(opened.error);
  const context = { source: 'file', end: null, today: '2026-11-23' } as const;
  const reading: Reading = await readInTurns(opened.value, context, takeTurns().rest);
  const ms = performance.now() - from;
  const rows = firstTable(opened.value);
  return {
    ms,
    rows: rows.length,
    digest: digestOf(rows),
    memory: memory(),
    outcome: reading.outcome,
    entries: reading.entries.length,
    agrees: reading.controls.every(({ agrees }) => agrees),
  };
}

const firstTable = ([sighting]: readonly Sighting[]): readonly (readonly string[])[] => sighting?.tables[0]?.rows ?? [];

const memory = (): number =>
  (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
