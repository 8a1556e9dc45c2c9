import type { Sighting } from '#records/sighting.ts';
import { maskText } from '../mask.ts';
import { cardTables } from './cards.ts';
import { cleanText } from './clean.ts';
import { findCues } from './cues.ts';
import type { Found } from './found.ts';
import { frameOf, placeOf } from './place.ts';
import { holds, isIn } from './safe.ts';
import { giveStated } from './stated.ts';
import { type Survey, surveyDocument } from './survey.ts';

/** What was seen, with the elements it was seen in: for the walk, which must know where the table and its pager stand. */
export interface Seen {
  readonly sighting: Omit<Sighting, 'pager'>;
  readonly tables: readonly Pick<Found, 'element' | 'rows'>[];
  readonly roots: readonly ParentNode[];
  /** Elements shown outside the tables, in order. */
  readonly outside: readonly Element[];
}

const MOST_TEXTS = 2000;
const MOST_LOOKS = 3;

/**
 * Reads one document: tables, lines, cues. Never changes the page and works in turns of a few milliseconds, therefore a promise.
 * A page that changes while it is read is read again, at most three times; still changing, the sighting carries the cue `loading`.
 */
export async function seeWithElements(doc: Document, at: string): Promise<Seen> {
  for (let look = 1; ; look += 1) {
    const changes = watchTables(doc);
    const survey = await surveyDocument(doc);
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
      return targets.some((target) => !isIn(target) || found.some((one) => holds(one.element, target)));
    },
    stop: () => observer.disconnect(),
  };
}

async function toSeen(doc: Document, at: string, survey: Survey, moved: boolean): Promise<Seen> {
  const found = [...survey.found, ...(await cardTables(survey.lines))];
  const stated = giveStated(found, survey.lines);
  const cues = findCues(survey, found);
  if (moved && !cues.includes('loading')) cues.push('loading');
  const frame = frameOf(doc);
  const sighting = {
    place: placeOf(doc),
    frame,
    title: maskText(cleanText(doc.title, 500)),
    lang: doc.documentElement.lang.slice(0, 35),
    at,
    tables: found.map((one) => ({
      ...one.table,
      where: maskText(`${frame} ${one.table.where}`).slice(0, 500),
      stated: stated.get(one) ?? null,
    })),
    texts: survey.lines.slice(0, MOST_TEXTS).map((line) => maskText(line.text)),
    cues,
  };
  return {
    sighting,
    tables: found,
    roots: survey.roots,
    outside: survey.outside,
  };
}
