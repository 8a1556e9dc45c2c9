import type { ChainEnd } from './capture.ts';

/** What stands between the merchant and the book, mirrored to `storage.local` beside the summary, so that popup and desk can say it without opening the book. */
export interface Trouble {
  /** `lost`: the book does not hold what its mirror says it held. Else the book's own error. */
  readonly why: string;
  /** The end of the chain that was lost; null where nothing was. */
  readonly lost: ChainEnd | null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** As it was stored; null where nothing readable is. */
export const asTrouble = (value: unknown): Trouble | null =>
  isObject(value) && typeof value['why'] === 'string' ? (value as unknown as Trouble) : null;
