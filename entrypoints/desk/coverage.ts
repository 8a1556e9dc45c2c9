import type { CoverageDeeds } from '#ui/desk/coverage/deeds.ts';

const load = async () => (await import('#book/store.ts')).openBook();

export const coverageDeeds: CoverageDeeds = {
  records: async () => {
    const records = await (await load()).records();
    return records.ok ? records.value : `book.${records.error}`;
  },
  rows: async (account, period) => {
    const figures = await (await load()).figures([account], period);
    return figures.ok ? new Map(figures.value.map(({ day, rows }) => [day, rows])) : `book.${figures.error}`;
  },
};
