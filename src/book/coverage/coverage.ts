import { addDays, type Day, dayAt, earlierOf, laterOf, type Period } from '#money/day.ts';
import { joined, without } from '#money/periods.ts';
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
  const at = twin && twin.at > span.at ? twin.at : span.at;
  const merged = { ...span, at, seqs: [...(twin?.seqs ?? []), ...span.seqs] };
  const kept = spans.filter((other) => other !== twin && (other.whole || !covers(merged, other)));
  return [...kept, merged];
}

/** The captures that read the same list over the same span, whole. */
export function wholeBefore(spans: readonly Span[], span: Span): ReadonlySet<number> {
  return new Set(spans.filter((other) => other.whole && sameWindow(other, span)).flatMap((other) => other.seqs));
}

/** Every provider of the directory settles by this clock; so do the days of the book. */
const ZONE = 'Asia/Shanghai';

/** What the spans of an account prove of one list, day by day. */
export interface ListProof {
  /** Days that a whole reading has shown after they were over. No later reading can take that away. */
  readonly proved: readonly Period[];
  /** Days that a whole reading has shown before they were over: proved as of then. */
  readonly early: readonly Period[];
  /** Readings that showed days in part, and that no whole reading has made superfluous. */
  readonly parts: readonly DatedSpan[];
}

export type DatedSpan = Span & Period;

/** The lists of an account that were ever read: ledgers, sorted. */
export const listsIn = (spans: readonly Span[]): string[] =>
  [...new Set(spans.flatMap(({ list }) => list.split('+')))].filter((list) => list !== '').sort();

/** What was read of one list. The order of the captures does not matter. */
export function proofOf(spans: readonly Span[], list: string): ListProof {
  const own = spans.filter((span) => listsOf(span, spans).includes(list));
  const dated = own.filter(isDated);
  const wholes = dated.filter(({ whole }) => whole);
  const proved = joined(wholes.map(({ from, to, at }) => ({ from, to: earlierOf(to, lastOver(at)) })));
  const early = wholes
    .map(({ from, to, at }) => ({ from: laterOf(from, addDays(lastOver(at), 1)), to }))
    .filter(({ from, to }) => from <= to);
  const parts = dated.filter((span) => !span.whole && without(span, known(span, wholes, proved)).length > 0);
  return { proved, early, parts };
}

/** What makes a part superfluous: days that are proved, and days that a whole reading has shown since. */
function known({ at }: Span, wholes: readonly DatedSpan[], proved: readonly Period[]): Period[] {
  return joined([...proved, ...wholes.filter((whole) => whole.at >= at)]);
}

/** A reading without rows does not say of which list it is; one in the same format does. */
function listsOf({ list, format }: Span, spans: readonly Span[]): string[] {
  if (list !== '') return list.split('+');
  return format === null ? [] : listsIn(spans.filter((other) => other.format === format));
}

const isDated = (span: Span): span is DatedSpan => span.from !== null && span.to !== null;

/** The last day that was over at this instant. */
function lastOver(at: string): Day {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? '1970-01-01' : addDays(dayAt(ms, ZONE), -1);
}

/**
 * How fresh and how whole, as of the last reading. `whole` only if every list of the account was proved from its first day to its last, as `proofOf`
 * has it, so that a calendar made of the same proof never says otherwise; what is missing is named in `gaps` (a hole as `not-proved` with `from` and `to`).
 */
export function knowledgeOf(record: AccountRecord): Knowledge | null {
  const { spans, readAt } = record;
  if (readAt === null) return null;
  const proofs = listsIn(spans).map((list) => proofOf(spans, list));
  const open = new Set([...proofs.flatMap(({ parts }) => parts), ...spans.filter((span) => isLost(span, spans))]);
  const gaps = spans
    .filter((span) => open.has(span as DatedSpan))
    .flatMap((span) => (span.gaps.length > 0 ? span.gaps : [{ gap: 'not-proved' as const, params: {} }]));
  gaps.push(...proofs.flatMap(holes));
  const froms = spans.flatMap((span) => (span.from === null ? [] : [span.from])).sort();
  const tos = spans.flatMap((span) => (span.to === null ? [] : [span.to])).sort();
  return {
    readAt,
    from: froms[0] ?? null,
    to: tos[tos.length - 1] ?? null,
    whole: spans.length > 0 && gaps.length === 0,
    gaps: distinct(gaps).slice(0, 100),
  };
}

/** A part that stands on no day of any list, and that no whole reading has made superfluous. */
const isLost = (span: Span, spans: readonly Span[]): boolean =>
  !span.whole && !(isDated(span) && listsOf(span, spans).length > 0) && !spans.some((other) => covers(other, span));

/** Days between the first and the last that nobody read. A last day that was not over yet is no hole: knowledge is as of the reading. */
function holes({ proved, early, parts }: ListProof): Gap[] {
  const over = joined([...proved, ...parts]);
  const all = joined([...over, ...early]);
  const [from, to] = [all[0]?.from, all.at(-1)?.to];
  if (from === undefined || to === undefined) return [];
  const since = over.at(-1)?.to;
  const tail = early
    .filter((period) => period.to === to)
    .map((period) => ({ from: since === undefined ? period.from : laterOf(period.from, addDays(since, 1)), to }));
  return without({ from, to }, joined([...over, ...tail])).map((hole) => ({ gap: 'not-proved', params: { ...hole } }));
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify([gap.gap, gap.params]), gap])).values()];
}
