import type { RowsDeeds } from '#ui/desk/rows/deeds.ts';
import { exportRows } from './export.ts';
import { theBook } from './shared.ts';

export const listDeeds: RowsDeeds = {
  book: theBook,
  export: exportRows,
  refresh: async () => {
    const [book, { refreshSummary }] = await Promise.all([theBook(), import('#keeper/summary.ts')]);
    const summary = await refreshSummary(book);
    return summary.ok ? null : summary.error;
  },
};
