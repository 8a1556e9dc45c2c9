import { computeArrears } from '#arrears/compute.ts';
import { memoryBook } from '#book/memory.ts';
import { joinedOf } from '#keeper/joined.ts';
import type { Day } from '#money/day.ts';
import { readSightings } from '#reading/read.ts';
import type { Arrears } from '#records/arrears.ts';
import type { TermsFile } from '#records/terms.ts';
import { openFile } from '#tables/files/open.ts';
import type { File } from './print.ts';

/** What the product says of these files: the very way that `npm run inspect` goes. */
export async function readBook(files: readonly File[], terms: TermsFile | null, asOf: Day): Promise<Arrears> {
  const book = memoryBook();
  const at = `${asOf}T04:00:00.000Z`;
  for (const { name, text, provider } of files) {
    const opened = await openFile(name, new TextEncoder().encode(text), { at });
    if (!opened.ok) throw new Error(`${name}: ${opened.error}`);
    const reading = readSightings(opened.value, {
      source: 'file',
      end: null,
      today: asOf,
      ...(provider === undefined ? {} : { provider }),
    });
    if (reading.outcome !== 'read' || reading.rejected.length > 0)
      throw new Error(
        `${name}: ${reading.outcome}, ${JSON.stringify(reading.coverage.gaps)}, ${reading.rejected.length} rejected`,
      );
    const taken = await book.takeIn({ reading, sightings: opened.value, source: 'file', place: name, at });
    if (!taken.ok) throw new Error(`${name}: ${taken.error}`);
  }
  const entries = await book.entriesOf();
  const knowledge = await book.knowledge();
  if (!entries.ok || !knowledge.ok) throw new Error('the book in memory cannot be read');
  return computeArrears({
    entries: entries.value,
    knowledge: knowledge.value,
    terms,
    asOf,
    matches: joinedOf(entries.value, [], asOf),
  });
}
