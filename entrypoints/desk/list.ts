import { termsFor } from '#records/terms-for.ts';
import type { RowsDeeds } from '#ui/desk/rows/deeds.ts';
import { exportRows } from './export.ts';
import { theBook } from './shared.ts';

export const listDeeds: RowsDeeds = {
  book: theBook,
  export: exportRows,
  checkFee: async (entry) => {
    const [{ keptTerms }, { checkFee }] = await Promise.all([
      import('#keeper/terms.ts'),
      import('#arrears/expected-fee.ts'),
    ]);
    const terms = await keptTerms();
    return checkFee(entry, terms && termsFor(terms, entry.account));
  },
  checkMonth: async (entry) => {
    const [book, { keptTerms }, { checkMonth, daysBehind }] = await Promise.all([
      theBook(),
      import('#keeper/terms.ts'),
      import('#arrears/monthly/check.ts'),
    ]);
    const kept = await keptTerms();
    const terms = kept && termsFor(kept, entry.account);
    if (!terms?.monthly?.length) return null;
    const rows = await book.entriesOf([entry.account], daysBehind(entry));
    return rows.ok ? checkMonth(entry, rows.value, terms) : null;
  },
  refresh: async () => {
    const [book, { refreshSummary }] = await Promise.all([theBook(), import('#keeper/summary.ts')]);
    const summary = await refreshSummary(book);
    return summary.ok ? null : summary.error;
  },
};
