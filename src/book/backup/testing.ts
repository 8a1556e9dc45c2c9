import fc from 'fast-check';
import type { Result } from '#money/result.ts';
import { type Entry, type KeptEntry, KINDS, Ledger, State } from '#records/entry.ts';
import type { AccountTerms } from '#records/terms.ts';
import type { Book, TakeIn } from '../book.ts';
import { anyReading, entry, input, reading, SHOP } from '../testing.ts';

/** What the tests of this folder build books from, and how they look at them. */

export function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** The whole file. */
export async function backedUp(
  book: Book,
  passphrase: string | null = null,
  terms: readonly AccountTerms[] = [],
): Promise<Blob> {
  const parts: BlobPart[] = [];
  value(await book.backup({ passphrase, terms, write: async (bytes) => void parts.push(bytes) }));
  return new Blob(parts);
}

export const restored = async (book: Book, file: Blob, passphrase: string | null = null) =>
  value(await book.restore(file, { passphrase }));

/** The first line of a plain backup. */
export const HEADER = { format: 'arrears-radar-backup', version: 1, compression: 'gzip', encryption: null };

/** A backup with these lines, as a stranger may make it. */
export async function made(lines: readonly unknown[] | Blob, header: object = HEADER): Promise<Blob> {
  const content = lines instanceof Blob ? lines : new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]);
  const packed = await new Response(content.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  return new Blob([`${JSON.stringify(header)}\n`, packed]);
}

/** The lines of a plain backup. */
export async function linesIn(file: Blob): Promise<Record<string, unknown>[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const body = new Blob([bytes.slice(bytes.indexOf(10) + 1)]);
  const text = await new Response(body.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Everything that a book says of itself. */
export async function saidBy(book: Book) {
  const rows: unknown[] = [];
  value(await book.find({}, (found, day) => rows.push([day, found]) > 0));
  const captures = value(await book.captures());
  const papers: unknown[] = [];
  const marks = value(await book.marks());
  for (const { sha256 } of marks.flatMap(({ attachments }) => attachments)) {
    const paper = value(await book.paper(sha256));
    papers.push([sha256, paper?.type, paper && new Uint8Array(await paper.arrayBuffer())]);
  }
  return {
    rows,
    captures,
    marks,
    papers,
    seen: await Promise.all(captures.map(async ({ seq }) => value(await book.seen(seq)))),
    records: value(await book.records()),
    knowledge: value(await book.knowledge()),
    figures: value(await book.figures()),
    // A month whose rows were all taken back may stay as one that comes to nothing.
    months: value(await book.months()).filter(({ totals }) => totals.length > 0),
    recipes: value(await book.recipes()),
    check: value(await book.lastCheck()),
    chain: value(await book.verify()),
  };
}

const text = fc.oneof(
  fc.constantFrom('消费', '退货 ¥1.00', '=1+1', 'a,b"c', '𠮷野家', '\ud800', '__proto__', 'line\nfeed', ''),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Rows of every kind, ledger and state, with words of any sort. */
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    account: fc.constantFrom(SHOP, 'chinaums:?', 'alipay:2088101234560156'),
    kind: fc.constantFrom(...KINDS),
    ledger: fc.constantFrom(...Ledger.options),
    state: fc.constantFrom(...State.options),
    day: fc.constantFrom('2026-09-30' as const, '2026-10-01' as const, '2026-10-02' as const),
    at: fc.constantFrom(null, '2026-10-01T10:00:00+08:00'),
    amount: fc.constantFrom(100_000, -200_000, null, 1, Number.MAX_SAFE_INTEGER),
    fee: fc.constantFrom(null, 0, 600),
    currency: fc.constantFrom('CNY', 'HKD'),
    terminal: fc.constantFrom(null, '10020001', '终端一'),
    reference: fc.constantFrom(null, '42001', '42002'),
    links: fc.constantFrom({}, { trace: '000123' }, { rrn: '1', order: '订单二' }),
    words: text,
  })
  // A stable id is one row's, on one day.
  .map((over) => entry({ ...over, reference: over.reference && `${over.reference}${over.day.slice(8)}` }));

const anyInput: fc.Arbitrary<TakeIn> = fc
  .tuple(
    fc.oneof(
      anyReading,
      fc
        .tuple(fc.array(anyEntry, { maxLength: 8 }), fc.boolean())
        .map(([rows, stableIds]) => reading(rows, { stableIds, names: { [SHOP]: '沪上鲜果店' } })),
    ),
    fc.constantFrom('page' as const, 'file' as const, 'told' as const),
    fc.integer({ min: 0, max: 59 }),
  )
  .map(([of, source, second]) =>
    input(of, {
      source,
      place: source === 'file' ? '账单.csv' : 'https://service.chinaums.com/uisportal/',
      at: `2026-10-02T01:00:${String(second).padStart(2, '0')}.000Z`,
    }),
  );

/** One thing that happens to a book; `pick` chooses which row or capture. */
export type Step =
  | { readonly is: 'take'; readonly input: TakeIn }
  | { readonly is: 'undo' | 'stand' | 'split' | 'same' | 'correct' | 'attach' | 'label'; readonly pick: number }
  | { readonly is: 'erase' };

const pick = fc.nat({ max: 1000 });

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyInput.map((of): Step => ({ is: 'take', input: of })) },
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constantFrom('undo' as const, 'stand', 'split', 'same', 'correct', 'attach', 'label'),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ is: 'erase' }) },
);

const at = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(list.length, 1)];

export async function happens(book: Book, step: Step): Promise<void> {
  if (step.is === 'take') {
    value(await book.takeIn(step.input));
    return;
  }
  if (step.is === 'erase') {
    value(await book.erase(['alipay']));
    return;
  }
  if (step.is === 'undo') {
    const capture = at(value(await book.captures()), step.pick);
    if (capture) await book.undo(capture.seq);
    return;
  }
  const rows: KeptEntry[] = [];
  value(await book.find({}, (found) => rows.push(...found.map((row) => row.entry)) > 0));
  const row = at(rows, step.pick);
  if (!row) return;
  const { account, key } = row;
  const other = rows.find((one) => one.account === account && one.key !== key);
  // What cannot be said of this row is refused, which is nothing to a backup.
  if (step.is === 'stand')
    await book.mark(account, key, {
      standing: at(['paid', 'disputed', 'ignored'] as const, step.pick) ?? null,
      note: '已付，见附件',
    });
  else if (step.is === 'split')
    await book.mark(account, key, {
      parts: [
        { kind: 'fee', amount: 1, words: '手续费' },
        { kind: 'sale', amount: (row.amount ?? 0) - 1, words: '其余' },
      ],
    });
  else if (step.is === 'same') await book.mark(account, key, { sameAs: other?.key ?? null });
  else if (step.is === 'correct') await book.mark(account, key, { correction: { kind: 'fee', terminal: '更正' } });
  else if (step.is === 'attach') {
    const bytes = new Uint8Array([step.pick % 256, 1, 2, 3]);
    await book.attach(account, key, { name: '收据.png', type: 'image/png', bytes });
  } else value(await book.label(account, '总店'));
}
