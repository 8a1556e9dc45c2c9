import fc from 'fast-check';
import type { Day } from '#money/day.ts';
import type { Entry, KeptEntry } from '#records/entry.ts';
import type { Coverage, Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import type { TakeIn } from './book.ts';

/** What the tests of this folder build readings from. */

export const SHOP = 'chinaums:898310148160568';

export const entry = (over: Partial<Entry> = {}): Entry => ({
  account: SHOP,
  ledger: 'trade',
  kind: 'sale',
  state: 'done',
  day: '2026-10-01',
  at: null,
  settleDay: null,
  amount: 10_000_000,
  fee: 60_000,
  net: 9_940_000,
  balance: null,
  currency: 'CNY',
  reference: null,
  links: {},
  terminal: null,
  card: null,
  rate: null,
  due: null,
  words: '消费',
  row: [0, 0, 0],
  ...over,
});

export function reading(
  entries: readonly Entry[],
  over: Partial<Reading> & { cover?: Partial<Coverage> } = {},
): Reading {
  const { cover, ...rest } = over;
  const days = entries.map(({ day }) => day).sort();
  return {
    outcome: 'read',
    provider: 'chinaums',
    format: 'chinaums-detail',
    accounts: [...new Set(entries.map(({ account }) => account))],
    stableIds: false,
    names: {},
    coverage: {
      from: days[0] ?? null,
      to: days[days.length - 1] ?? null,
      pages: 1,
      rows: entries.length,
      statedRows: entries.length,
      whole: true,
      gaps: [],
      ...cover,
    },
    controls: [],
    entries: [...entries],
    rejected: [],
    ...rest,
  };
}

export const sighting = (text: string): Sighting => ({
  place: 'https://service.chinaums.com/uisportal/',
  frame: 'top',
  title: '对账明细',
  at: '2026-10-02T01:00:00.000Z',
  tables: [],
  texts: [text],
  cues: [],
  pager: null,
});

export const input = (of: Reading, over: Partial<TakeIn> = {}): TakeIn => ({
  reading: of,
  sightings: [sighting(`共 ${of.entries.length} 条`)],
  source: 'page',
  place: 'https://service.chinaums.com/uisportal/',
  at: '2026-10-02T01:00:00.000Z',
  ...over,
});

/** Facts of the row apart from what the book adds, for comparing multisets. */
export function factOf(kept: Entry | KeptEntry): string {
  const { account, ledger, kind, day, at, amount, currency, reference, terminal, words } = kept;
  return JSON.stringify([account, ledger, kind, day, at, amount, currency, reference, terminal, words]);
}

export const factsOf = (entries: readonly Entry[]): string[] => entries.map(factOf).sort();

/** How often each fact stands in a list. */
export function countFacts(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fact of entries.map(factOf)) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return counts;
}

const days: readonly Day[] = ['2026-09-30', '2026-10-01', '2026-10-02'];

/** Rows without any number of their own, from so small a world that equal ones are common. */
export const plainEntry: fc.Arbitrary<Entry> = fc
  .record({
    account: fc.constantFrom(SHOP, 'chinaums:?'),
    kind: fc.constantFrom('sale' as const, 'refund' as const),
    day: fc.constantFrom(...days),
    amount: fc.constantFrom(100_000, 200_000, null),
    words: fc.constantFrom('消费', '退货'),
    state: fc.constantFrom('done' as const, 'pending' as const),
    fee: fc.constantFrom(0, 1000, null),
  })
  .map((over) => entry(over));

/** Rows with an id that the provider declares to be stable. One id is one row, whichever source shows it. */
export const idEntry: fc.Arbitrary<Entry> = fc
  .record({ number: fc.integer({ min: 0, max: 30 }), kind: fc.constantFrom('sale' as const, 'refund' as const) })
  .map(({ number, kind }) =>
    entry({
      kind,
      reference: `4200${number}`,
      day: days[number % 3] ?? '2026-10-01',
      at: `${days[number % 3]}T10:00:${String(number).padStart(2, '0')}+08:00`,
      amount: (number % 5) * 100_000,
    }),
  );

/** Rows of a terminal with its running number. */
export const serialEntry: fc.Arbitrary<Entry> = fc.integer({ min: 0, max: 30 }).map((number) =>
  entry({
    terminal: `1002000${number % 2}`,
    links: { trace: String(number).padStart(6, '0') },
    day: days[number % 3] ?? '2026-10-01',
    at: `${days[number % 3]}T10:00:00+08:00`,
  }),
);

export const anyReading: fc.Arbitrary<Reading> = fc
  .tuple(
    fc.array(plainEntry, { maxLength: 12 }),
    fc.array(idEntry, { maxLength: 8 }),
    fc.array(serialEntry, { maxLength: 8 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([plain, ids, serials, whole, part]) =>
    reading([...plain, ...ids, ...serials], {
      stableIds: true,
      outcome: part ? 'part' : 'read',
      cover: { whole: whole && !part },
    }),
  );
