import type { RowsDeeds } from '#ui/desk/rows/deeds.ts';

export const listDeeds: RowsDeeds = {
  book: async () => (await import('#book/store.ts')).openBook(),
  refresh: async () => {
    const [{ openBook }, { refreshSummary }] = await Promise.all([
      import('#book/store.ts'),
      import('#keeper/summary.ts'),
    ]);
    const summary = await refreshSummary(openBook());
    return summary.ok ? null : summary.error;
  },
};
