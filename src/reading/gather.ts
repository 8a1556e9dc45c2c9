import type { Entry } from '#records/entry.ts';
import type { Rejected } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import { currencyOf, langOf, planOf, type Setting } from './list-plan.ts';
import type { Group, Spot } from './lists/group.ts';
import type { Merchant } from './lists/merchant.ts';
import { noticesIn } from './lists/notices.ts';
import type { RowRecord, TotalRow, Trailer } from './proof/record.ts';
import type { ReadAhead } from './read-ahead.ts';
import { turnByBalance } from './rows/by-balance.ts';
import { rowReader } from './rows/entry.ts';
import { isOwnFlow } from './rows/ledger.ts';
import { lineReader, type ReadLine } from './rows/line.ts';
import type { Plan } from './rows/plan.ts';

/** Everything read from the lists of a source, before it is proved. */
export interface Gathered {
  readonly entries: Entry[];
  readonly rejected: Rejected[];
  readonly records: RowRecord[];
  readonly totals: TotalRow[];
  readonly trailers: (Trailer & { readonly group: Group })[];
  readonly names: Map<string, string>;
  readonly plans: Map<Group, Plan>;
  /** Lists in which a row of a table has no id, or the id of another row of it. */
  readonly withoutIds: Set<Group>;
  /** Lines of text that stood among rows, by sighting. */
  readonly notes: Map<number, string[]>;
}

/** Rows of a list that are read in one step. */
const ROWS_A_STEP = 256;

/** Reads all lists, step by step: whoever asks for the next step decides when. */
export function* gather(
  sightings: readonly Sighting[],
  groups: readonly Group[],
  setting: Setting,
  ahead?: ReadAhead,
): Generator<void, Gathered> {
  const found: Gathered = {
    entries: [],
    rejected: [],
    records: [],
    totals: [],
    trailers: [],
    names: new Map(),
    plans: new Map(),
    withoutIds: new Set(),
    notes: new Map(),
  };
  for (const group of groups) {
    if (group.role === 'rows') yield* readGroup(group, sightings, setting, found, ahead);
    else if (group.role === 'other') readNotices(group, sightings, setting, found);
  }
  found.entries.sort((a, b) => a.row[0] - b.row[0] || a.row[1] - b.row[1] || a.row[2] - b.row[2]);
  return found;
}

function* readGroup(
  group: Group,
  sightings: readonly Sighting[],
  setting: Setting,
  found: Gathered,
  ahead: ReadAhead | undefined,
): Generator<void, void> {
  const plan = planOf(group, sightings, setting);
  found.plans.set(group, plan);
  yield;
  const lines = linesOf(group, plan, setting, ahead);
  for (const spot of group.spots) yield* readSpot(group, plan, lines(spot), spot, setting, found);
}

/** How the rows of each spot are read, from its first to its last: those that were read ahead by the very same plan are not read again. */
function linesOf(
  { header }: Group,
  plan: Plan,
  { today }: Setting,
  ahead: ReadAhead | undefined,
): (spot: Spot) => (cells: readonly string[], at: number) => ReadLine {
  const begun = ahead?.under(header, plan) ?? null;
  const rowIn = rowReader(plan, today);
  return ({ rows }) => {
    if (begun !== null && rows[0] === begun.lines[0]?.cells)
      return (cells, at) => {
        const line = begun.lines[at];
        return line?.cells === cells ? line : begun.read(cells);
      };
    return lineReader(plan, header, rowIn);
  };
}

function* readSpot(
  group: Group,
  plan: Plan,
  lineIn: (cells: readonly string[], at: number) => ReadLine,
  spot: Spot,
  setting: Setting,
  found: Gathered,
): Generator<void, void> {
  const whose = accountReader(setting, spot.sighting, found.names, isOwnFlow(plan.ledger));
  const ids = group.format?.identity === undefined ? null : new Set<string>();
  const above: RowRecord[] = [];
  let sinceFrom = 0;
  const trailers: { header: readonly string[]; rows: (readonly string[])[] }[] = [];
  // A function of its own: inside a generator, browsers make slower code of it.
  const readOne = (cells: readonly string[], i: number): void => {
    const { texts, role, read } = lineIn(cells, i);
    if (read !== null) {
      const record = recordOf(group, spot, read, whose, i, cells, found);
      above.push(record);
      if (ids !== null && record.entry !== null && !addNew(ids, record.entry.reference)) found.withoutIds.add(group);
    } else if (role === 'total' || role === 'subtotal') {
      const part = role === 'subtotal';
      const place = { group, plan, sighting: spot.sighting, part, cells };
      found.totals.push({ ...place, rows: above, from: sinceFrom, until: above.length });
      if (part) sinceFrom = above.length;
    } else if (role === 'trailer-titles') trailers.push({ header: cells, rows: [] });
    else if (role === 'trailer') trailers.at(-1)?.rows.push(cells);
    else if (role === 'note') {
      const text = texts.find((cell) => cell !== '') ?? '';
      found.notes.set(spot.sighting, [...(found.notes.get(spot.sighting) ?? []), text]);
    }
  };
  const readSome = (from: number): void => {
    const until = Math.min(from + ROWS_A_STEP, spot.rows.length);
    for (let i = from; i < until; i += 1) readOne(spot.rows[i] ?? [], i);
  };
  for (let from = 0; from < spot.rows.length; from += ROWS_A_STEP) {
    if (from > 0) yield;
    readSome(from);
  }
  turnByBalance(plan, above);
  for (const trailer of trailers) found.trailers.push({ group, sighting: spot.sighting, ...trailer });
  for (const record of above) found.records.push(record);
}

