/** How often each of many numbers stands, in order of the numbers. Survives a structured clone. */
export interface Counts {
  readonly keys: Float64Array;
  readonly counts: Uint32Array;
}

export const noCounts = (): Counts => ({ keys: new Float64Array(), counts: new Uint32Array() });

/** How often it stands. */
export function countOf({ keys, counts }: Counts, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? (counts[low] as number) : 0;
}

/** With more numbers, in any order. */
export function withMore(of: Counts, more: Iterable<number>): Counts {
  const sorted = Float64Array.from(more).sort();
  if (sorted.length === 0) return of;
  const keys = new Float64Array(of.keys.length + sorted.length);
  const counts = new Uint32Array(keys.length);
  let length = 0;
  const put = (key: number, count: number): void => {
    if (length === 0 || keys[length - 1] !== key) keys[length++] = key;
    counts[length - 1] = (counts[length - 1] as number) + count;
  };
  let at = 0;
  for (const key of sorted) {
    for (; at < of.keys.length && (of.keys[at] as number) <= key; at += 1)
      put(of.keys[at] as number, of.counts[at] as number);
    put(key, 1);
  }
  for (; at < of.keys.length; at += 1) put(of.keys[at] as number, of.counts[at] as number);
  return { keys: keys.slice(0, length), counts: counts.slice(0, length) };
}
