import { Damaged } from './bytes.ts';

/** What is read, or null where the record cannot be read back: for whoever goes on with the rest and names it. */
export function undamaged<T>(read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Damaged) return null;
    throw thrown;
  }
}
