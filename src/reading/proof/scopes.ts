import type { ControlRule, Format } from '#records/provider.ts';
import type { Control } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Gathered } from '../gather.ts';
import type { Group, Spot } from '../lists/group.ts';
import { isPartOfTotal } from '../lists/split.ts';
import { cellText, plain } from '../words/plain.ts';
import { balanceControl, lineControls, totalControls, trailerControls } from './controls.ts';
import { feeControl } from './fees.ts';
import { sumsInLines } from './lines.ts';
import type { RowRecord, Trailer } from './record.ts';
import { type StatedCount, statedCount } from './stated.ts';
import { compare } from './sums.ts';

/** A list that states or should state its own totals: all pages of it, or its part in one file. */
export interface Scope {
  readonly group: Group;
  readonly sightings: readonly number[];
  readonly records: readonly RowRecord[];
  readonly controls: readonly Control[];
  /** How many rows the source says there are; null if it does not say. */
  readonly stated: number | null;
  /** Whether the format's own totals were there, where it always has some. */
  readonly hasTotals: boolean;
}

/** Trailer columns that no declared format explains. */
const COMMON: Format = {
  id: 'common-trailer',
  title: { zh: '', en: '' },
  ledger: 'trade',
  needs: [],
  controls: [
    ...['总笔数', '交易总笔数', '总交易笔数', '总条数', '合计笔数'].map(
      (header) => ({ what: 'rows', header, compute: { how: 'count' } }) as const,
    ),
    ...['总金额', '交易总金额', '总交易金额', '合计金额'].map(
      (header) => ({ what: 'amount', header, compute: { how: 'sum', of: 'amount' } }) as const,
    ),
    ...['总手续费', '手续费总额', '手续费总金额', '手续费合计'].map(
      (header) => ({ what: 'fee', header, compute: { how: 'sum', of: 'fee' } }) as const,
    ),
    ...['结算总金额', '总结算金额', '清算总金额', '结算金额合计'].map(
      (header) => ({ what: 'net', header, compute: { how: 'sum', of: 'net' } }) as const,
    ),
    ...sideRules('income', 'in', ['收入', '贷方', '转入', '存入']),
    ...sideRules('expense', 'out', ['支出', '借方', '转出', '支取']),
  ],
  source: 'Common trailer titles.',
};

/** `贷方合计笔数`, `汇总收入笔数`, `收入金额合计`: what a bank counts and adds up of each side. */
function sideRules(what: string, sign: 'in' | 'out', sides: readonly string[]): ControlRule[] {
  return sides.flatMap((side) => [
    ...[`${side}合计笔数`, `${side}总笔数`, `汇总${side}笔数`, `${side}笔数合计`].map((header) => ({
      what: `${what}-count`,
      header,
      compute: { how: 'count' as const, sign },
    })),
    ...[`${side}合计金额`, `${side}总金额`, `汇总${side}金额`, `${side}金额合计`, `${side}合计`].map((header) => ({
      what,
      header,
      compute: { how: 'sum' as const, of: 'amount' as const, sign },
    })),
  ]);
}

export function scopesOf(sightings: readonly Sighting[], groups: readonly Group[], found: Gathered): Scope[] {
  const scopes: Scope[] = [];
  for (const group of groups.filter(({ role }) => role === 'rows')) {
    const all = [...new Set(group.spots.map(({ sighting }) => sighting))];
    const isFile = all.every((index) => sightings[index]?.frame === 'file');
    for (const indexes of isFile ? all.map((index) => [index]) : [all]) {
      scopes.push(scopeOf(group, indexes, sightings, groups, found, isFile));
    }
  }
  return scopes;
}

