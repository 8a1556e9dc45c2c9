import type { Keeping } from '#book/coverage/at-risk.ts';
import { providerById } from '#providers/list.ts';

/** Of a provider outside the directory nothing is known; its days end by China's clock, as its rows do. */
const UNKNOWN: Keeping = { zone: 'Asia/Shanghai', retention: {} };

/** What the directory says of how long a provider shows what. */
export const keepingOf = (provider: string): Keeping => providerById(provider) ?? UNKNOWN;
