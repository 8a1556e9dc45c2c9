import type { LookPart, Sighting } from '#records/sighting.ts';
import type { EarlyLook } from '#tables/dom/see.ts';

/** Begins a look, and answers with the next of its parts as often as it is asked, each as soon as there is something to hand over. */
export function lookInParts(begin: (early: EarlyLook) => Promise<Sighting>): () => Promise<LookPart> {
  let rows: string[][] = [];
  let soFar: (() => Sighting) | undefined;
  let handed = 0;
  let tell: (none: null) => void = () => undefined;
  const end = begin((growing, about) => {
    // One table is handed over early, the first that is long.
    if (soFar === undefined) [rows, soFar] = [growing, about];
    if (growing === rows) tell(null);
  });
  return async () => {
    const more = new Promise<null>((done) => {
      tell = done;
      if (rows.length > handed) done(null);
    });
    const whole = await Promise.race([end, more]);
    const sighting = whole ?? (soFar?.() as Sighting);
    const goesOn = handed === 0 && whole !== null ? -1 : sighting.tables.findIndex((table) => table.rows === rows);
    const part = {
      ...sighting,
      tables: sighting.tables.map((table, at) => (at === goesOn ? { ...table, rows: rows.slice(handed) } : table)),
    };
    handed = rows.length;
    return { sighting: part, more: whole === null, goesOn };
  };
}
