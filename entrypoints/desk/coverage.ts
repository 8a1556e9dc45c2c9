import type { CoverageDeeds } from '#ui/desk/coverage/deeds.ts';
import { theBook } from './shared.ts';

export const coverageDeeds: CoverageDeeds = {
  records: async () => {
    const records = await (await theBook()).records();
    return records.ok ? records.value : `book.${records.error}`;
  },
  rows: async (account, period) => {
    const figures = await (await theBook()).figures([account], period);
    return figures.ok ? new Map(figures.value.map(({ day, rows }) => [day, rows])) : `book.${figures.error}`;
  },
};
