import type { CaptureHead, Erased } from '../book.ts';
import type { SeenRecord, Shelf } from '../shelf.ts';

/** Erases all that is known of these providers. Their captures keep their place in the chain, and nothing else. */
export async function erase(shelf: Shelf, providers: readonly string[]): Promise<Erased> {
  const wanted = new Set(providers);
  const accounts = (await shelf.accounts()).filter(({ provider }) => wanted.has(provider)).map(({ id }) => id);
  const heads = await shelf.heads();
  // A capture that has also shown rows of another provider is what those rows stand on: it stays.
  const gone = heads.filter(
    ({ provider, accounts: of, erasedAt }) =>
      erasedAt === null && (of.length > 0 ? of.every((id) => accounts.includes(id)) : wanted.has(provider)),
  );
  let rows = 0;
  for (const account of accounts) {
    for (const sheet of await shelf.sheets(account)) rows += sheet.rows;
  }
  const papers = await papersOf(shelf, accounts);
  const others = (await shelf.accounts()).map(({ id }) => id).filter((id) => !accounts.includes(id));
  const stillUsed = new Set(await papersOf(shelf, others));
  const check = await shelf.check();
  const unread = await shelf.unread();
  const handed = await handedOn(shelf, heads, new Set(gone.map(({ seq }) => seq)));
  await shelf.commit({
    base: await shelf.tail(),
    captures: [...gone.map(tombstone), ...handed.captures],
    seen: handed.seen,
    forget: gone.map(({ seq }) => seq),
    forgetAccounts: accounts,
    forgetPapers: papers.filter((sha256) => !stillUsed.has(sha256)),
    ...(check && wanted.has(check.taken.check.provider ?? '') ? { check: null } : {}),
    ...(unread && gone.some(({ place }) => place === unread.place) ? { unread: null } : {}),
  });
  return { captures: gone.length, rows };
}

const tombstone = ({ seq, source, hash, previous }: CaptureHead): CaptureHead => ({
  seq,
  source,
  place: '',
  at: '',
  provider: '?',
  format: null,
  accounts: [],
  outcome: 'empty',
  coverage: { from: null, to: null, pages: 0, rows: 0, statedRows: null, whole: false, gaps: [] },
  controls: [],
  added: 0,
  existing: 0,
  linked: 0,
  superseded: 0,
  rejected: 0,
  lists: {},
  names: {},
  saw: null,
  sameAs: null,
  hash,
  previous,
  original: null,
  undoneAt: null,
  erasedAt: new Date().toISOString(),
});

/** A capture that stays and is the same as one that goes keeps the bytes from now on. */
async function handedOn(
  shelf: Shelf,
  heads: readonly CaptureHead[],
  gone: ReadonlySet<number>,
): Promise<{ captures: CaptureHead[]; seen: SeenRecord[] }> {
  const captures: CaptureHead[] = [];
  const seen: SeenRecord[] = [];
  for (const head of heads) {
    const { seq, sameAs } = head;
    if (sameAs === null || gone.has(seq) || !gone.has(sameAs)) continue;
    const [own, keeper] = [await shelf.seen(seq), await shelf.seen(sameAs)];
    if (own?.codec !== 2 || keeper?.codec !== 2) continue;
    captures.push({ ...head, sameAs: null });
    seen.push({ ...own, bytes: keeper.bytes });
  }
  return { captures, seen };
}

async function papersOf(shelf: Shelf, accounts: readonly string[]): Promise<string[]> {
  const marks = (await Promise.all(accounts.map((account) => shelf.marks(account)))).flat();
  return marks.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256));
}
