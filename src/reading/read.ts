import { type Day, isDay, type Period } from '#money/day.ts';
import type { Entry } from '#records/entry.ts';
import type { Format } from '#records/provider.ts';
import type { Control, Gap, Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import { type Gathered, gather } from './gather.ts';
import { type Context, knownOf } from './known.ts';
import type { Group } from './lists/group.ts';
import { merchantChange } from './lists/merchant.ts';
import { NOBODY, publicHost } from './lists/place.ts';
import { trailerControls } from './proof/controls.ts';
import { endGaps, isProved, rejectedGap, scopeGaps, simpleGap } from './proof/gaps.ts';
import { outcomeOf } from './proof/outcome.ts';
import { saysMore } from './proof/said.ts';
import { type Scope, scopesOf } from './proof/scopes.ts';
import { saysNone } from './proof/stated.ts';
import type { ReadAhead } from './read-ahead.ts';
import { driftGaps } from './recipes/taught.ts';
import { NO_CURRENCY } from './words/currency.ts';

export type { Context } from './known.ts';

/**
 * Gives tables of text their meaning, and proves how whole they are. Pure: the same sightings and context give the same reading.
 * Every data row becomes an entry or a rejection; rows of totals become controls. Never throws, whatever the cells hold.
 * @param ahead rows of these sightings that were read already. It changes how long this takes, and nothing else.
 */
export function readSightings(sightings: readonly Sighting[], context: Context, ahead?: ReadAhead): Reading {
  const steps = readStepwise(sightings, context, ahead);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps of a few milliseconds, for a thread that also draws a page.
 * @param rest asked between two steps; what it waits for is its own business.
 */
export async function readInTurns(
  sightings: readonly Sighting[],
  context: Context,
  rest: () => Promise<void>,
): Promise<Reading> {
  const steps = readStepwise(sightings, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await rest();
  }
}

function* readStepwise(sightings: readonly Sighting[], context: Context, ahead?: ReadAhead): Generator<void, Reading> {
  const { groups, lists, providerId, atPlace, setting } = knownOf(sightings, context);
  const { period, account: number } = setting;
  const switched = context.source === 'page' ? merchantChange(sightings, setting.merchants) : null;
  // Rows that do not name their merchant could be of either.
  if (switched && !lists.every(({ columns }) => columns.has('account'))) {
    return refused(providerId, formatOf(lists, groups), pagesOf(lists), simpleGap('merchant-changed', switched));
  }
  yield;
  const found = yield* gather(sightings, groups, setting, ahead);
  yield;
  const scopes = scopesOf(sightings, groups, found);
  yield;
  const drift = driftGaps(sightings, groups, context.recipes ?? []);
  const unnamed = found.entries.some(({ currency }) => currency === NO_CURRENCY);
  const gaps = [
    ...drift,
    ...gapsOf(sightings, context, found, scopes, groups),
    ...(unnamed ? [simpleGap('currency-unknown')] : []),
  ].slice(0, 100);
  const fromRows = found.records.flatMap(({ entry, back }) => [entry, back]).filter((entry) => entry !== null).length;
  const notices = found.entries.length - fromRows;
  const looked = outcomeOf({
    sightings,
    end: context.end,
    source: context.source,
    rows: found.records.length,
    rejected: found.rejected.length,
    notices,
    gaps,
    knownList: lists.length > 0,
    statesNone:
      scopes.some(({ stated }) => stated === 0) ||
      (lists.length > 0 && [...[...found.notes.values()].flat(), ...besideEmpty(lists, sightings)].some(saysNone)) ||
      sightings.some(({ tables }) => tables.some(({ stated }) => stated === 0)),
    knownPlace: sightings.some(({ place }) => publicHost(place) !== null) && atPlace,
    complete: scopes.every(
      ({ stated, records, controls }) => controls.every(({ agrees }) => agrees) || stated === records.length,
    ),
    expected:
      lists.some(({ format }) => format !== null) || found.rejected.every(({ reason }) => reason === 'unit-conflict'),
    onlyTotals: groups.some(({ role, format }) => role === 'totals' && format !== null),
  });
  // The merchant taught how this page is read, and it is no longer that page.
  const outcome = drift.length > 0 && (looked === 'not-a-known-page' || looked === 'empty') ? 'changed' : looked;
  const understood = lists.length > 0 || notices > 0 || outcome === 'part';
  const span = spanOf(found.entries, period);
  // The portal's own "no records" proves an empty list as a count of 0 does.
  const open = outcome === 'empty' ? gaps.filter(({ gap }) => gap !== 'not-proved') : gaps;
  // Whose list it is that has no records: only where the page or the merchant says so.
  const nobodys = outcome !== 'empty' || number === null || providerId === null;
  const ofRows = [...accountsOf(found.entries)].sort();
  const proved = outcome === 'empty' || (outcome === 'read' && scopes.length > 0);
  const whole = proved && open.every(({ gap }) => gap === 'currency-unknown') && found.rejected.length === 0;
  return {
    outcome,
    provider: providerId ?? (found.entries.length > 0 ? NOBODY : null),
    format: understood ? formatOf(lists, groups) : null,
    accounts: nobodys ? ofRows : [`${providerId}:${number}`.slice(0, 200)],
    stableIds: stableIds(lists, found),
    names: Object.fromEntries(found.names),
    coverage: {
      ...span,
      pages: pagesOf(lists),
      rows: found.records.length,
      statedRows: statedRows(scopes),
      whole,
      gaps: open,
    },
    controls: controlsOf(scopes),
    entries: found.entries,
    rejected: found.rejected,
  };
}

/** A source of which nothing may be kept. */
function refused(provider: string | null, format: string, pages: number, gap: Gap): Reading {
  return {
    outcome: 'changed',
    provider,
    format,
    accounts: [],
    stableIds: false,
    names: {},
    coverage: { from: null, to: null, pages, rows: 0, statedRows: null, whole: false, gaps: [gap] },
    controls: [],
    entries: [],
    rejected: [],
  };
}

/** The lines beside lists of which none has a row. */
const besideEmpty = (lists: readonly Group[], sightings: readonly Sighting[]): string[] =>
  lists.some(({ spots }) => spots.some(({ rows }) => rows.length > 0))
    ? []
    : lists.flatMap(({ spots }) => spots.flatMap(({ sighting }) => sightings[sighting]?.texts ?? []));

const pagesOf = (lists: readonly Group[]): number =>
  new Set(lists.flatMap(({ spots }) => spots.map(({ sighting }) => sighting))).size;

function gapsOf(
  sightings: readonly Sighting[],
  context: Context,
  found: Gathered,
  scopes: readonly Scope[],
  groups: readonly Group[],
): Gap[] {
  // A press that changed nothing after the last page of a list that counts itself: nothing was missed.
  const counted =
    scopes.length > 0 && scopes.every((scope) => isProved(scope) && scope.stated === scope.records.length);
  const gaps = [
    ...(counted && context.end === 'not-settled' ? [] : endGaps(context.end)),
    ...scopes.flatMap((scope) => scopeGaps(scope, sightings, context.end)),
  ];
  gaps.push(...rejectedGap(found.rejected.length));
  const cues = (cue: Sighting['cues'][number]): Sighting[] =>
    sightings.filter((sighting) => sighting.cues.includes(cue));
  for (const { place, title } of cues('unreadable'))
    gaps.push(simpleGap('file-truncated', { place: (title || place).slice(0, 300) }));
  const last = sightings.at(-1);
  const bare = last !== undefined && !found.records.some(({ sighting }) => sighting === sightings.length - 1);
  const proved = scopes.length > 0 && scopes.every(isProved);
  if (found.records.length > 0 && !proved && last !== undefined && saysMore(last, [...found.notes.values()].flat()))
    gaps.push(simpleGap('more-pages'));
  if (found.records.length > 0 && bare && last.cues.includes('session-expired')) gaps.push(simpleGap('session-ended'));
  if (cues('throttled').length > 0 && (bare || found.records.length === 0)) gaps.push(simpleGap('throttled'));
  if (!proved && found.records.length === 0 && cues('frame-out-of-reach').length > 0)
    gaps.push(simpleGap('frame-out-of-reach'));
  if (found.records.length === 0) {
    for (const group of groups) if (group.format?.role === 'totals') gaps.push(...summaryGaps(group));
  }
  if (gaps.length === 0 && !proved && (scopes.length > 0 || found.entries.length > 0))
    gaps.push(simpleGap('not-proved'));
  return distinct(gaps).slice(0, 100);
}

/** A summary without the rows that it adds up: they are missing, as many as it states. */
function summaryGaps({ format, spots }: Group): Gap[] {
  const trailers = spots.map(({ sighting, header, rows }) => ({ sighting, header, rows }));
  return trailers.flatMap((trailer) => {
    const counts = (format ? trailerControls(format, trailer, []) : []).filter(({ what }) => what.endsWith('-count'));
    const stated = counts.reduce((sum, control) => sum + Number(control.stated), 0);
    return simpleGap('rows-missing', { stated: counts.length === 0 ? '?' : String(stated), seen: '0' });
  });
}

function distinct(gaps: readonly Gap[]): Gap[] {
  const seen = new Map(gaps.map((gap) => [JSON.stringify([gap.gap, Object.entries(gap.params).sort()]), gap]));
  return [...seen.values()];
}

const formatOf = (lists: readonly Group[], groups: readonly Group[]): string => {
  for (const { taught } of lists) if (taught?.is === 'read') return `recipe:${taught.recipe.id}`;
  const declared = (list: readonly Group[]): Format | null =>
    list.find(({ format }) => format !== null)?.format ?? null;
  const format = declared(lists.filter(({ spots }) => spots.some(({ rows }) => rows.length > 0))) ?? declared(lists);
  return format?.id ?? (lists.length === 0 ? declared(groups)?.id : undefined) ?? 'generic';
};

/** Declared ids are believed only while they name rows: two rows of one table with the same id disprove them. */
function stableIds(lists: readonly Group[], found: Gathered): boolean {
  const used = lists.filter((group) => found.records.some((record) => record.group === group));
  return used.length > 0 && used.every((group) => group.format?.identity !== undefined && !found.withoutIds.has(group));
}

function accountsOf(entries: readonly Entry[]): ReadonlySet<string> {
  const accounts = new Set<string>();
  // Rows of one merchant stand together.
  let last: string | null = null;
  for (const { account } of entries) {
    if (account !== last) accounts.add(account);
    last = account;
  }
  return accounts;
}

/** The stated period, if all rows lie in it by their own or their settlement day; else the first and last day of the rows. */
function spanOf(entries: readonly Entry[], period: Period | null): { from: Day | null; to: Day | null } {
  const rows = entries.filter(({ ledger }) => ledger !== 'notice');
  const dated = rows.length > 0 ? rows : entries;
  let [from, to]: [Day | null, Day | null] = [null, null];
  for (const { day } of dated) {
    if (from === null || day < from) from = day;
    if (to === null || day > to) to = day;
  }
  const inside = (day: Day | null): boolean =>
    day !== null && period !== null && day >= period.from && day <= period.to;
  if (period && isDay(period.from) && rows.every(({ day, settleDay }) => inside(day) || inside(settleDay))) {
    return { from: period.from, to: period.to };
  }
  return { from, to };
}

function statedRows(scopes: readonly Scope[]): number | null {
  if (scopes.length === 0 || scopes.some(({ stated, records }) => stated === null && records.length > 0)) return null;
  const stated = scopes.flatMap((scope) => scope.stated ?? []);
  return stated.length === 0 ? null : stated.reduce((sum, count) => sum + count, 0);
}

function controlsOf(scopes: readonly Scope[]): Control[] {
  return scopes.flatMap(({ controls }) => controls).slice(0, 500);
}
