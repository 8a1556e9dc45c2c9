import { addDays, type Day } from '#money/day.ts';
import type { Knowledge } from '#records/arrears.ts';
import type { Source } from '#records/capture.ts';
import type { Gap } from '#records/reading.ts';
import type { AccountRecord } from './accounts.ts';

/** One list of one account as it was read: what span, and whether the whole of it. */
export interface Span {
  readonly source: Source;
  readonly format: string | null;
  /** The ledgers of its rows, sorted and joined; empty where it had none. */
  readonly list: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly whole: boolean;
  readonly gaps: readonly Gap[];
  /** Instant of the latest of `seqs`. */
  readonly at: string;
  /** The captures that read exactly this. */
  readonly seqs: readonly number[];
}

const sameWindow = (a: Span, b: Span): boolean =>
  a.source === b.source && a.format === b.format && a.list === b.list && a.from === b.from && a.to === b.to;

/** Whether `whole` proves everything that `span` was to show, and is not older. */
const covers = (whole: Span, span: Span): boolean =>
  whole.whole &&
  whole.at >= span.at &&
  (whole.list === span.list || span.list === '') &&
  (span.from === null || (whole.from !== null && whole.from <= span.from)) &&
  (span.to === null || (whole.to !== null && whole.to >= span.to));

/** The spans with one more; what it makes superfluous is left out, so that a list read daily for years stays short. */
export function withSpan(spans: readonly Span[], span: Span): Span[] {
  const twin = spans.find((other) => sameWindow(other, span) && other.whole === span.whole);
  const merged = { ...span, seqs: [...(twin?.seqs ?? []), ...span.seqs] };
  const kept = spans.filter((other) => other !== twin && (other.whole || !covers(merged, other)));
  return [...kept, merged];
}

/** The captures that read the same list over the same span, whole. */
export function wholeBefore(spans: readonly Span[], span: Span): ReadonlySet<number> {
  return new Set(spans.filter((other) => other.whole && sameWindow(other, span)).flatMap((other) => other.seqs));
}

/**
 * How fresh and how whole. `whole` only if every list of the account was proved, nothing newer was read in part only, and no day is missing
 * between what was read; what is missing is named in `gaps` (a hole between two spans as `not-proved` with `from` and `to`).
 */
export function knowledgeOf(record: AccountRecord): Knowledge | null {
  if (record.readAt === null) return null;
  const part = record.spans.filter((span) => !span.whole && !record.spans.some((other) => covers(other, span)));
  const gaps = part.flatMap((span) =>
    span.gaps.length > 0 ? span.gaps : [{ gap: 'not-proved' as const, params: {} }],
  );
  const lists = new Set(record.spans.map((span) => span.list).filter((list) => list !== ''));
  for (const list of lists) gaps.push(...holes(record.spans.filter((span) => span.list === list)));
  const froms = record.spans.flatMap((span) => (span.from === null ? [] : [span.from])).sort();
  const tos = record.spans.flatMap((span) => (span.to === null ? [] : [span.to])).sort();
  return {
    readAt: record.readAt,
    from: froms[0] ?? null,
    to: tos[tos.length - 1] ?? null,
    whole: record.spans.length > 0 && gaps.length === 0,
    gaps: distinct(gaps).slice(0, 100),
  };
}

function holes(spans: readonly Span[]): Gap[] {
  const dated = spans.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
  dated.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const found: Gap[] = [];
  let reached: Day | null = null;
  for (const { from, to } of dated) {
    if (reached !== null && from > addDays(reached, 1)) {
      found.push({ gap: 'not-proved', params: { from: addDays(reached, 1), to: addDays(from, -1) } });
    }
    if (reached === null || to > reached) reached = to;
  }
  return found;
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify([gap.gap, gap.params]), gap])).values()];
}
