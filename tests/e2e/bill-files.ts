import { type Tab, until, type View } from '../browsers/driver.ts';

/** A bill file, as it lies on the merchant's disk. */
export interface Bill {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the desk says of a file. */
export interface FileSeen {
  readonly state: string;
  readonly outcome: string | null;
  readonly text: string;
  readonly added: number;
  readonly existing: number;
  /** Totals that the file states: whether its rows agree. */
  readonly controls: readonly boolean[];
  /** Checks that are ours. */
  readonly checks: readonly boolean[];
}

/** Drops a file on the desk, as from the file manager. */
async function drop(view: View, bill: Bill): Promise<void> {
  await view.run(
    (name, packed) => {
      const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      const zone = document.querySelector('[data-testid="drop-zone"]');
      zone?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    bill.name,
    Buffer.from(bill.bytes).toString('base64'),
  );
}

/** What the desk says of the newest line for this file, once it has come to an end. */
async function resultOf(view: View, name: string): Promise<FileSeen> {
  const line = await until(
    `${name} to be taken in`,
    () =>
      view.run((wanted) => {
        const agreed = (line: HTMLElement, id: string) =>
          [...line.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)].map(
            ({ dataset }) => dataset['agrees'] === 'true',
          );
        const lines = [...document.querySelectorAll<HTMLElement>('[data-testid="file-result"]')];
        const mine = lines.filter((candidate) => candidate.dataset['file'] === wanted);
        const states = mine.map((candidate) => candidate.dataset['state'] ?? '');
        if (mine.length === 0 || states.some((state) => ['waiting', 'opening', 'keeping'].includes(state))) return null;
        const seen = mine.map((one) => ({
          state: one.dataset['state'] ?? '',
          outcome: one.querySelector<HTMLElement>('[data-outcome]')?.dataset['outcome'] ?? null,
          text: one.textContent,
          added: Number(one.querySelector<HTMLElement>('[data-testid="added"]')?.dataset['count']),
          existing: Number(one.querySelector<HTMLElement>('[data-testid="existing"]')?.dataset['count']),
          controls: agreed(one, 'control'),
          checks: agreed(one, 'own-check'),
        }));
        return seen;
      }, name),
    (seen) => seen !== null,
  );
  const last = line?.at(-1);
  if (!last) throw new Error('no line');
  return last;
}

/** Takes a bill in by dropping it on the desk; the lines of those before it are put away first. */
export async function takeIn(desk: Tab, bill: Bill): Promise<FileSeen> {
  await desk.run(() => {
    for (const line of document.querySelectorAll('[data-testid="file-result"]')) {
      line.querySelector<HTMLElement>('.file-head button')?.click();
    }
  });
  await until(
    'the lines to go',
    () => desk.run(() => document.querySelectorAll('[data-testid="file-result"]').length),
    (count) => count === 0,
  );
  await drop(desk, bill);
  return resultOf(desk, bill.name);
}
