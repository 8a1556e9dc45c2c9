import type { Sighting } from '#records/sighting.ts';
import { type Asks, MESSAGES } from './messages.ts';

/** No look has more: a table ends at 1 500 000 cells. */
const MOST_PARTS = 2000;

/**
 * One look at a frame, asked for part by part and joined. Null where nothing answers, or what answers is no look. Never rejects.
 * @param ask sends `look` to the frame's reader
 * @param take is given each part before the last, while the reader is at the next one
 */
export async function lookAt(
  ask: (body: Asks<'look'>) => Promise<unknown>,
  take: (part: Sighting) => void = () => undefined,
): Promise<Sighting | null> {
  const answer = async (first: boolean) => MESSAGES.look.answers.safeParse(await ask({ first }).catch(() => null));
  const before: string[][] = [];
  let next = answer(true);
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const { data } = await next;
    if (data === undefined) return null;
    const { sighting, more, goesOn } = data;
    if (!more) return joined(sighting, goesOn, before);
    next = answer(false);
    take(sighting);
    // One by one: a hundred thousand rows are more than a call takes as arguments.
    for (const row of sighting.tables[0]?.rows ?? []) before.push(row);
  }
  return null;
}

function joined(sighting: Sighting, goesOn: number, before: readonly string[][]): Sighting {
  if (before.length === 0) return sighting;
  const tables = sighting.tables.map((table, at) =>
    at === goesOn ? { ...table, rows: before.concat(table.rows) } : table,
  );
  return { ...sighting, tables };
}
