import { TermsFile } from '#records/terms.ts';
import { isTextKey } from '#text/index.ts';
import type { TermsDeeds } from '#ui/desk/terms/deeds.ts';
import { save } from './save.ts';
import { problem, theBook, today } from './shared.ts';

/** A file of terms is some kilobytes; anything much larger is none. */
const LARGEST = 1_000_000;

export const termsDeeds: TermsDeeds = {
  read: async () => (await (await import('#keeper/terms.ts')).keptTerms()) ?? { accounts: [] },
  keep: async (terms) => {
    const [{ keepTerms }, { refreshSummary }, { termsProblems }, book] = await Promise.all([
      import('#keeper/terms.ts'),
      import('#keeper/summary.ts'),
      import('#arrears/terms-problems.ts'),
      theBook(),
    ]);
    await keepTerms(terms);
    const refreshed = await refreshSummary(book);
    if (!refreshed.ok) return problem(refreshed.error);
    return termsProblems(terms).flatMap(({ terminal, what, text }) => {
      const key = `terms.${what}`;
      return isTextKey(key) ? [{ key, terminal, text }] : [];
    });
  },
  learn: async (account) => {
    const [{ learnTariff }, { prepare }, book] = await Promise.all([
      import('#arrears/learn-tariff.ts'),
      import('#arrears/prepare.ts'),
      theBook(),
    ]);
    const entries = await book.entriesOf([account]);
    if (!entries.ok) return problem(entries.error);
    const books = prepare({ entries: entries.value, knowledge: new Map(), terms: null, asOf: today().day });
    return books.flatMap(learnTariff);
  },
  open: async (file) => {
    if (file.size > LARGEST) return null;
    try {
      const read = TermsFile.safeParse(JSON.parse(await file.text()));
      return read.success ? read.data : null;
    } catch {
      return null;
    }
  },
  save: (terms) => save(new Blob([JSON.stringify(terms, null, 2)], { type: 'application/json' }), 'terms.json'),
};