function scopeOf(
  group: Group,
  indexes: readonly number[],
  sightings: readonly Sighting[],
  groups: readonly Group[],
  found: Gathered,
  isFile: boolean,
): Scope {
  const inside = new Set(indexes);
  const records = found.records.filter((record) => record.group === group && inside.has(record.sighting));
  const texts = indexes.flatMap((index) => [...(sightings[index]?.texts ?? []), ...(found.notes.get(index) ?? [])]);
  const controls: Control[] = [];
  if (group.format) controls.push(...lineControls(group.format, texts, records));
  for (const trailer of trailersFor(group, inside, groups, found)) {
    controls.push(...explain(group, trailer, records, found));
  }
  const hasTotals = controls.length > 0;
  const summaries = groups.filter(({ role, format }) => role === 'totals' && format?.role === 'totals');
  for (const summary of summaries) controls.push(...summaryControls(summary, group, records, found));
  for (const total of found.totals) {
    if (total.group === group && inside.has(total.sighting)) controls.push(...totalControls(total, records));
  }

  const spots = group.spots.filter(({ sighting }) => inside.has(sighting));
  const last = spots.at(-1);
  const single = groups.filter(({ role }) => role === 'rows').length === 1;
  const sighting = last ? sightings[last.sighting] : undefined;
  const beside = spots.filter((spot) => spot.sighting === last?.sighting);
  const count =
    sumStated(beside) ??
    (sighting && last ? statedCount(single ? sighting : { ...sighting, texts: [] }, last.source) : null);
  if (count && sidesStated(controls) !== count.count && !controls.some(({ what }) => what === 'rows')) {
    const control = compare('rows', count.words, String(count.count), records.length, 'count');
    if (control) controls.push(control);
  }
  const balance = found.plans.get(group)?.first('balance');
  const runs = balance && indexes.length > 0 ? balanceControl(records, balance.header) : null;
  if (runs) controls.push(runs);
  const plan = found.plans.get(group);
  const fees = feeControl(records, plan?.first('rate')?.header ?? plan?.first('fee')?.header ?? '');
  if (fees) controls.push(fees);
  if (single && !isFile && !controls.some(({ what }) => what === 'amount')) {
    controls.push(...sumsInLines(texts, records, (field) => plan?.first(field) ?? null));
  }
  const stated = controls.find(({ what }) => what === 'rows')?.stated ?? null;
  return {
    group,
    sightings: indexes,
    records,
    controls: distinct(controls),
    stated: stated === null ? sidesStated(controls) : Number(stated),
    hasTotals: hasTotals || !isFile,
  };
}

/** Several lists with the same columns on one page (今日, 历史), each with a count of its own: together they state their sum. */
function sumStated(beside: readonly Spot[]): StatedCount | null {
  const counts = beside.flatMap(({ source }) => source.stated ?? []);
  if (beside.length < 2 || counts.length < beside.length) return null;
  return {
    count: counts.reduce((sum, count) => sum + count, 0),
    words: counts
      .map((count) => `共 ${count} 条`)
      .join(' + ')
      .slice(0, 300),
  };
}

/** Trailers that speak about these rows: tables of totals in the same file or page, and those left inside the list. */
function trailersFor(group: Group, inside: ReadonlySet<number>, groups: readonly Group[], found: Gathered): Trailer[] {
  const tables = groups
    .filter(({ role, format }) => role === 'totals' && format?.role !== 'totals')
    .flatMap((other) =>
      other.spots
        .filter(({ sighting }) => inside.has(sighting))
        .map(({ sighting, header, rows }) => ({ sighting, header, rows })),
    );
  return [...tables, ...found.trailers.filter((trailer) => trailer.group === group && inside.has(trailer.sighting))];
}

function explain(group: Group, trailer: Trailer, records: readonly RowRecord[], found: Gathered): Control[] {
  const plan = found.plans.get(group);
  // Rows of totals with the list's own titles, which a file's reader set apart.
  if (plan && trailer.header.map(plain).join('|') === group.header.map(plain).join('|')) {
    const { sighting } = trailer;
    const before = found.totals.findLast((total) => total.part && total.group === group && total.sighting === sighting);
    const place = { group, plan, sighting, rows: records, until: records.length };
    return trailer.rows.flatMap((cells) => {
      const part = cells.some((cell) => isPartOfTotal(cellText(cell)));
      return totalControls({ ...place, part, cells, from: part ? (before?.until ?? 0) : 0 }, records);
    });
  }
  const declared = group.format ? trailerControls(group.format, trailer, records) : [];
  return declared.length > 0 ? declared : trailerControls(COMMON, trailer, records);
}

/** A summary member of the same archive, if it is the only one and speaks about this ledger. */
function summaryControls(summary: Group, group: Group, records: readonly RowRecord[], found: Gathered): Control[] {
  const [spot] = summary.spots;
  const rows = found.records.filter((record) => record.group.format?.ledger === summary.format?.ledger);
  if (summary.spots.length !== 1 || !spot || !summary.format || group.format?.ledger !== summary.format.ledger)
    return [];
  // Several members under one summary: it speaks about all of them together.
  return trailerControls(
    summary.format,
    { sighting: spot.sighting, header: spot.header, rows: spot.rows },
    rows.length > 0 ? rows : records,
  );
}

/** The number of rows, where a source counts them by direction only. */
function sidesStated(controls: readonly Control[]): number | null {
  const of = (what: string): number | null => {
    const stated = controls.find((control) => control.what === what)?.stated;
    return stated === undefined ? null : Number(stated);
  };
  const [into, out] = [of('income-count'), of('expense-count')];
  return into === null || out === null ? null : into + out + (of('neutral-count') ?? 0);
}

function distinct(controls: readonly Control[]): Control[] {
  const seen = new Set<string>();
  return controls.filter((control) => {
    const key = JSON.stringify(control);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
