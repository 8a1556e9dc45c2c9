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

/** Drops files on the desk all at once, as from the file manager. */
export async function drop(view: View, ...bills: readonly Bill[]): Promise<void> {
  await view.run(
    (files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, packed } of files) {
        dataTransfer.items.add(new File([Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))], name));
      }
      const zone = document.querySelector('[data-testid="drop-zone"]');
      zone?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    bills.map(({ name, bytes }) => ({ name, packed: Buffer.from(bytes).toString('base64') })),
  );
}

/** Presses a button of the only line for this file. */
export async function pressOn(view: View, name: string, testId: string): Promise<void> {
  const found = await view.run(
    (file, id) => {
      const lines = [...document.querySelectorAll<HTMLElement>('[data-testid="file-result"]')];
      const button = lines
        .find(({ dataset }) => dataset['file'] === file)
        ?.querySelector<HTMLElement>(`[data-testid="${id}"]`);
      button?.click();
      return button !== undefined && button !== null;
    },
    name,
    testId,
  );
  if (!found) throw new Error(`nothing to press on ${name}: ${testId}`);
}

/** What the desk says of the only line for this file, once it waits for the merchant or has come to an end. */
export async function resultOf(view: View, name: string): Promise<FileSeen> {
  const line = await until(
    `${name} to be read`,
    () =>
      view.run((wanted) => {
        const agreed = (line: HTMLElement, id: string) =>
          [...line.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)].map(
            ({ dataset }) => dataset['agrees'] === 'true',
          );
        const lines = [...document.querySelectorAll<HTMLElement>('[data-testid="file-result"]')];
        const mine = lines.filter((candidate) => candidate.dataset['file'] === wanted);
        const states = mine.map((candidate) => candidate.dataset['state'] ?? '');
        if (
          mine.length === 0 ||
          states.some((state) => ['waiting', 'opening', 'interpreting', 'keeping'].includes(state))
        )
          return null;
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

/** Drops a bill on the desk and waits until it is understood; the lines of those before it are put away first. */
export async function previewOf(desk: Tab, bill: Bill): Promise<FileSeen> {
  await desk.run(() => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-testid="file-dismiss"]')) button.click();
  });
  await until(
    'the lines to go',
    () => desk.run(() => document.querySelectorAll('[data-testid="file-result"]').length),
    (count) => count === 0,
  );
  await drop(desk, bill);
  return resultOf(desk, bill.name);
}

/** Takes a bill in: drops it, and says yes to what is shown of it. */
export async function takeIn(desk: Tab, bill: Bill): Promise<FileSeen> {
  const seen = await previewOf(desk, bill);
  if (seen.state !== 'preview') return seen;
  await pressOn(desk, bill.name, 'file-take');
  return resultOf(desk, bill.name);
}