function addNew(ids: Set<string>, id: string | null): boolean {
  if (id === null) return false;
  // One search instead of two: of a hundred thousand long ids, each takes its time.
  const before = ids.size;
  return ids.add(id).size > before;
}

function recordOf(
  group: Group,
  { sighting, table, offset }: Spot,
  read: NonNullable<ReadLine['read']>,
  whose: Whose,
  index: number,
  cells: readonly string[],
  found: Gathered,
): RowRecord {
  const row = index + offset;
  if (!read.ok) {
    const { reason, cell } = read.error;
    found.rejected.push({ row, table, sighting, cells: [...cells], reason, cell });
    return { group, sighting, table, row, cells, entry: null, back: null, flow: null };
  }
  const { entry, back, flow, merchant, name } = read.value;
  const account = whose(merchant, name);
  for (const one of back === null ? [entry] : [entry, back]) {
    one.account = account;
    one.row = [sighting, table, row];
    found.entries.push(one);
  }
  return { group, sighting, table, row, cells, entry, back, flow };
}

/** The account of a row, by the number and name that the row itself says; null for what it does not say. */
type Whose = (merchant: string | null, name: string | null) => Entry['account'];

/** Whose the rows of one sighting are. The last answer is kept: rows of one merchant stand together. */
function accountReader(setting: Setting, sighting: number, names: Map<string, string>, isOwn: boolean): Whose {
  const bankAccount = isOwn ? (setting.merchants[sighting]?.bankAccount ?? null) : null;
  let last: { merchant: string | null; name: string | null; account: string } | null = null;
  return (merchant, name) => {
    if (last === null || last.merchant !== merchant || last.name !== name)
      last = { merchant, name, account: accountOf(setting, sighting, merchant, names, name, bankAccount) };
    return last.account;
  };
}

/** `provider:number`. The row's own number, else the sighting's, else the caller's, else the bank account that a file names, else `?`. */
function accountOf(
  setting: Setting,
  sighting: number,
  own: string | null,
  names: Map<string, string>,
  ownName: string | null,
  bankAccount: string | null = null,
): string {
  const seen = setting.merchants[sighting] ?? null;
  const number = own ?? seen?.number ?? setting.account ?? bankAccount;
  const account = `${setting.providerId}:${number ?? '?'}`.slice(0, 200);
  const name = ownName ?? (own === null || own === seen?.number ? nameOf(setting, seen) : null);
  if (name !== null && !names.has(account)) names.set(account, name.slice(0, 200));
  return account;
}

const nameOf = (setting: Setting, seen: Merchant | null): string | null =>
  seen?.name ?? setting.merchants.find(({ name }) => name !== null)?.name ?? null;

function readNotices(group: Group, sightings: readonly Sighting[], setting: Setting, found: Gathered): void {
  for (const spot of group.spots) {
    const at = sightings[spot.sighting]?.at ?? '';
    const currency = currencyOf(group, sightings[spot.sighting]?.texts ?? [], langOf(group, sightings), setting);
    for (const { entry, row } of noticesIn(spot, setting.today, at, setting.zone, currency)) {
      const account = accountOf(setting, spot.sighting, null, found.names, null);
      const same = found.entries.some(
        (other) =>
          other.ledger === 'notice' &&
          other.account === account &&
          other.kind === entry.kind &&
          other.words === entry.words &&
          other.terminal === entry.terminal &&
          other.amount === entry.amount &&
          other.balance === entry.balance,
      );
      // The same card stands beside the list on every page of it.
      if (!same) found.entries.push({ account, ...entry, row: [spot.sighting, spot.table, row] });
    }
  }
}
