import type { CostDeeds } from '#ui/desk/costs/deeds.ts';
import { problem, theBook, today } from './shared.ts';

export const costDeeds: CostDeeds = {
  costs: async () => {
    const [{ costsOf }, { keptTerms }, book] = await Promise.all([
      import('#arrears/costs.ts'),
      import('#keeper/terms.ts'),
      theBook(),
    ]);
    const entries = await book.entriesOf();
    if (!entries.ok) return problem(entries.error);
    return costsOf({ entries: entries.value, knowledge: new Map(), terms: await keptTerms(), asOf: today().day });
  },
};
