import type { Book } from '#book/book.ts';
import { proofOf } from '#book/coverage/coverage.ts';
import { addDays, type Period } from '#money/day.ts';
import type { MatchDeeds } from '#ui/desk/matches/deeds.ts';
import { problem, theBook, today } from './shared.ts';

export const matchDeeds: MatchDeeds = {
  matches: async (period) => {
    const [book, { LONGEST_DAYS, reconcile }, { hasArrivals, payerNames, refusalsIn }] = await Promise.all([
      theBook(),
      import('#reconciliation/reconcile.ts'),
      import('#keeper/joined.ts'),
    ]);
    const records = await book.records();
    if (!records.ok) return problem(records.error);
    // A payout of the last day arrives after it, and one of the days before may have arrived in the period.
    const around: Period = { from: addDays(period.from, -LONGEST_DAYS), to: addDays(period.to, LONGEST_DAYS) };
    const [entries, marks] = await Promise.all([book.entriesOf(undefined, around), book.marks()]);
    if (!entries.ok) return problem(entries.error);
    if (!marks.ok) return problem(marks.error);
    if (!hasArrivals(entries.value)) return null;
    const matches = reconcile({
      rows: entries.value,
      names: payerNames(),
      refusals: refusalsIn(marks.value),
      wholeDays: (account, ledger) => {
        const record = records.value.find(({ id }) => id === account);
        return record ? proofOf(record.spans, ledger).proved : [];
      },
      asOf: today().day,
    });
    return matches.filter(({ payouts }) => payouts.some(({ day }) => day >= period.from && day <= period.to));
  },
  refuse: async ({ payouts, arrived }) => {
    const book = await theBook();
    const marks = await book.marks();
    if (!marks.ok) return problem(marks.error);
    for (const { account, key } of arrived) {
      const before = marks.value.find((one) => one.account === account && one.key === key)?.notFor ?? [];
      const kept = await refuse(book, account, key, [...new Set([...before, ...payouts.map(({ id }) => id)])]);
      if (!kept.ok) return problem(kept.error);
    }
    return null;
  },
};

const refuse = (book: Book, account: string, key: string, notFor: string[]) => book.mark(account, key, { notFor });
