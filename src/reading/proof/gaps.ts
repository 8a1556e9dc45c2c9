import type { WalkEnd } from '#records/job.ts';
import { type Control, type Gap, isOwnCheck } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import type { Scope } from './scopes.ts';

const make = (gap: Gap['gap'], params: Record<string, string> = {}): Gap => ({ gap, params });

/** Whether something is known to be missing or to disagree. Without proof, or without the name of a currency, every row may be there all the same. */
export const speaksAgainst = ({ gap }: Gap): boolean => gap !== 'not-proved' && gap !== 'currency-unknown';

/** What the end of a walk says about wholeness. */
const ENDS: Partial<Record<WalkEnd, Gap['gap']>> = {
  stopped: 'stopped',
  'signed-out': 'session-ended',
  throttled: 'throttled',
  maintenance: 'interrupted',
  'page-changed': 'page-changed',
  'not-settled': 'interrupted',
  limit: 'more-pages',
  leaving: 'interrupted',
};

export const endGaps = (end: WalkEnd | null): Gap[] => {
  const gap = end === null ? undefined : ENDS[end];
  return gap === undefined ? [] : [make(gap)];
};

/** Controls that speak about the whole list; subtotals speak about their part, a running balance about what lies between two rows, fees about each. */
const aboutWhole = (control: Control): boolean => !control.what.startsWith('sub-') && !isOwnCheck(control);

/** A list is proved by its own count or totals, if all that it states agrees. */
export function isProved(scope: Scope): boolean {
  return scope.controls.some(aboutWhole) && scope.controls.every(({ agrees }) => agrees);
}

/** What is known to be missing from one list, or to disagree with what it states. */
export function scopeGaps(scope: Scope, sightings: readonly Sighting[], end: WalkEnd | null): Gap[] {
  const gaps: Gap[] = [];
  const seen = scope.records.length;
  const isPage = scope.sightings.some((index) => sightings[index]?.frame !== 'file');
  if (isPage) gaps.push(...pagerGaps(scope, sightings, end), ...(end === 'page-changed' ? [] : movedGaps(scope)));
  if (scope.stated !== null && scope.stated > seen) {
    gaps.push(make('rows-missing', { stated: String(scope.stated), seen: String(seen) }));
  }
  const differing = scope.controls.filter(({ agrees }) => !agrees);
  const [first] = differing;
  if (first && (scope.stated === null || scope.stated <= seen)) {
    gaps.push(
      make('totals-differ', {
        what: first.what,
        words: first.words.slice(0, 200),
        stated: first.stated,
        computed: first.computed,
      }),
    );
  }
  const last = scope.records.at(-1);
  const cut = !isPage && last !== undefined && last.entry === null && last.cells.length < scope.group.header.length;
  if (!isPage && ((scope.group.format?.alwaysControlled && !scope.hasTotals) || cut)) gaps.push(make('file-truncated'));
  const hidden = scope.group.spots.reduce((sum, { source }) => sum + source.hiddenRows, 0);
  if (hidden > 0 && !isProved(scope)) gaps.push(make('hidden-rows', { count: String(hidden) }));
  return gaps;
}

/** A frame without any list, whose pager turns the pages of the list in another frame: only the page shown was read. */
function strangePager(scope: Scope, sightings: readonly Sighting[]): boolean {
  const frames = new Set(scope.sightings.map((index) => sightings[index]?.frame));
  return sightings.some(
    ({ frame, pager, tables }) =>
      !frames.has(frame) &&
      pager !== null &&
      (pager.hasNext || (pager.pages ?? 0) > 1) &&
      tables.every(({ rows }) => rows.length <= 1),
  );
}

const ARROW = /^(?:[«»‹›<>]{1,2}|\.{3}|…|首页|上一页|下一页|尾页|末页|first|prev(?:ious)?|next|last)$/i;

/** A table of page numbers and arrows (`« 1 2 3 »`), of which nothing is a link: whatever turns its pages, there are more than one. */
const drawnPager = (sighting: Sighting | undefined): boolean =>
  sighting?.tables.some(({ header, rows }) => {
    const [row, ...others] = header.some((cell) => cell !== '') ? [header, ...rows] : rows;
    if (row === undefined || others.length > 0) return false;
    const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const numbers = cells.filter((cell) => /^\d{1,4}$/.test(cell)).map(Number);
    const inTurn = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
    return numbers.length > 1 && inTurn && cells.every((cell) => /^\d{1,4}$/.test(cell) || ARROW.test(cell));
  }) ?? false;

function pagerGaps(scope: Scope, sightings: readonly Sighting[], end: WalkEnd | null): Gap[] {
  const pagers = scope.sightings.flatMap((index) => sightings[index]?.pager ?? []);
  const last = pagers.at(-1);
  if (!last) {
    const hasMore = strangePager(scope, sightings) || scope.sightings.some((index) => drawnPager(sightings[index]));
    return !isProved(scope) && hasMore ? [make('more-pages')] : [];
  }
  const stated = pagers.reduce((most, { pages }) => Math.max(most, pages ?? 0), 0);
  const numbers = new Set(pagers.flatMap(({ page }) => page ?? []));
  const missing: number[] = [];
  // Bounded: a page may state any number of pages.
  for (let page = 1; page <= Math.min(stated, 10_000) && numbers.size > 0; page += 1)
    if (!numbers.has(page)) missing.push(page);
  // A last page often has no pager any more: it has no number, and is there all the same.
  const unnumbered = scope.sightings.filter((index) => (sightings[index]?.pager?.page ?? null) === null).length;
  if (missing.length > 0 && !(isProved(scope) && unnumbered >= missing.length))
    return [make('pages-missing', { pages: ranges(missing), stated: String(stated), seen: String(numbers.size) })];
  const proved = isProved(scope);
  if (last.hasNext && !proved) return [make('more-pages')];
  return end === 'repeat' && !proved && stated === 0 ? [make('more-pages')] : [];
}

/** A list whose own count changed from page to page moved while it was read: a row may stand in it twice, another nowhere. */
function movedGaps(scope: Scope): Gap[] {
  const inside = new Set(scope.sightings);
  const spots = scope.group.spots.filter(({ sighting }) => inside.has(sighting));
  // Of several lists in one page each has a count of its own.
  const counts = new Map<number, Set<number>>();
  const places = new Map<number, number>();
  for (const { sighting, source } of spots) {
    const place = places.get(sighting) ?? 0;
    places.set(sighting, place + 1);
    if (source.stated !== null) counts.set(place, (counts.get(place) ?? new Set<number>()).add(source.stated));
  }
  return [...counts.values()].some((stated) => stated.size > 1) ? [make('page-changed')] : [];
}

/** `3, 7–9`. */
function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  let from: number | null = null;
  for (const [i, number] of numbers.entries()) {
    from ??= number;
    if (numbers[i + 1] === number + 1) continue;
    parts.push(from === number ? String(number) : `${from}–${number}`);
    from = null;
  }
  const text = parts.join(', ');
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}

export const rejectedGap = (count: number): Gap[] =>
  count === 0 ? [] : [make('rows-rejected', { count: String(count) })];
export const simpleGap = make;
