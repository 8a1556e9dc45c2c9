/** How often each of many numbers stands, kept in two arrays in order, with a few that were added since beside them. Survives a structured clone. */
export interface Counts {
  keys: Float64Array;
  counts: Uint32Array;
  readonly added: Map<number, number>;
}

export const noCounts = (): Counts => ({ keys: new Float64Array(), counts: new Uint32Array(), added: new Map() });

/** How often it stands. */
export const countOf = (of: Counts, key: number): number =>
  (of.keys.length === 0 ? 0 : inOrder(of, key)) + (of.added.get(key) ?? 0);

/** Counts it once more; answers how often it stood before. */
export function countOne(of: Counts, key: number): number {
  const more = of.added.get(key) ?? 0;
  of.added.set(key, more + 1);
  return more + (of.keys.length === 0 ? 0 : inOrder(of, key));
}

/** Puts what was added in its place. */
export function ordered(of: Counts): Counts {
  const all = new Map(of.added);
  of.keys.forEach((key, at) => {
    all.set(key, (all.get(key) ?? 0) + (of.counts[at] as number));
  });
  const keys = Float64Array.from(all.keys()).sort();
  return { keys, counts: Uint32Array.from(keys, (key) => all.get(key) ?? 0), added: new Map() };
}

function inOrder({ keys, counts }: Counts, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? (counts[low] as number) : 0;
}
