import type { RowsDeeds } from '#ui/desk/rows/deeds.ts';
import { exportRows } from './export.ts';
import { theBook } from './shared.ts';

export const listDeeds: RowsDeeds = {
  book: theBook,
  export: exportRows,
  refresh: async () => {
    const [{ openBook }, { refreshSummary }] = await Promise.all([
      import('#book/store.ts'),
      import('#keeper/summary.ts'),
    ]);
    const summary = await refreshSummary(openBook());
    return summary.ok ? null : summary.error;
  },
};
