import type { Sighting, Table } from '#records/sighting.ts';
import { maskText } from '../mask.ts';
import { cardTables } from './cards.ts';
import { cleanText } from './clean.ts';
import { findCues } from './cues.ts';
import type { Found } from './found.ts';
import { frameOf, placeOf } from './place.ts';
import { holds, isIn } from './safe.ts';
import { giveStated } from './stated.ts';
import { type EarlyTable, type Line, type Survey, surveyDocument } from './survey.ts';

/** What was seen, with the elements it was seen in: for the walk, which must know where the table and its pager stand. */
export interface Seen {
  readonly sighting: Omit<Sighting, 'pager'>;
  readonly tables: readonly Pick<Found, 'element' | 'rows'>[];
  readonly roots: readonly ParentNode[];
  /** Elements shown outside the tables, in order. */
  readonly outside: readonly Element[];
}

/** Takes the rows of a long table, to which more are still added, and what is known then of the sighting around them. */
export type EarlyLook = (rows: string[][], soFar: () => Sighting) => void;

const MOST_TEXTS = 2000;
const MOST_LOOKS = 3;

/**
 * Reads one document: tables, lines, cues. Never changes the page and works in turns of a few milliseconds, therefore a promise.
 * A page that changes while it is read is read again, at most three times; still changing, the sighting carries the cue `loading`.
 * @param early takes a long table while it is still being read. Not what another look shows: then the table that was handed over is none of the sighting's.
 */
export async function seeWithElements(doc: Document, at: string, early?: EarlyLook): Promise<Seen> {
  for (let look = 1; ; look += 1) {
    const changes = watchTables(doc);
    const hand: EarlyTable = (table, lines) =>
      early?.(table.rows, () => ({ ...sightingOf(doc, at, [table], lines), pager: null }));
    const survey = await surveyDocument(doc, look === 1 ? hand : undefined);
    const moved = changes.touched(survey.found);
    changes.stop();
    if (!moved || look === MOST_LOOKS) return toSeen(doc, at, survey, moved);
  }
}

/** Notes where the page changes while it is read. */
function watchTables(doc: Document): { touched(found: readonly Found[]): boolean; stop(): void } {
  const targets: Node[] = [];
  const note = (records: readonly MutationRecord[]): void => {
    for (const record of records) if (targets.length < 2000) targets.push(record.target);
  };
  const observer = new MutationObserver(note);
  observer.observe(doc, { childList: true, characterData: true, subtree: true });
  return {
    touched(found) {
      note(observer.takeRecords());
      return targets.some(
        (target) =>
          !isIn(target) ||
          found.some((one) => holds(one.element, target)) ||
          // A list that was replaced before it was come to.
          (found.length === 0 && target instanceof Element && target.querySelector('td') !== null),
      );
    },
    stop: () => observer.disconnect(),
  };
}

async function toSeen(doc: Document, at: string, survey: Survey, moved: boolean): Promise<Seen> {
  const found = [...survey.found, ...(await cardTables(survey.lines))];
  const stated = giveStated(found, survey.lines);
  const cues = findCues(survey, found);
  if (moved && !cues.includes('loading')) cues.push('loading');
  const tables = found.map((one) => ({ ...one.table, stated: stated.get(one) ?? null }));
  const sighting = { ...sightingOf(doc, at, tables, survey.lines), cues };
  return {
    sighting,
    tables: found,
    roots: survey.roots,
    outside: survey.outside,
  };
}

function sightingOf(
  doc: Document,
  at: string,
  tables: readonly Table[],
  lines: readonly Line[],
): Omit<Sighting, 'pager'> {
  const frame = frameOf(doc);
  return {
    place: placeOf(doc),
    frame,
    title: maskText(cleanText(doc.title, 500)),
    lang: doc.documentElement.lang.slice(0, 35),
    at,
    tables: tables.map((table) => ({ ...table, where: maskText(`${frame} ${table.where}`).slice(0, 500) })),
    texts: lines.slice(0, MOST_TEXTS).map((line) => maskText(line.text)),
    cues: [],
  };
}
