import type { CaptureHead, Erased } from '../book.ts';
import { NOBODY } from '../coverage/accounts.ts';
import type { Trace } from '../merge/images.ts';
import type { SeenRecord, Shelf } from '../shelf.ts';

/**
 * Erases all that is known of these providers. Their captures keep their place in the chain, and nothing else. A capture that has also shown rows of
 * another provider stays for those rows; but what it saw cannot be told apart without changing what the chain proves, so that goes.
 */
export async function erase(shelf: Shelf, providers: readonly string[]): Promise<Erased> {
  const wanted = new Set(providers);
  const records = await shelf.accounts();
  const accounts = records.filter(({ provider }) => wanted.has(provider)).map(({ id }) => id);
  const erased = new Set(accounts);
  const heads = await shelf.heads();
  const inForce = heads.filter(({ erasedAt }) => erasedAt === null);
  const gone = inForce.filter(({ provider, accounts: of }) =>
    of.length > 0 ? of.every((id) => erased.has(id)) : wanted.has(provider),
  );
  const shared = inForce.filter((head) => !gone.includes(head) && head.accounts.some((id) => erased.has(id)));
  const concerns = (provider: string | null, of: readonly string[]): boolean =>
    wanted.has(provider ?? NOBODY) || of.some((id) => erased.has(id));
  let rows = 0;
  for (const account of accounts) {
    for (const sheet of await shelf.sheets(account)) rows += sheet.rows;
  }
  const papers = await papersOf(shelf, accounts);
  const others = records.map(({ id }) => id).filter((id) => !erased.has(id));
  const stillUsed = new Set(await papersOf(shelf, others));
  const check = await shelf.check();
  const unread = await shelf.unread();
  const attempts = await shelf.attempts();
  const unseen = [...gone, ...shared].map(({ seq }) => seq);
  const handed = await handedOn(shelf, heads, new Set(unseen));
  const traces = await Promise.all(shared.map(({ seq }) => shelf.trace(seq)));
  const at = new Date().toISOString();
  await shelf.commit({
    base: await shelf.tail(),
    captures: [
      ...gone.map((head) => tombstone(head, at)),
      ...shared.map((head) => without(head, erased, at)),
      ...handed.captures,
    ],
    seen: handed.seen,
    traces: traces.flatMap((trace) => (trace ? [traceWithout(trace, erased)] : [])),
    forget: unseen,
    forgetAccounts: accounts,
    forgetPapers: papers.filter((sha256) => !stillUsed.has(sha256)),
    ...(check && concerns(check.taken.check.provider, check.taken.accounts) ? { check: null } : {}),
    attempts: attempts.filter(({ provider }) => !wanted.has(provider)),
    ...(unread && (concerns(unread.provider ?? null, []) || gone.some(({ place }) => isSameSite(place, unread.place)))
      ? { unread: null }
      : {}),
  });
  return { captures: gone.length, shared: shared.length, rows };
}

/** A page of the same host, or the same file. */
function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((place) => (URL.canParse(place) ? new URL(place).host || place : place));
  return a === b;
}

/** A capture as it is left when some of its accounts are erased. */
function without(head: CaptureHead, erased: ReadonlySet<string>, at: string): CaptureHead {
  const left = <T>(by: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(by).filter(([id]) => !erased.has(id)));
  const accounts = head.accounts.filter((id) => !erased.has(id));
  return { ...head, accounts, lists: left(head.lists), names: left(head.names), sameAs: null, sightErasedAt: at };
}

const traceWithout = ({ seq, touched, images }: Trace, erased: ReadonlySet<string>): Trace => ({
  seq,
  touched: touched.filter(({ account }) => !erased.has(account)),
  images: images.filter(({ account }) => !erased.has(account)),
});

const tombstone = ({ seq, source, hash, previous }: CaptureHead, erasedAt: string): CaptureHead => ({
  seq,
  source,
  place: '',
  at: '',
  provider: NOBODY,
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
  erasedAt,
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
