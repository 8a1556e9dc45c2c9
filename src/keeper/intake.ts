import type { BookError, TakenIn } from '#book/book.ts';
import { openBook } from '#book/store.ts';
import type { Day } from '#money/day.ts';
import { ok, type Result } from '#money/result.ts';
import { readInTurns } from '#reading/read.ts';
import type { Summary } from '#records/arrears.ts';
import type { WalkEnd } from '#records/job.ts';
import type { Gap, Reading } from '#records/reading.ts';
import type { Sighting } from '#records/sighting.ts';
import { takeTurns } from '#tables/dom/slice.ts';
import { clock } from './clock.ts';
import { withGaps } from './gaps.ts';
import { keptRecipes } from './recipes.ts';
import { refreshSummary } from './summary.ts';

export interface Intake {
  /** All that was seen of one source: the pages of one walk, or the members of one file. */
  readonly sightings: readonly Sighting[];
  readonly source: 'page' | 'file';
  /** Address without query, or file name. */
  readonly place: string;
  /** ISO instant of the reading. */
  readonly at: string;
  /** How the walk ended; null for a file, or a walk whose end nobody saw. */
  readonly end: WalkEnd | null;
  readonly provider?: string;
  readonly account?: string;
  /** What is known to be missing beyond what the sightings show. */
  readonly gaps?: readonly Gap[];
  readonly jobId?: string;
  /** Captures that this one corrects. */
  readonly replaces?: readonly number[];
}

export interface TakenSource {
  readonly reading: Reading;
  readonly taken: TakenIn;
  /** Null where the book took it in and the summary could not be made anew; the next wake makes it. */
  readonly summary: Summary | null;
}

/** From what was seen to what is owed: tables → reading → book → summary. For pages, and for whatever was kept and is read again; a file is looked at between reading and book (`bill.ts`). */
export async function takeInSightings(intake: Intake): Promise<Result<TakenSource, BookError>> {
  const { sightings, source, end, provider, account, gaps = [] } = intake;
  const today: Day = clock(Date.parse(intake.at)).day;
  const context = {
    source,
    end,
    today,
    recipes: await keptRecipes(),
    ...(provider === undefined ? {} : { provider }),
    ...(account === undefined ? {} : { account }),
  };
  const turns = takeTurns();
  return keep(withGaps(await readInTurns(sightings, context, turns.rest), gaps), intake);
}

/** Takes in what is already a reading, and makes the summary anew. */
export async function keep(
  reading: Reading,
  { sightings, source, place, at, jobId, replaces = [] }: Intake,
): Promise<Result<TakenSource, BookError>> {
  const book = openBook();
  const taken = await book.takeIn({
    reading,
    sightings,
    source,
    place,
    at,
    replaces,
    ...(jobId === undefined ? {} : { jobId }),
  });
  if (!taken.ok) return taken;
  const summary = await refreshSummary(book, clock());
  return ok({ reading, taken: taken.value, summary: summary.ok ? summary.value : null });
}
