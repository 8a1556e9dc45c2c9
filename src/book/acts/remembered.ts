import type { Shelf } from '../shelf.ts';

/** What one act asks of the shelf; accounts, marks and sheets more than once. */
export type Remembered = Pick<Shelf, 'accounts' | 'marks' | 'sheets' | 'days' | 'span'>;

/**
 * The shelf, asked each question once while one act works it out. Nobody else writes meanwhile, and asking early, without waiting,
 * lets the database answer while rows are being named.
 */
export function remembering(shelf: Shelf): Remembered {
  const asked = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, ask: () => Promise<T>): Promise<T> => {
    const known = asked.get(name) as Promise<T> | undefined;
    if (known) return known;
    const answer = ask();
    asked.set(name, answer);
    // Whoever waits for it hears of its failure; asked in vain, it must not be an unhandled one.
    answer.catch(() => undefined);
    return answer;
  };
  return {
    days: shelf.days,
    span: shelf.span,
    accounts: () => once('accounts', () => shelf.accounts()),
    marks: (account) => once(`marks ${account}`, () => shelf.marks(account)),
    sheets: (account, months) =>
      once(`sheets ${months?.from} ${months?.to} ${account}`, () => shelf.sheets(account, months)),
  };
}
