import type { Job } from '../../src/records/job.ts';
import { type Tab, until, type View } from '../browsers/driver.ts';
import type { World } from './world.ts';

/** What a merchant sees of one thing owed. */
export interface SeenItem {
  readonly code: string;
  readonly state: string;
  /** As in `<data value>`: a decimal string; null where words stand instead. */
  readonly amount: string | null;
  readonly text: string;
  readonly causes: readonly string[];
  readonly steps: readonly string[];
}

/** What the popup or the desk shows, read from its document. */
export interface Seen {
  readonly language: string;
  readonly outcome: string | null;
  readonly sentence: string | null;
  readonly gaps: readonly string[];
  readonly progress: string | null;
  readonly observed: readonly string[];
  readonly derived: readonly string[];
  readonly predicted: readonly string[];
  readonly accounts: readonly {
    readonly account: string;
    readonly text: string;
    readonly items: readonly SeenItem[];
  }[];
  readonly counts: { readonly added: number; readonly existing: number; readonly rejected: number } | null;
  readonly checkable: boolean;
  readonly text: string;
}

export function look(view: View): Promise<Seen> {
  return view.run(() => {
    const one = (id: string, within: ParentNode = document) =>
      within.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    const all = (id: string, within: ParentNode = document) => [
      ...within.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`),
    ];
    const text = (element: HTMLElement | null) => element?.textContent.trim() ?? null;
    const amounts = (basis: string) =>
      [...(one(`arrears-${basis}`)?.querySelectorAll('data') ?? [])].map((data) => data.value);
    const count = (id: string) => Number(one(id)?.dataset['count']);
    return {
      language: document.documentElement.lang,
      outcome: document.querySelector<HTMLElement>('[data-outcome]')?.dataset['outcome'] ?? null,
      sentence: text(one('outcome')),
      // An account shows gaps of its own; these are the last check's.
      gaps: all('gap', document.querySelector('[data-outcome]') ?? document.createElement('p')).map((gap) =>
        gap.textContent.trim(),
      ),
      progress: text(one('progress')),
      observed: amounts('observed'),
      derived: amounts('derived'),
      predicted: amounts('predicted'),
      accounts: [...all('account'), ...all('desk-account')].map((account) => ({
        account: account.dataset['account'] ?? '',
        text: account.textContent,
        items: all('item', account).map((item) => ({
          code: item.dataset['code'] ?? '',
          state: item.dataset['state'] ?? '',
          amount: item.querySelector('data')?.value ?? null,
          text: item.textContent,
          causes: all('cause', item).map((cause) => cause.textContent.trim()),
          steps: all('cause-step', item).map((step) => step.textContent.trim()),
        })),
      })),
      counts: one('counts')
        ? { added: count('added'), existing: count('existing'), rejected: count('rejected') }
        : null,
      checkable: one('check-arrears') !== null && !(one('check-arrears') as HTMLButtonElement).disabled,
      text: document.body.textContent,
    };
  });
}

/** Presses the first element with this test id. */
export async function press(view: View, testId: string): Promise<void> {
  const found = await view.run((id) => {
    const element = document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    element?.click();
    return element !== null;
  }, testId);
  if (!found) throw new Error(`nothing to press: ${testId}`);
}

interface ExtensionApi {
  readonly storage: Record<'local' | 'session', { get(key: string): Promise<Record<string, unknown>> }>;
  readonly action: { getBadgeText(details: object): Promise<string> };
  readonly notifications: { getAll(): Promise<Record<string, unknown>> };
}

/** The job record that background and popup share. */
export function jobOf(view: View): Promise<Job | null> {
  return view.run(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return ((await chrome.storage.session.get('job'))['job'] as Job | undefined) ?? null;
  });
}

export function badgeOf(view: View): Promise<string> {
  return view.run(() => (globalThis as unknown as { chrome: ExtensionApi }).chrome.action.getBadgeText({}));
}

export function notificationsOf(view: View): Promise<string[]> {
  return view.run(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return Object.keys(await chrome.notifications.getAll());
  });
}

/** What was said as a reminder, as the product remembers it, whether or not the notification is still on the screen. */
export function saidOf(view: View): Promise<string> {
  return view.run(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return JSON.stringify((await chrome.storage.local.get('said'))['said'] ?? null);
  });
}

/** Opens the popup on the tab, presses the one button, and gives the popup while the job runs. */
export async function startCheck(world: Pick<World, 'driver'>, tab: Tab): Promise<{ popup: View; job: Job }> {
  const popup = await world.driver.click(tab);
  const before = (await jobOf(popup))?.id ?? null;
  await press(popup, 'check-arrears');
  const job = await until(
    'the job to begin',
    () => jobOf(popup),
    (now) => now !== null && now.id !== before,
  );
  if (job === null) throw new Error('no job');
  return { popup, job };
}

/** Tells of the running job whenever it has moved, until it has ended. */
export async function watched(popup: View, tell: (job: Job) => void): Promise<void> {
  let last = '';
  await until(
    'the job to end',
    async () => {
      const job = await jobOf(popup);
      const now = JSON.stringify(job);
      if (job && now !== last) tell(job);
      last = now;
      return job?.phase;
    },
    (phase) => phase === 'done',
    120_000,
  );
}

/** As the job ended and as the popup says it. */
export async function ended(popup: View): Promise<Seen> {
  await until(
    'the job to end',
    () => jobOf(popup),
    (job) => job?.phase === 'done',
    90_000,
  );
  return until(
    'the popup to say so',
    () => look(popup),
    (seen) => seen.checkable && seen.outcome !== null,
  );
}

/** Opens the popup, checks, waits for the end. */
export async function check(world: Pick<World, 'driver'>, tab: Tab): Promise<Seen> {
  const { popup } = await startCheck(world, tab);
  return ended(popup);
}
