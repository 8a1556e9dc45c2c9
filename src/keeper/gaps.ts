import type { Gap, Reading } from '#records/reading.ts';

/** The reading with gaps that its sightings cannot know of: it is whole no longer. */
export function withGaps(reading: Reading, gaps: readonly Gap[]): Reading {
  if (gaps.length === 0) return reading;
  const known = new Set(reading.coverage.gaps.map(nameOf));
  const all = [...reading.coverage.gaps, ...gaps.filter((gap) => !known.has(nameOf(gap)))];
  const outcome = reading.outcome === 'read' || reading.outcome === 'empty' ? 'part' : reading.outcome;
  return { ...reading, outcome, coverage: { ...reading.coverage, whole: false, gaps: all.slice(0, 100) } };
}

const nameOf = ({ gap, params }: Gap): string => JSON.stringify([gap, params]);

/** A look that brought nothing to read at all. */
export const nothingRead = (outcome: Reading['outcome'], provider: string | null, gaps: readonly Gap[]): Reading => ({
  outcome,
  provider,
  format: null,
  accounts: [],
  stableIds: false,
  names: {},
  coverage: { from: null, to: null, pages: 0, rows: 0, statedRows: null, whole: false, gaps: [...gaps] },
  controls: [],
  entries: [],
  rejected: [],
});
