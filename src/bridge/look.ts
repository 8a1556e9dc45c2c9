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
    const rows = sighting.tables[more ? 0 : goesOn]?.rows;
    if (!more) {
      rows?.unshift(...before);
      return sighting;
    }
    next = answer(false);
    take(sighting);
    before.push(...(rows ?? []));
  }
  return null;
}
